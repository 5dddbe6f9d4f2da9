#!/usr/bin/env python3
"""Measures the reading of documents beside a naive pass of lxml (docx, html) and beside pdftotext alone (pdf).

usage: documents.py WORKBENCH [--rounds N] [--count N] [--folder .bench/documents]

Both sides read the same files from disk, and both are timed inside their process, so that neither pays for being started:
lxml's pass by Python's process_time, ours by getrusage in `workbench read`. Each has an untimed pass first. Rounds alternate;
what counts is the median. Of PDFs the time of pdftotext, which both sides start, counts for both.

The naive pass is what somebody writes who wants the text and nothing else: of a .docx the characters of `w:t` by paragraph in
word/document.xml (no styles, numbers, notes, comments); of a page text_content() of the tree (menus and scripts included).

Needs: lxml, python-docx (only to write the files, once), pdftotext.
"""

import argparse
import html
import pathlib
import resource
import statistics
import subprocess
import sys
import time
import zipfile

from lxml import etree
from lxml import html as lxml_html

ROOT = pathlib.Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GOALS = {"docx": 1.0, "html": 0.5, "pdf": 1.15}


# The files

def paragraphs(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return [line.strip("　 \t\r") for line in text.splitlines() if line.strip("　 \t\r")]


def is_heading(line):
    return len(line) <= 60 and line[0] in "一二三四五六七八九十（" and ("、" in line[:4] or "）" in line[:4]) and line[-1] not in "。；"


def write_docx(lines, path):
    """As GB/T 9704 asks: every run has its font and size, as Word and WPS write it."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    for index, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.paragraph_format.line_spacing = Pt(28)
        run = paragraph.add_run(line)
        font = "黑体" if is_heading(line) else "仿宋_GB2312"
        run.font.size, run.font.name, run.bold = Pt(22 if index == 0 else 16), font, is_heading(line)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    document.save(path)


def write_page(lines, path):
    """A page as sites have it: menus, scripts, a path, the text in spans, a list of other pages, a footer."""
    e = html.escape
    menus = "".join(
        f'<li class="nav-item"><a href="/{n}/" title="栏目{n}">栏目{n}</a><ul>'
        + "".join(f'<li><a href="/{n}/{m}.html">子栏目{n}-{m}</a></li>' for m in range(8)) + "</ul></li>"
        for n in range(10))
    others = "".join(f'<li><a href="/art/{n}.html">关于做好第{n}项重点工作的通知</a><span>2025-03-{n + 1:02}</span></li>' for n in range(15))
    text = "\n".join(
        f'<p style="text-indent: 2em; line-height: 1.75em;"><span style="font-family: 仿宋_GB2312; font-size: 16pt;">'
        + (f"<strong>{e(line)}</strong>" if is_heading(line) else e(line)) + "</span></p>" for line in lines[1:])
    script = "function show(n) { var box = document.getElementById('box' + n); if (box) { box.style.display = 'block'; } }\n" * 40
    path.write_text(
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{e(lines[0])}</title>\n'
        f'<meta name="ArticleTitle" content="{e(lines[0])}">\n<meta name="PubDate" content="2025-02-14 16:21">\n'
        f"<style>.main {{ width: 1200px }}\n</style>\n<script>{script}</script>\n</head>\n<body>\n"
        f'<div class="header"><ul class="menu">{menus}</ul></div>\n'
        f'<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/fz/">法治政府建设年度报告</a></div>\n'
        f'<div class="main"><h1>{e(lines[0])}</h1>\n<div class="info"><span>发布日期：2025-02-14 16:21</span><span>来源：司法局</span></div>\n'
        f'<div id="zoom">{text}</div></div>\n<div class="list"><ul>{others}</ul></div>\n'
        '<div class="footer"><p>主办单位：办公室 网站标识码：0000000000 <a href="/map">网站地图</a></p></div>\n</body>\n</html>\n',
        encoding="utf-8")


def prepare(workbench, folder, count):
    done = folder / ".complete"
    if not done.exists():
        subprocess.run([workbench, "generate", str(count), folder / "text"], check=True)
        sources = sorted((folder / "text").glob("*/*.txt"))[:count]
        for kind, write in (("docx", write_docx), ("html", write_page)):
            (folder / kind).mkdir(parents=True, exist_ok=True)
            for source in sources:
                write(paragraphs(source), folder / kind / f"{source.stem}.{kind}")
        done.touch()
    return {
        "docx": sorted((folder / "docx").glob("*.docx")), "html": sorted((folder / "html").glob("*.html")),
        "pdf": sorted((ROOT / "Tests/CommandLineTests/Printed").glob("*.pdf")),
    }


# The yardsticks

def naive_docx(path):
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p"))


def naive_page(path):
    return lxml_html.fromstring(path.read_bytes().decode("utf-8")).text_content()


def pdftotext(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], check=True, stdout=subprocess.PIPE).stdout


def processor_time():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


def yardstick(kind, files):
    if kind == "pdf":
        # Python's own work is no part of pdftotext's.
        before = processor_time()[1]
        for path in files:
            pdftotext(path, "-bbox-layout")
        return processor_time()[1] - before
    naive = naive_docx if kind == "docx" else naive_page
    before = time.process_time()
    for path in files:
        naive(path)
    return time.process_time() - before


def ours(workbench, files):
    result = subprocess.run([workbench, "read", *files], check=True, stdout=subprocess.PIPE, text=True)
    return float(result.stdout.split()[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workbench")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".bench/documents")
    options = parser.parse_args()
    files = prepare(options.workbench, options.folder, options.count)
    version = ".".join(map(str, etree.LXML_VERSION[:3]))
    library = ".".join(map(str, etree.LIBXML_VERSION))
    print(f"lxml {version} with libxml2 {library}; {options.rounds} rounds, medians of processor time")
    print(f"{'':6}{'files':>6}{'MB':>8}{'yardstick ms':>14}{'ours ms':>10}{'ratio':>8}{'at most':>9}")
    missed = False
    for kind, paths in files.items():
        yardstick(kind, paths)
        pairs = [(yardstick(kind, paths), ours(options.workbench, paths)) for _ in range(options.rounds)]
        theirs, own = (statistics.median(column) for column in zip(*pairs))
        size = sum(path.stat().st_size for path in paths) / 1e6
        missed = missed or own / theirs > GOALS[kind]
        print(f"{kind:6}{len(paths):6}{size:8.1f}{theirs * 1000:14.1f}{own * 1000:10.1f}{own / theirs:8.2f}{GOALS[kind]:9.2f}")
    if missed:
        sys.exit("slower than what was asked for")


if __name__ == "__main__":
    main()
