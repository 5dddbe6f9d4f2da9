#!/usr/bin/env python3
"""Compares the text of 50 Word files as fazhi-audit, python-docx and pandoc read it with what their pages show.

usage: word_text.py FAZHI-AUDIT [--folder .bench/word] [--count 50] [--verbose]

Each file is a draft report put together at random (by a fixed seed) from every feature that drafts have. What a reader of the
page sees is written down while the file is made, line by line with the feature that the line shows, so that a difference is one
of a reader, not of taste. Printed are, by feature, how many lines each program reads as the page shows them, and what it has
instead. The status is 1 when fazhi-audit reads a line differently, or a line that is not on the page.

Needs: python-docx, lxml, pandoc (left out when it is missing).
"""

import argparse
import collections
import copy
import difflib
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import docx.table
import docx.text.paragraph
from docx.oxml import parse_xml
from docx.oxml.ns import qn

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
DIGITS = "零一二三四五六七八九"
TOPICS = ["执法培训", "行政复议", "合同审查", "普法宣传", "规范性文件备案", "矛盾纠纷调解", "行政检查", "重大决策论证", "公职律师履职", "案卷评查"]
BODIES = ["云溪县司法局", "青禾镇", "县市场监管局", "望澜区", "县应急管理局"]


def chinese(number):
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else DIGITS[tens] + "十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


