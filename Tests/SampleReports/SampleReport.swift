/// An invented report as a value, from which samples are made by changing one thing at a time.
package struct SampleReport: Sendable {
  package var title: String
  /// The body as the title names it.
  package var issuer: String
  /// The level by the contract's name.
  package var level: String
  package var year: Int
  /// `YYYY-MM-DD`, the date that the metadata lines show.
  package var published: String?
  /// `YYYY-MM-DD`, the date that the signature shows.
  package var signed: String?
  /// Lines of the page above and below the title, and after the signature.
  package var before: [String]
  package var after: [String]
  package var trailing: [String]
  package var addressee: String?
  package var preamble: [String]
  package var parts: [SamplePart]
  package var signature: [String]

  /// What must be read from the report when nothing was done to it.
  package var facts: SampleFacts {
    let facts = SampleFacts(
      values: [
        // A blank between two bodies may be left out when a title is shown on one line.
        .title: [title, title.replacing(" ", with: "")], .level: [level], .kind: ["annual-report"],
        .reportYear: [String(year)],
        .publicationDate: [published], .signatureDate: [signed],
      ],
      roles: Set(parts.flatMap(\.roles)))
    // Where the title names the region only, the organ may be taken from elsewhere.
    let namesOrgan = ["府", "局", "厅", "处", "委员会"].contains { issuer.hasSuffix($0) }
    return namesOrgan ? facts.with(.issuer, issuer) : facts
  }

  /// The first top part that plays a role; to set nil removes all that play it.
  package subscript(role: SampleRole) -> SamplePart? {
    get { parts.first { $0.roles.contains(role) } }
    set {
      guard let place = parts.firstIndex(where: { $0.roles.contains(role) }) else { return }
      if let newValue { parts[place] = newValue } else { parts.removeAll { $0.roles.contains(role) } }
    }
  }

  /// A copy changed as the closure says.
  package func changed(_ change: (inout SampleReport) -> Void) -> SampleReport {
    var copy = self
    change(&copy)
    return copy
  }

  /// A copy in which one part has another heading.
  package func heading(_ role: SampleRole, _ heading: String) -> SampleReport {
    changed { $0[role]?.heading = heading }
  }

  /// A copy with the top parts in another order, given by the part that each plays.
  package func ordered(_ roles: [SampleRole]) -> SampleReport {
    changed { report in report.parts = roles.compactMap { self[$0] } }
  }

  /// A copy without anything that speaks of a field of the Outline.
  package func without(_ field: OutlineField) -> SampleReport {
    changed { report in report.parts = parts.map { $0.without(field) } }
  }

  /// A copy with headings, paragraphs, title and signature rewritten, page lines left alone.
  package func mapText(_ change: (String) -> String) -> SampleReport {
    changed { report in
      report.title = change(title)
      report.issuer = change(issuer)
      report.preamble = preamble.map(change)
      report.parts = parts.map { $0.mapText(change) }
      report.signature = signature.map(change)
    }
  }

  /// A copy with one wording replaced by another wherever it stands.
  ///
  /// - Precondition: the wording occurs, so that no sample is silently the same as its base.
  package func replacing(_ old: String, with new: String) -> SampleReport {
    var found = false
    let copy = mapText { text in
      guard text.contains(old) else { return text }
      found = true
      return text.replacing(old, with: new)
    }
    precondition(found, "the base report does not say \(old)")
    return copy
  }

  /// A copy without page lines: a draft as it leaves the author's desk.
  package func draft() -> SampleReport {
    changed {
      $0.before = []
      $0.after = []
      $0.published = nil
    }
  }

  /// A copy of the report on another year, with every date moved along.
  package func movedToYear(_ target: Int) -> SampleReport {
    let shift = target - year
    func moved(_ text: String, endings: [String]) -> String {
      var text = text.replacing("—2025年", with: "—\u{1}年")
      let years = shift < 0 ? Array(2010...2030) : (2010...2030).reversed()
      for year in years {
        for ending in endings { text = text.replacing("\(year)\(ending)", with: "\(year + shift)\(ending)") }
      }
      return text.replacing("\u{1}", with: "2025")
    }
    let meetings = [
      2021: "党的十九大和十九届历次全会精神", 2022: "党的二十大精神", 2023: "党的二十大和二十届二中全会精神",
    ]
    return mapText { text in
      var text = moved(text, endings: ["年"])
      if let meeting = meetings[target] {
        text = text.replacing("党的二十大和二十届二中、三中全会精神", with: meeting)
        text = text.replacing("党的二十大、二十届二中、三中全会精神", with: meeting)
      }
      return text
    }
    .changed { report in
      report.year = target
      report.before = before.map { moved($0, endings: ["-"]) }
      report.after = after.map { moved($0, endings: ["-"]) }
      report.published = published.map { moved($0, endings: ["-"]) }
      report.signed = signed.map { moved($0, endings: ["-"]) }
    }
  }

  /// A copy with the date of publication moved in all page lines.
  package func published(on date: String) -> SampleReport {
    changed { report in
      guard let old = published else { return }
      report.before = before.map { $0.replacing(old, with: date) }
      report.after = after.map { $0.replacing(old, with: date) }
      report.published = date
    }
  }
}
