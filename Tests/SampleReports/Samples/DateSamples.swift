/// Reports published and signed on other days, and signatures of every kind.
enum DateSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    deadlines(bases) + orders(bases) + signatures(bases)
  }

  private static func deadlines(_ bases: SampleBases) -> [SampleDocument] {
    let cases: [(String, RuleStatus)] = [
      ("2025-03-31", .met), ("2025-04-01", .partial), ("2025-04-02", .violated), ("2025-04-30", .violated),
      ("2025-12-31", .violated), ("2026-01-15", .violated),
    ]
    let shown = cases.enumerated().flatMap { turn, entry in
      [turn, turn + 1].map { turn in
        let base = bases.taking(turn)
        return SampleDocument(
          "\(base.name) published on \(entry.0)", base.report.published(on: entry.0),
          verdicts: .allMet.with(.dateDeadline, entry.1))
      }
    }
    let given = cases.prefix(3).map { date, status in
      let draft = bases.city.draft()
      return SampleDocument(
        "city given as published on \(date)", draft, options: ["--published", date],
        verdicts: .allMet.with(.dateDeadline, status).without(.datePublished),
        facts: draft.facts.with(.publicationDate, date))
    }
    return shown + given
  }

  private static func orders(_ bases: SampleBases) -> [SampleDocument] {
    let late = bases.all.map { name, base in
      let day = "2025年3月28日"
      let report = base.changed {
        $0.signature[$0.signature.count - 1] = day
        $0.signed = "2025-03-28"
      }
      return SampleDocument(
        "\(name) signed after it was published", report, verdicts: .allMet.with(.dateOrder, .violated))
    }
    let same = bases.county.changed {
      $0.signature[1] = "2025年2月21日"
      $0.signed = "2025-02-21"
    }
    return late + [SampleDocument("county signed on the day of publication", same)]
  }

  private static func signatures(_ bases: SampleBases) -> [SampleDocument] {
    func county(signed lines: [String], _ date: String? = "2025-02-17") -> SampleReport {
      bases.county.changed {
        $0.signature = lines
        $0.signed = date
      }
    }
    let right: [(String, [String])] = [
      ("with the year in Chinese numerals", ["云溪县人民政府", "二〇二五年二月十七日"]),
      ("with padded numbers", ["云溪县人民政府", "2025年02月17日"]),
      ("on one line", ["云溪县人民政府　2025年2月17日"]), ("with spaces in the date", ["云溪县人民政府", "2025 年 2 月 17 日"]),
      ("far to the right", ["　　　　　　　　　　　　云溪县人民政府", "　　　　　　　　　　　　2025年2月17日"]),
      ("with the city's name", ["澜川市云溪县人民政府", "2025年2月17日"]),
      ("with the date first", ["2025年2月17日", "云溪县人民政府"]), ("with dashes in the date", ["云溪县人民政府", "2025-02-17"]),
      ("with letters apart", ["云 溪 县 人 民 政 府", "2025年2月17日"]),
    ]
    let met = right.map { name, lines in
      let report = county(signed: lines)
      return SampleDocument("a signature \(name)", report, facts: report.facts.without(.issuer))
    }
    let noDate = SampleVerdicts.allMet.with(.signatureDate, .missing).with(.dateOrder, .notApplicable)
    let faulty: [(String, [String], String?, SampleVerdicts)] = [
      (
        "no signature", [], nil,
        noDate.with(.signatureIssuer, .missing)
      ),
      ("a signature without a body", ["2025年2月17日"], "2025-02-17", .allMet.with(.signatureIssuer, .missing)),
      ("a signature without a date", ["云溪县人民政府"], nil, noDate),
      (
        "a signature of another county", ["石渡县人民政府", "2025年2月17日"], "2025-02-17",
        .allMet.with(.signatureIssuer, .violated, .partial)
      ),
      (
        "a signature without a day", ["云溪县人民政府", "2025年2月"], nil,
        noDate.with(.signatureDate, .missing, .partial)
      ),
    ]
    let wrong = faulty.map { name, lines, date, verdicts in
      SampleDocument(name, county(signed: lines, date), verdicts: verdicts)
    }
    // The district's catalogue says when the report was made, which may stand in for the missing date.
    let district = bases.district.changed {
      $0.signature = []
      $0.signed = nil
    }
    return met + wrong + [
      SampleDocument(
        "no signature below a catalogue table", district,
        verdicts: SampleVerdicts.allMet.with(.signatureIssuer, .missing).with(.signatureDate, .missing, .partial)
          .with(.dateOrder, .notApplicable, .met))
    ]
  }
}
