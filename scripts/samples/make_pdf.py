#!/usr/bin/env python3
"""Writes PDF samples with programs that are not ours: LibreOffice (from a .docx by python-docx) and Chromium (from a web page).

usage: make_pdf.py writer|chromium REPORT.txt OUTPUT.pdf

Needs: python-docx, LibreOffice Writer (soffice), Chromium, a Chinese font (fonts-wqy-zenhei, fonts-arphic-uming).
"""

import html
import subprocess
import sys
import tempfile
from pathlib import Path

from report_text import ReportText, read

SERIF, SANS = "AR PL UMing CN", "WenQuanYi Zen Hei"


def docx(report: ReportText, path: Path) -> None:
    """As GB/T 9704 has it: A4, title 22 pt centred, body 16 pt indented by two characters, 28 pt a line, page number — 1 —."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)

    def add(text, size, font, align=None, indent=0, right=0):
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
        layout.space_after = Pt(0)
        layout.first_line_indent = Pt(indent)
        layout.right_indent = Pt(right)
        paragraph.alignment = align if align is not None else WD_ALIGN_PARAGRAPH.JUSTIFY
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(size), font
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        return paragraph

    for line in report.head[:1] if len(report.head) > 1 else []:
        add(line, 12, SERIF)
    for line in report.head[1:] if len(report.head) > 1 else []:
        add(line, 12, SERIF)
    add(report.title, 22, SANS, WD_ALIGN_PARAGRAPH.CENTER)
    if len(report.head) == 1:
        add(report.head[0], 12, SERIF, WD_ALIGN_PARAGRAPH.CENTER)
    add("", 16, SERIF)
    if report.addressee:
        add(report.addressee, 16, SERIF)
    for level, text in report.body:
        add(text, 16, SANS if level == 1 else SERIF, indent=32)
    add("", 16, SERIF)
    for line in report.signature:
        add(line, 16, SERIF, WD_ALIGN_PARAGRAPH.RIGHT, right=64)

    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = footer.add_run()
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._element.append(element)
    footer.add_run(" —")
    document.core_properties.title = report.title
    document.save(path)


def page(report: ReportText) -> str:
    """A web page as it is printed: paragraphs with space between, a running head and foot by the browser."""
    def tag(name, text, style=""):
        return f'<{name} style="{style}">{html.escape(text)}</{name}>'

    parts = [tag("p", line, "font-size:12px;color:#666;text-align:center") for line in report.head[:-1]]
    parts.append(tag("h1", report.title, "font-size:24px;text-align:center"))
    parts += [tag("p", line, "font-size:12px;color:#666;text-align:center") for line in report.head[-1:]]
    if report.addressee:
        parts.append(tag("p", report.addressee))
    for level, text in report.body:
        weight = "font-weight:bold;" if level == 1 else ""
        parts.append(tag("p", text, weight + "text-indent:2em"))
    parts += [tag("p", line, "text-align:right") for line in report.signature]
    return (
        "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>" + html.escape(report.title)
        + f"</title><body style=\"font:16px/1.8 '{SANS}'\">" + "\n".join(parts) + "</body></html>")


def main() -> None:
    program, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    report = read(source)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        if program == "writer":
            docx(report, folder / "report.docx")
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                 "--outdir", folder, folder / "report.docx"],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        elif program == "chromium":
            (folder / "report.html").write_text(page(report), encoding="utf-8")
            subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                 f"--print-to-pdf={folder}/report.pdf", f"file://{folder}/report.html"],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        else:
            sys.exit(f"unknown program: {program}")
        target.write_bytes((folder / "report.pdf").read_bytes())


if __name__ == "__main__":
    main()
