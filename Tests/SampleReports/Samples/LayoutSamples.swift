/// Reports set down in other ways, with numbers right and wrong, in other encodings.
enum LayoutSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    layouts(bases) + withoutHeadings(bases) + numberingFaults(bases) + lawfulNumbering(bases) + encodings(bases)
  }

  private static func layouts(_ bases: SampleBases) -> [SampleDocument] {
    let numberless = SampleVerdicts.allMet.with(.numberingSequence, .met, .notApplicable)
    let cases: [(String, SampleLayout, SampleVerdicts)] = [
      ("parts numbered 第一部分", SampleLayout(numbering: .parts), .allMet),
      ("Arabic numbers at the top", SampleLayout(numbering: .arabic), .allMet),
      ("careless marks after numbers", SampleLayout(numbering: .careless), .allMet),
      ("headings without numbers", SampleLayout(numbering: .unnumbered), numberless),
      (
        "headings without numbers, set apart", SampleLayout(numbering: .unnumbered, indent: "", spaced: true),
        numberless
      ),
      ("Markdown with numbers", SampleLayout(numbering: .markdown, indent: ""), .allMet),
      ("Markdown without numbers", SampleLayout(numbering: .markdownUnnumbered, indent: ""), numberless),
      ("second-level headings that run into their text", SampleLayout(runsInAtSecondLevel: true), .allMet),
      ("no indents", SampleLayout(indent: ""), .allMet),
      ("indents of four spaces and empty lines", SampleLayout(indent: "    ", spaced: true), .allMet),
      ("punctuation folded to ASCII", SampleLayout(foldsPunctuation: true), .allMet),
      (
        "punctuation folded and headings run in", SampleLayout(foldsPunctuation: true, runsInAtSecondLevel: true),
        .allMet
      ),
      ("Windows line ends", SampleLayout(newline: "\r\n"), .allMet),
      ("old Macintosh line ends", SampleLayout(newline: "\r"), .allMet),
    ]
    let plain = cases.enumerated().map { turn, entry in
      let base = bases.taking(turn)
      return SampleDocument("\(entry.0) in \(base.name)", base.report, layout: entry.1, verdicts: entry.2)
    }
    let wrapped = (35...40).map { width in
      let base = bases.taking(width)
      return SampleDocument(
        "lines broken after \(width) characters in \(base.name)", base.report, layout: SampleLayout(width: width))
    }
    let spaced = bases.all.map { name, base in
      SampleDocument(
        "empty lines between paragraphs in \(name)", base, layout: SampleLayout(spaced: true))
    }
    return plain + wrapped + spaced
  }

  private static func withoutHeadings(_ bases: SampleBases) -> [SampleDocument] {
    let openings: [SampleRole: String] = [
      .measures: "一年来，主要采取了以下举措，取得了较好成效。",
      .leaderDuty: "党政主要负责人认真履行推进法治建设第一责任人职责。",
      .shortcomings: "在取得成绩的同时，工作中还存在一些不足。",
      .nextYearPlan: "2025年，将重点做好以下几方面工作安排。",
    ]
    return bases.all.map { name, base in
      let report = base.changed { report in
        report.parts = base.parts.map { part in
          let opening = part.roles.first.flatMap { openings[$0] } ?? ""
          return SamplePart(part.heading, roles: part.roles, paragraphs: [SampleParagraph(opening)] + part.flattened)
        }
      }
      var verdicts = SampleVerdicts.allMet.with(.numberingSequence, .met, .notApplicable)
        .with(.yearConsistent, .met, .partial).with(.sectionCauses, .met, .partial)
      for role in SampleRole.allCases { verdicts = verdicts.with(role.rule, .met, .partial) }
      return SampleDocument(
        "paragraphs without headings in \(name)", report, layout: SampleLayout(numbering: .absent),
        verdicts: verdicts, facts: report.facts.with(roles: nil))
    }
  }

  private static func numberingFaults(_ bases: SampleBases) -> [SampleDocument] {
    let verdicts = SampleVerdicts.allMet.with(.numberingSequence, .violated)
    let top: [(String, [Int])] = [
      ("a gap", [1, 2, 4, 5]), ("a repeat", [1, 2, 2, 3]), ("two numbers changed about", [1, 3, 2, 4]),
      ("a jump", [1, 2, 3, 7]), ("no first", [2, 3, 4, 5]),
    ]
    let below: [(String, Int, Int)] = [("a gap", 3, 5), ("a repeat", 3, 3), ("a jump", 4, 14), ("a step back", 5, 2)]
    let atTop = top.enumerated().map { turn, entry in
      let base = bases.taking(turn)
      let report = base.report.changed { report in
        for (place, number) in entry.1.enumerated() { report.parts[place].number = number }
      }
      return SampleDocument("\(entry.0) in the top numbers of \(base.name)", report, verdicts: verdicts)
    }
    let atSecond = below.enumerated().map { turn, entry in
      let base = bases.taking(turn)
      let report = base.report.changed { $0[.measures]?.parts[entry.1].number = entry.2 }
      return SampleDocument("\(entry.0) in the second-level numbers of \(base.name)", report, verdicts: verdicts)
    }
    let atThird = [("a gap", 1, 3), ("a repeat", 1, 1), ("a jump", 2, 8)].map { name, place, number in
      let report = bases.district.changed { $0[.measures]?.parts[0].parts[place].number = number }
      return SampleDocument("\(name) in the third-level numbers of district", report, verdicts: verdicts)
    }
    return atTop + atSecond + atThird
  }

  private static func lawfulNumbering(_ bases: SampleBases) -> [SampleDocument] {
    let items = bases.county.mapText { text in
      text.replacing("一是", with: "1.").replacing("二是", with: "2.").replacing("三是", with: "3.")
        .replacing("四是", with: "4.")
    }
    return [
      SampleDocument(
        "third-level numbers that run on in district", bases.district, layout: SampleLayout(runsOnAtThirdLevel: true)),
      SampleDocument(
        "third-level numbers that run on behind folded marks in district", bases.district,
        layout: SampleLayout(foldsPunctuation: true, runsOnAtThirdLevel: true)),
      SampleDocument("numbered paragraphs instead of 一是 in county", items),
      SampleDocument(
        "more than ten chapters in county", bases.county.withFlatChapters(), layout: SampleLayout(indent: "")),
    ]
  }

  private static func encodings(_ bases: SampleBases) -> [SampleDocument] {
    let encodings = SampleEncoding.allCases.filter { $0 != .utf8 }
    return bases.all.flatMap { name, base in
      encodings.map { SampleDocument("\(name) in \($0.rawValue)", base, encoding: $0) }
        + [
          SampleDocument(
            "\(name) in gb18030 with Windows line ends and ASCII marks", base,
            layout: SampleLayout(newline: "\r\n", foldsPunctuation: true), encoding: .gb18030)
        ]
    }
  }
}