class Draft:
    """A Word file in the making, and what its pages show."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.document = docx.Document()
        self.body = self.document.element.body
        # (feature, line) in reading order, for each view of tracked changes.
        self.accepted, self.original, self.notes = [], [], []
        self.counters = collections.Counter()
        self.footnotes, self.endnotes, self.comments = [], [], []
        self.identifier = 100
        self.add_styles_and_lists()

    # What the file is made of

    def add_styles_and_lists(self):
        styles = self.document.styles.element
        for name, number, level, outline in (("numberedOne", 81, 0, 0), ("numberedTwo", 81, 1, 1)):
            styles.append(parse_xml(
                f'<w:style {SPACES} w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
                f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr><w:outlineLvl w:val="{outline}"/></w:pPr></w:style>'))
        styles.append(parse_xml(
            f'<w:style {SPACES} w:type="paragraph" w:customStyle="1" w:styleId="wpsTitle"><w:name w:val="标题 1"/><w:basedOn w:val="numberedOne"/></w:style>'))
        numbering = self.document.part.numbering_part.element
        plain = [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")]
        lists = {80: plain, 81: plain, 82: [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)")],
                 83: [("chineseCounting", "第%1部分　"), ("decimalEnclosedCircle", "%2")], 84: [("bullet", "")]}
        first_num = numbering.find(qn("w:num"))
        for identifier, levels in lists.items():
            inner = "".join(
                f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
                + (f'<w:pStyle w:val="{("numberedOne", "numberedTwo")[index]}"/>' if identifier == 81 and index < 2 else "")
                + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
                for index, (format, text) in enumerate(levels))
            abstract = parse_xml(f'<w:abstractNum {SPACES} w:abstractNumId="{identifier}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>')
            first_num.addprevious(abstract)
            numbering.append(parse_xml(f'<w:num {SPACES} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>'))

    def next_id(self):
        self.identifier += 1
        return self.identifier

    def sentence(self):
        dice = self.dice
        return f"{dice.choice(BODIES)}全年开展{dice.choice(TOPICS)}{dice.randint(2, 900)}{dice.choice(['次', '件', '场'])}。"

    def phrase(self):
        return self.dice.choice(["强化", "规范", "推进", "优化"]) + self.dice.choice(TOPICS) + str(self.dice.randint(10, 99))

    def run(self, text, properties=""):
        """A run, now and then torn in two, as editing leaves them."""
        def one(piece):
            return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        if len(text) > 4 and self.dice.random() < 0.4:
            at = self.dice.randint(1, len(text) - 1)
            return one(text[:at]) + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="900" w:name="_x"/><w:bookmarkEnd w:id="900"/>' + one(text[at:])
        return one(text)

    def paragraph(self, inner, properties=""):
        return f'<w:p {SPACES}>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}{inner}</w:p>'

    @staticmethod
    def table_start(columns):
        columns = '<w:gridCol w:w="2000"/>' * columns
        return f"<w:tbl {SPACES}><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>"

    def put(self, xml):
        self.body.insert(len(self.body) - 1, parse_xml(xml))

    def shows(self, feature, *lines, original=None):
        """Notes what the page shows, the same in both views unless `original` is given."""
        self.accepted += [(feature, line) for line in lines]
        self.original += [(feature, line) for line in (lines if original is None else original)]

    def number(self, identifier, level):
        """The automatic number of the next paragraph of a list."""
        for deeper in range(level + 1, 3):
            self.counters[identifier, deeper] = 0
        self.counters[identifier, level] += 1
        values = [max(self.counters[identifier, index], 1) for index in range(3)]
        if identifier in (80, 81):
            return (chinese(values[0]) + "、", "（" + chinese(values[1]) + "）", f"{values[2]}.")[level]
        if identifier == 82:
            return (f"{values[0]}.", f"{values[0]}.{values[1]}", chr(96 + values[2]) + ")")[level]
        return ("第" + chinese(values[0]) + "部分　", chr(0x2460 + values[1] - 1))[level]

    # The features

    def heading_style(self):
        text, level = self.phrase(), self.dice.randint(1, 3)
        self.put(self.paragraph(self.run(text), f'<w:pStyle w:val="Heading{level}"/>'))
        self.shows("heading style", text)

    def bold_heading(self):
        text = f"（{chinese(self.dice.randint(1, 20))}）" + self.phrase()
        self.put(self.paragraph(self.run(text, "<w:b/><w:bCs/>")))
        self.shows("bold-only heading", text)

    def plain(self):
        text = self.sentence()
        self.put(self.paragraph(self.run(text, '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>')))
        self.shows("paragraph", text)

    def numbered(self):
        identifier = self.dice.choice([80, 82, 83])
        level, text = self.dice.randint(0, 1), self.phrase()
        label = self.number(identifier, level)
        self.put(self.paragraph(self.run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identifier}"/></w:numPr>'))
        self.shows("number of the paragraph", label + text)

    def numbered_by_style(self):
        style, level = self.dice.choice([("numberedOne", 0), ("numberedTwo", 1)])
        text = self.phrase()
        label = self.number(81, level)
        self.put(self.paragraph(self.run(text), f'<w:pStyle w:val="{style}"/>'))
        self.shows("number of the style", label + text)

    def numbered_by_both(self):
        """WPS's double numbering: a style that brings one number, a paragraph that has another of its own, which wins."""
        text = self.phrase()
        label = self.number(80, 0)
        self.put(self.paragraph(self.run(text), '<w:pStyle w:val="wpsTitle"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="80"/></w:numPr>'))
        self.shows("number of style and paragraph (WPS)", label + text)

    def numbered_and_typed(self):
        """The other double numbering: an automatic number beside a typed one; the page shows both."""
        typed = chinese(self.dice.randint(1, 9)) + "、" + self.phrase()
        label = self.number(81, 0)
        self.put(self.paragraph(self.run(typed), '<w:pStyle w:val="wpsTitle"/>'))
        self.shows("automatic beside typed number", label + typed)

    def number_taken_away(self):
        text = self.phrase()
        self.put(self.paragraph(self.run(text), '<w:pStyle w:val="numberedOne"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'))
        self.shows("number taken away", text)

    def bullet(self):
        text = self.phrase()
        self.put(self.paragraph(self.run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="84"/></w:numPr>'))
        self.shows("bullet", text)

    def table(self):
        rows = [["项目", "数量", "同比"]] + [[self.dice.choice(TOPICS), str(self.dice.randint(1, 99)) + "件", f"{self.dice.randint(1, 30)}%"] for _ in range(2)]
        xml = "".join("<w:tr>" + "".join(f"<w:tc>{self.paragraph(self.run(cell))}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        self.put(f"{self.table_start(3)}{xml}</w:tbl>")
        self.shows("table", *(" | ".join(row) for row in rows))

    def merged_table(self):
        """Cells over two columns and over two rows; a cell of two paragraphs."""
        a, b, c, d = self.phrase(), self.phrase(), self.phrase(), self.phrase()
        p = lambda *texts: "".join(self.paragraph(self.run(text)) for text in texts)
        self.put(
            f'{self.table_start(3)}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>'
            f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(c, d)}</w:tc><w:tc>{p("一")}</w:tc><w:tc>{p("二")}</w:tc></w:tr>'
            f'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{self.paragraph("")}</w:tc><w:tc>{p("三")}</w:tc><w:tc>{p("四")}</w:tc></w:tr></w:tbl>')
        self.shows("merged cells", f"{a} | {b}", f"{c} {d} | 一 | 二", " | 三 | 四")

    def layout_table(self):
        a, b = self.sentence(), self.sentence()
        self.put(f'{self.table_start(1)}<w:tr><w:tc>{self.paragraph(self.run(a))}{self.paragraph(self.run(b))}</w:tc></w:tr></w:tbl>')
        self.shows("table as layout", a, b)

    def nested_table(self):
        a, b = self.phrase(), self.phrase()
        inner = f'{self.table_start(2)}<w:tr><w:tc>{self.paragraph(self.run(a))}</w:tc><w:tc>{self.paragraph(self.run(b))}</w:tc></w:tr></w:tbl>'
        self.put(f'{self.table_start(1)}<w:tr><w:tc>{inner}{self.paragraph("")}</w:tc></w:tr></w:tbl>')
        self.shows("table in a table", f"{a} | {b}")

    def footnote(self):
        kind = self.dice.choice(["footnote", "endnote"])
        notes = self.footnotes if kind == "footnote" else self.endnotes
        text, note = self.sentence(), "注释：" + self.sentence()
        notes.append(note)
        mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{len(notes) + 1}"/></w:r>'
        self.put(self.paragraph(self.run(text) + mark))
        self.shows("paragraph with a note", text)

    def text_box(self):
        text, boxed = self.sentence(), [self.phrase(), self.phrase()]
        content = "<w:txbxContent>" + "".join(self.paragraph(self.run(line)) for line in boxed) + "</w:txbxContent>"
        new = (
            '<w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="文本框 1" descr="图形的说明"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>")
        old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        if self.dice.random() < 0.6:
            drawn = f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
        else:
            drawn = old
        self.put(self.paragraph(self.run(text) + f"<w:r>{drawn}</w:r>"))
        self.shows("paragraph with a text box", text)
        self.shows("text box", *boxed)

    def content_control(self):
        block, before, inside, after, cell = self.sentence(), "截至", "2024年12月31日", "，" + self.sentence(), self.phrase()
        self.put(f'<w:sdt {SPACES}><w:sdtPr><w:alias w:val="控件名"/><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{self.paragraph(self.run(block))}</w:sdtContent></w:sdt>')
        self.put(self.paragraph(
            self.run(before) + f"<w:sdt><w:sdtPr><w:date><w:dateFormat w:val=\"yyyy年M月d日\"/></w:date></w:sdtPr><w:sdtContent>{self.run(inside)}</w:sdtContent></w:sdt>" + self.run(after)))
        self.put(
            f'{self.table_start(2)}<w:tr><w:tc>{self.paragraph(self.run("单位"))}</w:tc>'
            f"<w:sdt><w:sdtPr/><w:sdtContent><w:tc>{self.paragraph(self.run(cell))}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>")
        self.shows("content control", block, before + inside + after, f"单位 | {cell}")

    def change(self, kind, inner):
        return f'<w:{kind} w:id="{self.next_id()}" w:author="{self.dice.choice(["甲", "乙"])}" w:date="2025-01-10T09:00:00Z">{inner}</w:{kind}>'

    def deleted(self, text):
        return self.change("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')

    def changed(self):
        old, new, rest = self.phrase(), self.phrase(), self.sentence()
        self.put(self.paragraph(self.run("在") + self.deleted(old) + self.change("ins", self.run(new)) + self.run("方面，" + rest)))
        self.shows("change in a paragraph", "在" + new + "方面，" + rest, original=["在" + old + "方面，" + rest])

    def changed_paragraphs(self):
        added, removed, first, second = self.sentence(), self.sentence(), "经研究，", self.sentence()
        self.put(self.paragraph(self.change("ins", self.run(added)), f"<w:rPr>{self.change('ins', '')}</w:rPr>"))
        self.shows("paragraph added", added, original=[])
        self.put(self.paragraph(self.deleted(removed), f"<w:rPr>{self.change('del', '')}</w:rPr>"))
        # What follows the removed mark stands where the removed paragraph stood.
        self.put(self.paragraph(self.run(first), f"<w:rPr>{self.change('del', '')}</w:rPr>"))
        self.put(self.paragraph(self.run(second)))
        self.shows("paragraphs joined", first + second, original=[removed, first, second])

    def moved(self):
        text, kept = self.sentence(), self.sentence()
        self.put(self.paragraph(self.change("moveFrom", self.run(text)), f"<w:rPr>{self.change('moveFrom', '')}</w:rPr>"))
        self.put(self.paragraph(self.run(kept)))
        self.put(self.paragraph(self.change("moveTo", self.run(text)), f"<w:rPr>{self.change('moveTo', '')}</w:rPr>"))
        self.put(self.paragraph(self.run(self.phrase())))
        tail = self.body[-2].xpath("string(.)")
        self.shows("paragraph moved", kept, text, tail, original=[text, kept, tail])

    def changed_table(self):
        kept, gone, new = self.phrase(), self.phrase(), self.phrase()
        row = lambda text, mark="", inner=None: (
            f"<w:tr><w:trPr>{mark}</w:trPr><w:tc>{self.paragraph(inner or self.run(text))}</w:tc><w:tc>{self.paragraph(inner and self.run('') or self.run('1件'))}</w:tc></w:tr>")
        self.put(
            f'{self.table_start(2)}{row(kept)}{row(gone, self.change("del", ""), self.deleted(gone))}'
            f'{row(new, self.change("ins", ""), self.change("ins", self.run(new)))}</w:tbl>')
        self.shows("rows added and removed", f"{kept} | 1件", new, original=[f"{kept} | 1件", gone])

    def changed_properties(self):
        text = self.phrase()
        self.put(self.paragraph(
            f'<w:r><w:rPr><w:b/><w:rPrChange w:id="{self.next_id()}" w:author="甲"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>{text}</w:t></w:r>',
            f'<w:pPrChange w:id="{self.next_id()}" w:author="甲"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="80"/></w:numPr></w:pPr></w:pPrChange>'))
        self.shows("change of properties", text)

    def commented(self):
        text = self.sentence()
        identifier = len(self.comments)
        self.comments.append("批注：" + self.phrase())
        self.put(self.paragraph(
            self.run(text[:4]) + f'<w:commentRangeStart w:id="{identifier}"/>' + self.run(text[4:8]) + f'<w:commentRangeEnd w:id="{identifier}"/>'
            f'<w:r><w:commentReference w:id="{identifier}"/></w:r>' + self.run(text[8:])))
        self.shows("comment", text)

    def breaks_and_marks(self):
        a, b = self.phrase(), self.phrase()
        self.put(self.paragraph(self.run(a) + "<w:r><w:br/></w:r>" + self.run(b)))
        self.shows("break in a paragraph", a, b)
        self.put(self.paragraph(self.run("附件") + "<w:r><w:tab/></w:r>" + self.run(a) + "<w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>"))
        self.shows("tab and hyphen", f"附件\t{a}-1")
        self.put(self.paragraph('<w:r><w:lastRenderedPageBreak/></w:r><w:r><w:br w:type="page"/></w:r>' + self.run(b)))
        self.shows("page break", b)

    def fields_and_links(self):
        a, b = self.phrase(), self.phrase()
        self.put(self.paragraph(
            self.run("见") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + self.run(a) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + self.run("。")))
        self.shows("field", f"见{a}。")
        self.put(self.paragraph(f'<w:hyperlink w:anchor="x">{self.run(b)}</w:hyperlink><w:smartTag w:element="date">{self.run("2024年")}</w:smartTag>'
                                f'<w:fldSimple w:instr=" DATE ">{self.run("1月")}</w:fldSimple>'))
        self.shows("link, smart tag, simple field", f"{b}2024年1月")

    def hidden(self):
        a = self.sentence()
        self.put(self.paragraph(self.run(a[:5]) + self.run("隐藏的字", "<w:vanish/>") + self.run(a[5:])))
        self.shows("hidden text", a)

    def symbols(self):
        """A phonetic guide, a formula, a sign by its number in a font."""
        a = self.phrase()
        self.put(self.paragraph(
            '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>' + self.run("溪" + a)))
        self.shows("phonetic guide", "云溪" + a)
        self.put(self.paragraph(self.run("率为") + "<m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath>" + self.run("。")))
        self.shows("formula", "率为95%。")
        self.put(self.paragraph(self.run("合格") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + self.run(a) + '<w:r><w:sym w:font="宋体" w:char="2462"/></w:r>'))
        # The tick is a picture that a font of signs has in the private area: no character stands for it.
        self.shows("sign of a font", f"合格{a}③")

    FEATURES = [
        heading_style, bold_heading, plain, numbered, numbered_by_style, numbered_by_both, numbered_and_typed, number_taken_away, bullet,
        table, merged_table, layout_table, nested_table, footnote, text_box, content_control, changed, changed_paragraphs, moved,
        changed_table, changed_properties, commented, breaks_and_marks, fields_and_links, hidden, symbols,
    ]

    def write(self, path):
        dice = self.dice
        features = self.FEATURES + dice.choices(self.FEATURES, k=12)
        dice.shuffle(features)
        for feature in features:
            feature(self)
            if dice.random() < 0.5:
                self.plain()
        self.document.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
        self.document.sections[0].footer.paragraphs[0].text = "第 1 页"
        self.accepted += [("note", note) for note in self.footnotes + self.endnotes]
        self.original += [("note", note) for note in self.footnotes + self.endnotes]
        self.document.save(path)
        self.add_parts(path)

    def add_parts(self, path):
        """Puts in the parts that python-docx does not write."""
        def notes(kind, texts):
            inner = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
            inner += "".join(
                f'<w:{kind} w:id="{index + 2}"><w:p><w:r><w:{kind}Ref/></w:r>{self.run(text)}</w:p></w:{kind}>' for index, text in enumerate(texts))
            return f"<w:{kind}s {SPACES}>{inner}</w:{kind}s>"
        parts = {
            "footnotes": notes("footnote", self.footnotes), "endnotes": notes("endnote", self.endnotes),
            "comments": f"<w:comments {SPACES}>" + "".join(
                f'<w:comment w:id="{index}" w:author="审稿人" w:initials="审">{self.paragraph(self.run(text))}</w:comment>'
                for index, text in enumerate(self.comments)) + "</w:comments>",
        }
        with zipfile.ZipFile(path) as archive:
            entries = {info.filename: archive.read(info) for info in archive.infolist()}
        names = [name for name in parts if f"word/{name}.xml" not in entries]
        kinds = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>' for name in names)
        relations = "".join(
            f'<Relationship Id="rIdX{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>' for name in names)
        for file, end, text in (("[Content_Types].xml", "</Types>", kinds), ("word/_rels/document.xml.rels", "</Relationships>", relations)):
            entries[file] = entries[file].decode().replace(end, text + end).encode()
        for name in parts:
            entries[f"word/{name}.xml"] = ('<?xml version="1.0" encoding="UTF-8"?>' + parts[name]).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)


# The readers

def ours(tool, path, *options):
    result = subprocess.run(
        [tool, "extract", "--format", "json", "--rules", ROOT / "rules", *options, path], stdout=subprocess.PIPE, check=True)
    return [block["text"] for block in json.loads(result.stdout)["blocks"]]


def python_docx(path):
    lines = []

    document = docx.Document(path)
    for item in document.element.body.iterchildren():
        if item.tag == qn("w:p"):
            lines.append(docx.text.paragraph.Paragraph(item, document).text)
        elif item.tag == qn("w:tbl"):
            for row in docx.table.Table(item, document).rows:
                # A merged cell comes once for each of its columns.
                lines.append(" | ".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells)))
    return lines


def pandoc(path, changes):
    result = subprocess.run(["pandoc", "-f", "docx", "-t", "json", f"--track-changes={changes}", path], stdout=subprocess.PIPE, check=True)
    lines, notes = [], []

    def inline(items):
        text = ""
        for item in items:
            kind, content = item["t"], item.get("c")
            if kind == "Str":
                text += content
            elif kind in ("Space", "SoftBreak"):
                text += " "
            elif kind == "LineBreak":
                text += "\n"
            elif kind == "Note":
                notes.append(content)
            elif kind == "Math":
                text += content[1]
            elif kind in ("Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"):
                text += inline(content)
            elif kind in ("Link", "Span", "Quoted", "Image"):
                text += inline(content[1])
        return text

    def cell_text(cell):
        held = []
        blocks(cell[4], held)
        return " ".join(held)

    def blocks(items, out):
        for item in items:
            kind, content = item["t"], item.get("c")
            if kind in ("Para", "Plain"):
                out += inline(content).split("\n")
            elif kind == "Header":
                out += inline(content[2]).split("\n")
            elif kind in ("BulletList",):
                for entry in content:
                    blocks(entry, out)
            elif kind == "OrderedList":
                for entry in content[1]:
                    blocks(entry, out)
            elif kind in ("BlockQuote",):
                blocks(content, out)
            elif kind == "Div":
                blocks(content[1], out)
            elif kind == "Table":
                rows = content[3][1] + [row for body in content[4] for row in body[2] + body[3]] + content[5][1]
                out += [" | ".join(cell_text(cell) for cell in row[1]) for row in rows]
    blocks(json.loads(result.stdout)["blocks"], lines)
    for note in notes:
        blocks(note, lines)
    return lines


def plain(line):
    return re.sub(r"[\s|​]+", "", line)


def compare(truth, read, tally, examples):
    """Counts the lines that are read as they are shown; what stands in their place is an example."""
    wanted = [plain(line) for _, line in truth]
    got = [plain(line) for line in read if plain(line)]
    matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            for feature, _ in truth[first:last]:
                tally[feature, True] += 1
            continue
        for index in range(first, last):
            tally[truth[index][0], False] += 1
        key = truth[first][0] if first < last else "(not on the page)"
        if first == last:
            tally[key, False] += end - start
        examples.setdefault(key, ([line for _, line in truth[first:last]], got[start:end]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".bench/word")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    readers = {
        "fazhi-audit": lambda path: ours(options.tool, path),
        "fazhi-audit --revisions original": lambda path: ours(options.tool, path, "--revisions", "original"),
        "python-docx": python_docx,
    }
    if shutil.which("pandoc"):
        readers["pandoc"] = lambda path: pandoc(path, "accept")
        readers["pandoc --track-changes=reject"] = lambda path: pandoc(path, "reject")
    tallies = {name: collections.Counter() for name in readers}
    examples = {name: {} for name in readers}
    features = {}
    for number in range(options.count):
        path = options.folder / f"{number:02}.docx"
        draft = Draft(number)
        draft.write(path)
        for name, read in readers.items():
            truth = draft.original if "original" in name or "reject" in name else draft.accepted
            for feature, _ in truth:
                features[feature] = True
            compare(truth, read(path), tallies[name], examples[name])
    features["(not on the page)"] = True
    failed = False
    for name in readers:
        tally = tallies[name]
        right, wrong = (sum(count for (_, good), count in tally.items() if good is wanted) for wanted in (True, False))
        print(f"\n{name}: {options.count} files, {right} lines as the page shows them, {wrong} otherwise")
        failed = failed or (name.startswith("fazhi-audit") and wrong > 0)
        for feature in sorted(features):
            if tally[feature, False]:
                print(f"  {feature}: {tally[feature, False]} of {tally[feature, True] + tally[feature, False]} otherwise")
                if feature in examples[name]:
                    shown, read = examples[name][feature]
                    print(f"      shown: {shown[:3]}\n      read:  {read[:3]}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
