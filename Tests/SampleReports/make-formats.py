#!/usr/bin/env python3
"""Writes six sample reports in other formats, by programs that are not ours.

    python3 Tests/SampleReports/make-formats.py      (needs python-docx: pip install python-docx)

Reads Tests/SampleReports/Formats/*.txt, each a report as it is copied from a page, and writes .md, .html and .docx beside
it. The test that compares their verdicts is SameVerdictTests; the places are invented.
"""
import html
import pathlib
import re
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

FOLDER = pathlib.Path(__file__).parent / "Formats"
HEADING = re.compile(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+部分)")
TOP = re.compile(r"^([一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)")


def parts(text):
    """The lines of the page's frame, the title, the lines under it, the body."""
    lines = [line.strip("　 \t\r") for line in text.splitlines()]
    title = next(index for index, line in enumerate(lines) if "法治政府建设" in line and "报告" in line and "：" not in line and "首页" not in line)
    end = title + 1
    while end < len(lines) and lines[end] and not lines[end].endswith("。") and ("：" in lines[end] or ":" in lines[end]):
        end += 1
    return [line for line in lines[:title] if line], lines[title], lines[title + 1:end], lines[end:]


def is_heading(line):
    return bool(HEADING.match(line)) and len(line) <= 60 and not line.endswith(("。", "；", "：", ":"))


def markdown(head, title, under, body):
    out = list(head) + ["# " + title, ""] + [line + "\n" for line in under]
    for line in body:
        if is_heading(line):
            out += ["", ("## " if TOP.match(line) else "### ") + line, ""]
        elif line:
            out += [line, ""]
    return "\n".join(out) + "\n"


def page(head, title, under, body, style):
    """Two kinds of page: one of today, one of the time of tables and fonts."""
    e = html.escape
    nav = "".join(f'<li><a href="/{i}/">{word}</a></li>' for i, word in enumerate(
        ["首页", "政务公开", "办事服务", "互动交流", "走进我们", "数据开放"]))
    meta = f'<meta name="ArticleTitle" content="{e(title)}">\n'
    # A page that does not show where it is filed does not say it in a tag either, or it would say more than the text.
    if trail := next((line for line in head if ">" in line), ""):
        meta += f'<meta name="ColumnName" content="{e(trail.split(">")[-1].strip())}">\n'
    under_html = "".join(f"<span>{e(line)}</span>" for line in under)
    path = ""
    for line in head:
        if "|" in line:
            cells = "".join(f"<td>{e(cell.strip())}</td>" for cell in line.strip("| ").split("|"))
            path += f"<table><tr>{cells}</tr></table>\n"
        elif ">" in line:
            steps = "&gt;".join(f'<a href="/">{e(step)}</a>' for step in line.split(">"))
            path += f'<div class="path">{steps}</div>\n'
        else:
            path += f"<div>{e(line)}</div>\n"
    if style == "div":
        text = "\n".join(
            f"<p>&emsp;&emsp;<strong>{e(line)}</strong></p>" if is_heading(line) else f"<p>&emsp;&emsp;{e(line)}</p>"
            for line in body if line)
        main = (f'<div class="detail"><h1>{e(title)}</h1><div class="info">{under_html}</div>\n'
                f'<div class="txt">{text}</div></div>')
    else:
        text = "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{e(line)}" for line in body if line)
        main = (f'<table width="1000"><tr><td><font size="5"><b>{e(title)}</b></font></td></tr>'
                f'<tr><td>{under_html}</td></tr><tr><td><div>{text}</div></td></tr></table>')
    return (f"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{e(title)}</title>\n{meta}"
            "<style>.txt { font-size: 16px }</style>\n<script>var words = '<p>这不是正文，不能读。</p>';</script>\n</head>\n<body>\n"
            f'<div class="top"><ul>{nav}</ul></div>\n{path}\n{main}\n'
            '<div class="list"><a href="/1">上一篇</a> <a href="/2">下一篇</a></div>\n'
            '<div class="footer"><p>主办单位：办公室 网站标识码：0000000000 <a href="/map">网站地图</a></p></div>\n'
            "</body>\n</html>\n")


def word(head, title, under, body, path):
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = "起草人"
    for line in head:
        document.add_paragraph(line)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(title).bold = True
    for line in under:
        document.add_paragraph(line)
    for line in body:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line)
        if is_heading(line):
            run.bold = True
    document.save(path)
    steady(path)


def steady(path):
    """Gives the entries one time, so that the same input makes the same file."""
    with zipfile.ZipFile(path) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


for index, source in enumerate(sorted(FOLDER.glob("*.txt"))):
    pieces = parts(source.read_text(encoding="utf-8"))
    source.with_suffix(".md").write_text(markdown(*pieces), encoding="utf-8")
    source.with_suffix(".html").write_text(page(*pieces, "div" if index % 2 == 0 else "table"), encoding="utf-8")
    word(*pieces, source.with_suffix(".docx"))
    print(source.stem)
