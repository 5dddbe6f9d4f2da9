/// How the page looks: on a screen in light and dark, and on A4.
enum HTMLStyle {
  /// Colours are never the only sign: every status stands there in words. Contrasts are 4.5 and more (WCAG 2.2, AA).
  static let sheet: StaticString = """
    :root{color-scheme:light dark;--ink:#1d2430;--soft:#56606f;--paper:#fff;--card:#f4f6f9;--line:#d5dbe3;--good:#17703a;--fair:#8a5800;--bad:#b3261e;--link:#0b57a4;--mark:#ffe58a;--on-mark:#1d2430}
    @media (prefers-color-scheme:dark){:root{--ink:#e7ebf1;--soft:#a9b3c1;--paper:#14181f;--card:#1d232d;--line:#3a4453;--good:#6fd08c;--fair:#f0b955;--bad:#ff9b90;--link:#8ec2ff;--mark:#6b5500;--on-mark:#fff}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
    main,footer{max-width:62rem;margin:0 auto;padding:1rem 1.25rem}footer{border-top:1px solid var(--line);margin-top:2rem}
    h1{font-size:1.7rem;line-height:1.3;margin:.25rem 0 .5rem}h2{font-size:1.3rem;line-height:1.4;margin:2.2rem 0 .5rem}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}h4{font-size:1rem;margin:0}
    a{color:var(--link)}a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
    .pack,.path,.legend,footer,figcaption,dt,small{color:var(--soft);font-size:.9rem}.pack,.path{margin:0;overflow-wrap:anywhere}
    .counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.75rem;margin:1rem 0}.counts div{background:var(--card);border-radius:.6rem;padding:.6rem 1rem}.counts dd{font-size:1.5rem;line-height:1.4;font-weight:700}.counts .passed dd{color:var(--good)}.counts .failed dd{color:var(--bad)}
    table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{border-bottom:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}tbody th{font-weight:400}thead th{color:var(--soft);white-space:nowrap}th.number,.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.none{color:var(--soft)}.bar{white-space:nowrap;width:11rem}.league th:first-child,.league td:first-child{width:3.5rem}
    th small{display:block;overflow-wrap:anywhere}.scroll{overflow-x:auto}details{margin:.5rem 0}summary{cursor:pointer;font-weight:600;padding:.2rem 0}
    .document{border-top:3px solid var(--line);margin-top:2.5rem}main>.document:first-child{border-top:0;margin-top:0}#documents .document{content-visibility:auto;contain-intrinsic-size:auto 60rem}
    .card{display:flex;flex-wrap:wrap;gap:1.25rem;align-items:center;background:var(--card);border-radius:.6rem;padding:1rem 1.25rem;margin:.75rem 0}
    .card>div{flex:1 1 15rem}.card p{margin:.2rem 0}.verdict strong{font-size:1.2rem}.verdict.passed{color:var(--good)}.verdict.failed{color:var(--bad)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .75rem;margin:.4rem 0}dd{margin:0;overflow-wrap:anywhere}
    .categories{list-style:none;margin:0;padding:0;flex:1 1 16rem}.categories li{display:grid;grid-template-columns:7.5rem 1fr 3rem;gap:.5rem;align-items:center;font-size:.9rem}progress{width:100%;accent-color:var(--link)}
    .ring{width:7rem;height:7rem}.ring circle{fill:none;stroke-width:4}.ring .track{stroke:var(--line)}.ring .fill{stroke:var(--good)}.failed .ring .fill{stroke:var(--bad)}.ring text{font-size:9px;font-weight:700;fill:var(--ink)}
    .columns{width:100%;max-width:40rem;height:auto}.columns rect{fill:var(--link)}.columns text{font-size:9px;fill:var(--ink)}.columns line{stroke:var(--line)}
    .share{width:7rem;height:.7rem;vertical-align:middle;background:var(--line)}.share .met{fill:var(--good)}.share .partial{fill:var(--fair)}.share .short{fill:var(--bad)}.percent{display:inline-block;width:3rem;text-align:right;font-size:.85rem;font-variant-numeric:tabular-nums}
    .finding{border:1px solid var(--line);border-left:.35rem solid var(--line);border-radius:.4rem;padding:.75rem 1rem;margin:.6rem 0}.finding.error{border-left-color:var(--bad)}.finding.warning{border-left-color:var(--fair)}.finding p{margin:.3rem 0}.finding :is(h3,h4){font-size:1rem;margin:0}
    .status{white-space:nowrap}.met{color:var(--good)}.partial{color:var(--fair)}.missing,.violated,.lost{color:var(--bad)}.lost{white-space:nowrap}
    .checklist ul{list-style:none;margin:0;padding:0;columns:2 24rem;column-gap:2rem;font-size:.9rem}.checklist li{break-inside:avoid;padding:.15rem 0;line-height:1.5}.checklist b{font-weight:600;white-space:nowrap}.checklist small{display:block}.checklist :is(h2,h3){font-size:1rem;margin:.9rem 0 .2rem}
    figure{margin:.4rem 0}blockquote{margin:0;padding:.4rem .75rem;background:var(--card);border-left:3px solid var(--line);overflow-wrap:anywhere}mark{background:var(--mark);color:var(--on-mark);padding:0 .1em}
    @page{size:A4;margin:18mm 16mm}
    @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#f4f4f4;--line:#bbb;--good:#0a5a2a;--fair:#704600;--bad:#9c1b14;--link:#000;--mark:#ffe58a;--on-mark:#000}body{font-size:10pt;line-height:1.5}main,footer{max-width:none;padding:0}h1{font-size:17pt}h2{font-size:13pt;margin-top:14pt}h3{font-size:11pt}.skip,.back{display:none}.document{break-before:page;border-top:0;margin-top:0}main>.document:first-child{break-before:auto}#documents .document{content-visibility:visible}figure,tr,.finding dl{break-inside:avoid}h1,h2,h3,h4,summary{break-after:avoid}table{font-size:9pt}th,td{padding:2pt 4pt}.bar{width:9rem}.share{width:5.5rem}.checklist ul{columns:2;column-gap:6mm;font-size:8.5pt}.checklist small{font-size:8pt}.finding{padding:5pt 8pt}.card{padding:6pt 9pt}details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}a{text-decoration:none}*{print-color-adjust:exact}}
    """
}
