#!/usr/bin/env python3
"""Writes a sample as a web page as government sites build them: menus, trail, tags, text in spans, share buttons, other pages, footer.

usage: make_page.py REPORT.txt OUTPUT.html
"""

import sys
from html import escape
from pathlib import Path

from report_text import read


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    report = read(source)
    e = escape
    trail = next((line for line in report.head if ">" in line), "")
    steps = [step.strip() for step in trail.split("：", 1)[-1].split(">") if step.strip()]
    place = f"{trail.split('：', 1)[0]}：" if "：" in trail else ""
    lines = [line for line in report.head if line != trail]
    tags = f'<meta name="ArticleTitle" content="{e(report.title)}">\n'
    if steps:
        tags += f'<meta name="ColumnName" content="{e(steps[-1])}">\n'
    menu = "".join(f'<li><a href="/{n}/">{word}</a></li>' for n, word in enumerate(["首页", "走进云溪", "政务公开", "政务服务", "互动交流"]))
    others = "".join(f'<li><a href="/art/{n}.html">关于做好第{n}季度重点工作的通知</a><span>2025-03-0{n}</span></li>' for n in range(1, 6))
    text = [f"<p>{e(report.addressee)}</p>"] if report.addressee else []
    for level, line in report.body:
        words = f"<strong>{e(line)}</strong>" if level else e(line)
        text.append(f'<p style="text-indent: 2em; line-height: 2"><span style="font-family: 仿宋_GB2312; font-size: 16pt">{words}</span></p>')
    text += [f'<p style="text-align: right">{e(line)}</p>' for line in report.signature]
    joined = "\n".join(text)
    target.write_text(f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{e(report.title)}_政务公开</title>
{tags}<script>var page = "<p>这不是正文，不能读。</p>";</script>
</head>
<body>
<div class="header"><ul class="nav">{menu}</ul></div>
<div class="crumbs">{place}{"&nbsp;&gt;&nbsp;".join(f'<a href="/">{e(step)}</a>' for step in steps)}</div>
<div class="main"><h1>{e(report.title)}</h1>
{"".join(f'<div class="info"><span>{e(line)}</span></div>' for line in lines)}
<div class="text">
{joined}
</div>
<div class="share">分享到：<a title="微信"></a><a title="微博"></a></div></div>
<div class="list"><h3>相关信息</h3><ul>{others}</ul></div>
<div class="footer"><p>主办：办公室　网站标识码：0000000000　<a href="/map">网站地图</a></p></div>
</body>
</html>
""", encoding="utf-8")


if __name__ == "__main__":
    main()
