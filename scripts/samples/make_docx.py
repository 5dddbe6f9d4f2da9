#!/usr/bin/env python3
"""Writes Word samples with programs that are not ours, and one by hand as WPS writes it.

usage: make_docx.py python-docx|writer|wps REPORT.txt OUTPUT.docx

python-docx: bold-only headings, every run with its font. writer: the same opened and saved by LibreOffice. wps: heading styles whose
numbers are automatic (一、 （一）), numbering on the styles, runs torn by proofreading, as WPS leaves them.

Needs: python-docx, for writer LibreOffice (soffice), for wps nothing.
"""

import subprocess
import sys
import tempfile
import zipfile
from html import escape
from pathlib import Path

import make_pdf
from report_text import ReportText, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def wps(report: ReportText) -> dict[str, str]:
    """The parts of a file as WPS Office writes it."""
    def run(text, font="仿宋_GB2312", size=32, more=""):
        return (
            f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{more}<w:sz w:val="{size}"/>'
            f'<w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')

    def paragraph(inner, properties=""):
        return f'<w:p><w:pPr>{properties}<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>{inner}</w:p>'

    def torn(text, **look):
        """Runs as the spelling checker and the input method leave them."""
        at = len(text) // 3
        return '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>' + run(text[:at], **look) + run(text[at:], **look)

    body = [paragraph(run(line, size=24)) for line in report.head]
    body.append(paragraph(torn(report.title, font="方正小标宋简体", size=44), '<w:jc w:val="center"/>'))
    if report.addressee:
        body.append(paragraph(run(report.addressee)))
    for level, text in report.body:
        if level == 0:
            body.append(paragraph(torn(text), '<w:ind w:firstLine="640" w:firstLineChars="200"/>'))
            continue
        # The number is not typed: the style brings it.
        words = text.split("、", 1)[1] if level == 1 else text.split("）", 1)[1]
        body.append(paragraph(run(words, font="黑体" if level == 1 else "楷体_GB2312"), f'<w:pStyle w:val="{level + 1}"/>'))
    body += [paragraph(run(line), '<w:jc w:val="right"/><w:ind w:right="640"/>') for line in report.signature]
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:qFormat/></w:style>' + "".join(
        f'<w:style w:type="paragraph" w:styleId="{level + 1}"><w:name w:val="heading {level}"/><w:basedOn w:val="1"/><w:next w:val="1"/>'
        f'<w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"</w:style>" for level in (1, 2))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="{level + 2}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>' for level, text in enumerate(("%1、", "（%2）")))
    relation = lambda number, kind, target: f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
            for name, kind in kinds.items()) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relation(1, "officeDocument", "word/document.xml")}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relation(1, "styles", "styles.xml")}'
        f'{relation(2, "numbering", "numbering.xml")}</Relationships>',
        "word/document.xml": f'<w:document {W}><w:body>{"".join(body)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }


def write(entries: dict[str, str | bytes], path: Path) -> None:
    """A zip file with one time for all entries, so that the same input makes the same file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, HEAD + content if isinstance(content, str) else content)


def main() -> None:
    program, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    report = read(source)
    if program == "wps":
        return write(wps(report), target)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.docx"
        make_pdf.docx(report, file)
        if program == "writer":
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML",
                 "--outdir", f"{folder}/out", file], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            file = Path(folder) / "out/report.docx"
        elif program != "python-docx":
            sys.exit(f"unknown program: {program}")
        with zipfile.ZipFile(file) as archive:
            write({info.filename: archive.read(info) for info in archive.infolist()}, target)


if __name__ == "__main__":
    main()
