#!/usr/bin/env python3
"""Writes the zip files of Tests/CommandLineTests/Archives with Python's zipfile, which is not ours.

usage: make_archive.py FOLDER

In mixed.zip are reports in several formats, names in UTF-8 and, as Chinese programs of Windows write them, in GBK without a mark, names
that lead elsewhere, what systems put there for themselves, and files that are no documents. In large.zip are three documents of
700 KB each.
"""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ROOT / "Tests/SampleReports/Formats"
PRINTED = ROOT / "Tests/CommandLineTests/Printed"


class Entry(zipfile.ZipInfo):
    """An entry whose name is given as bytes, with the flag for UTF-8 only where it is asked for."""

    def __init__(self, name: bytes, is_utf8: bool):
        super().__init__("x", (2025, 1, 1, 0, 0, 0))
        self.raw, self.is_utf8 = name, is_utf8
        self.compress_type = zipfile.ZIP_DEFLATED

    def _encodeFilenameFlags(self):
        return self.raw, 0x800 if self.is_utf8 else 0


def main() -> None:
    report = FORMATS / "青禾镇-2024"
    content = {kind: report.with_suffix(f".{kind}").read_bytes() for kind in ("txt", "md", "html", "docx")}
    entries = [
        ("乡镇/青禾镇.txt".encode("gbk"), False, content["txt"]),
        ("乡镇/青禾镇.docx".encode("gbk"), False, content["docx"]),
        ("网页/青禾镇.html".encode(), True, content["html"]),
        (b"win\\dir\\report.md", False, content["md"]),
        ("printed/青禾镇.pdf".encode(), True, (PRINTED / "青禾镇-2024.pdf").read_bytes()),
        (b"printed/a.ofd", False, (PRINTED / "青禾镇-2024.ofd").read_bytes()),
        (b"../../../../tmp/fazhi-escaped.txt", False, content["txt"]),
        (b"/etc/fazhi-absolute.txt", False, content["txt"]),
        (b"same.txt", False, content["txt"]),
        (b"same.txt", False, b"\xe7\xa9\xba\n"),
        (b"line\nbreak\x1b[31m.txt", False, content["txt"]),
        (b"broken.docx", False, content["docx"][:2000]),
        (b"empty.txt", False, b""),
        (b"folder/", False, b""),
        (b"__MACOSX/._report.txt", False, b"\0\5\x16\7"),
        (b".DS_Store", False, b"\0"),
        (b"inner.zip", False, b"PK\5\6" + bytes(18)),
        (b"photo.jpg", False, b"\xff\xd8\xff\xe0"),
    ]
    folder = Path(sys.argv[1])
    write(folder / "mixed.zip", entries)
    long = content["txt"] + content["txt"] * (700_000 // len(content["txt"]))
    write(folder / "large.zip", [(b"%d.txt" % number, False, long) for number in range(3)])


def write(path: Path, entries: list[tuple[bytes, bool, bytes]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, is_utf8, data in entries:
            archive.writestr(Entry(name, is_utf8), data)


if __name__ == "__main__":
    main()
