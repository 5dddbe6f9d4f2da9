#!/usr/bin/env python3
"""Writes an OFD sample with easyofd (PyPI), which is not ours, from a PDF that make_pdf.py has written.

usage: make_ofd.py REPORT.pdf OUTPUT.ofd

easyofd writes a namespace of its own, `size` for `Size` and pages in another unit than their text: a good test of what a reader
must put up with.
"""

import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    source, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    # easyofd works in a folder `test` of the current folder.
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        from easyofd.ofd import OFD

        target.write_bytes(OFD().pdf2ofd(source.read_bytes(), optional_text=True))
        os.chdir("/")


if __name__ == "__main__":
    main()
