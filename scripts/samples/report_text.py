"""A sample report of reports/annual as its parts, for the scripts that write it in other formats."""

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class ReportText:
    """A report's lines by what they are; paragraphs keep no indentation."""

    head: list[str] = field(default_factory=list)
    title: str = ""
    addressee: str = ""
    # (level, text): level 1 for 一、, 2 for （一）, 0 for a paragraph
    body: list[tuple[int, str]] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)


def read(path: Path) -> ReportText:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    report = ReportText()
    lines = text.splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("　　"))
    last = max(i for i, line in enumerate(lines) if line.startswith("　　"))
    opening = [line.strip() for line in lines[:first] if line.strip()]
    at = max(i for i, line in enumerate(opening) if line.endswith("报告") and ">" not in line)
    report.title = opening[at]
    report.head = opening[:at] + [line for line in opening[at + 1:] if not line.endswith("：")]
    report.addressee = next((line for line in opening[at + 1:] if line.endswith("：")), "")
    for line in lines[first:last + 1]:
        line = line.strip()
        if not line:
            continue
        level = 0
        if len(line) <= 60 and not line.endswith("。"):
            if re.match(r"[一二三四五六七八九十]+、", line):
                level = 1
            elif re.match(r"（[一二三四五六七八九十]+）", line):
                level = 2
        report.body.append((level, line))
    report.signature = [line.strip() for line in lines[last + 1:] if line.strip()]
    return report
