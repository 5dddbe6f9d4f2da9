/// Page lines around a report, with the date of publication in all the ways in which pages show it.
enum MetadataSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    sourceLines(bases) + catalogues(bases) + clocks(bases) + frames(bases) + undated(bases)
  }

  private static let lines = [
    "时间:2025-02-21 10:48:47来源:云溪县司法局作者:点击:",
    "来源:云溪县司法局\u{2003}发布日期:2025-02-21 16:21浏览次数:",
    "来源：云溪县人民政府办公室 发布时间：2025-02-21 09:18",
    "浏览次数： 信息来源： 县司法局发布时间：2025-02-21 16:34",
    "来源：县人民政府法制办 发布日期：2025-02-21 16:13 浏览次数： 字体：【大 中 小】",
    "发布日期：2025-02-21 10:17 作者：县政府办 来源：县司法局 阅读： 字体【",
    "发布时间：2025-02-21 信息来源：云溪县司法局 浏览次数：1472", "来源： 网站 2025-02-21 16:37",
    "文章来源：司法局 更新时间：2025/02/21 11:30:01", "发布日期：2025年2月21日", "发布日期：2025年02月21日 来源：县司法局",
    "发布时间：2025.02.21 责任单位：云溪县司法局", "发 布 日 期：２０２５－０２－２１", "公开日期：2025-02-21 公开方式：主动公开",
    "发布单位：云溪县司法局 日期：2025-02-21", "时间：2025-02-21 字号：大 中 小 打印 分享到：",
  ]

  private static func sourceLines(_ bases: SampleBases) -> [SampleDocument] {
    lines.map { line in
      let above = bases.county.changed { $0.after = [line] }
      return SampleDocument("the source line \(line)", above)
    }
      + lines.prefix(3).map { line in
        let below = bases.county.changed {
          $0.before = ["首页 > 政务公开 > 法治政府建设年度报告", line]
          $0.after = []
        }
        return SampleDocument("above the title the source line \(line)", below)
      }
  }

  private static func catalogues(_ bases: SampleBases) -> [SampleDocument] {
    let bars = [
      "[ 索引号 ] | 11331100009347908d/2025-00019 | [ 发文字号 ] | |", "[ 主题分类 ] | 综合政务 | [ 体裁分类 ] | 其他公文 |",
      "[ 发布机构 ] | 云溪县人民政府办公室 | [ 发布日期 ] | 2025-02-21 |", "[ 成文日期 ] | 2025-02-17 | [ 有效性 ] |",
    ]
    let cases: [(String, [String])] = [
      ("bars and brackets", bars), ("the whole table twice", bars + bars),
      (
        "one cell to a line",
        [
          "索引号", "013579246/2025-00037", "发布机构", "云溪县人民政府办公室", "成文日期", "2025-02-17", "发布日期",
          "2025-02-21", "有效性", "",
        ]
      ),
      (
        "colons and spaces inside the labels",
        [
          "索 引 号：013579246/2025-00037", "发文机关：云溪县人民政府", "成 文 日 期：2025年02月17日",
          "发 布 日 期：2025年02月21日", "文 号：",
        ]
      ),
      (
        "two fields to a line",
        [
          "索引号：013579246/2025-00037　主题分类：综合政务", "发文机构：云溪县人民政府　生成日期：2025-02-17",
          "名　　称：云溪县人民政府关于2024年法治政府建设情况的报告", "文　　号：　公开日期：2025-02-21",
        ]
      ),
      ("date of publication before the date made", ["发布时间：2025-02-21", "成文日期：2025-02-17", "公开主体：县政府办"]),
      ("tabs", ["索引号：\t013579246/2025-00037\t发布日期：\t2025-02-21", "发布机构：\t县政府办\t成文日期：\t2025-02-17"]),
    ]
    return cases.map { name, lines in
      SampleDocument(
        "a catalogue table with \(name)",
        bases.county.changed {
          $0.before = lines
          $0.after = []
        })
    }
  }

  private static func clocks(_ bases: SampleBases) -> [SampleDocument] {
    let clocks = [
      "今天是2026年3月5日 星期四", "2019年10月31日 星期三 农历十月初四", "2026年11月21日 星期六 农历十月十三 晴 12℃",
      "当前时间：2026-07-01 08:00:00",
    ]
    let dated = clocks.map { clock in
      SampleDocument("the page clock \(clock)", bases.county.changed { $0.before.insert(clock, at: 0) })
    }
    let alone = clocks.prefix(3).map { clock in
      let report = bases.county.draft().changed { $0.before = [clock] }
      return SampleDocument(
        "no date but the page clock \(clock)", report,
        verdicts: .allMet.undated().with(.datePublished, .unverifiable, .missing), facts: report.facts)
    }
    return dated + alone
  }

  private static func frames(_ bases: SampleBases) -> [SampleDocument] {
    let trailing: [(String, [String])] = [
      ("sharing buttons", ["分享到：", "【打印】【关闭】"]),
      ("links to the neighbours", ["上一篇：云溪县2024年政府信息公开工作年度报告", "下一篇：没有了"]),
      ("an editor's name", ["责任编辑：县政府办"]), ("a remark on publication", ["（此件公开发布）"]),
      ("an attachment", ["附件：2024年法治政府建设重点任务清单"]),
      ("a site's foot", ["主办：云溪县人民政府办公室", "网站标识码：3311250001", "版权所有：云溪县人民政府"]),
    ]
    return trailing.enumerated().map { turn, entry in
      let base = bases.taking(turn)
      return SampleDocument(
        "\(entry.0) after the signature in \(base.name)", base.report.changed { $0.trailing = entry.1 })
    }
  }

  private static func undated(_ bases: SampleBases) -> [SampleDocument] {
    bases.all.map { name, base in
      let draft = base.draft()
      return SampleDocument("\(name) without page lines", draft, verdicts: .allMet.undated())
    }
      + [
        SampleDocument(
          "county handed in as a draft", bases.county.draft().changed { $0.addressee = "县委、县人大常委会：" },
          options: ["--stage", "draft"],
          verdicts: SampleVerdicts.allMet.with(.datePublished, .unverifiable, .notApplicable)
            .with(.dateDeadline, .unverifiable, .notApplicable).with(.dateOrder, .unverifiable, .notApplicable)),
        SampleDocument(
          "a page that shows no date",
          bases.county.draft().changed { $0.before = ["首页 > 政务公开 > 法治政府建设年度报告"] },
          options: ["--stage", "published"],
          verdicts: .allMet.undated().with(.datePublished, .missing, .unverifiable)),
      ]
  }
}
