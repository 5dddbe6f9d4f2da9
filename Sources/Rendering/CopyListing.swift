public import Comparison
public import SourceText

/// The passages that reports of a folder have from each other, as they are shown.
public struct CopyListing: Sendable {
  private let found: CopyFinder.Result
  /// How many documents were compared.
  private let documents: Int
  private let language: Language

  /// The number of documents is that of all reports that were compared, also those in which nothing was found.
  public init(of found: CopyFinder.Result, documents: Int, language: Language) {
    self.found = found
    self.documents = documents
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }

  /// The listing in a format.
  public func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    var previous: CopiedPassage?
    for copy in found.copies {
      if previous?.first.path != copy.first.path || previous?.second.path != copy.second.path {
        if previous != nil { page.line() }
        page.entry(indent: 0, "\(name(copy.first)) ↔ \(name(copy.second))", .bold)
        page.entry(indent: 2, words(for: copy.kind), .dim)
      }
      previous = copy
      show(copy, on: &page)
    }
    if previous != nil { page.line() }
    for line in summary { page.entry(indent: 0, line, .bold) }
    if found.stockSentences > 0 {
      page.entry(
        indent: 0,
        say(
          "另有 \(found.stockSentences) 句公用语句（多数报告都有或见于公用文本），不计入雷同",
          "\(found.stockSentences) sentences that many reports or a given template have are left out"), .dim)
    }
    return page.bytes
  }

  private func show(_ copy: CopiedPassage, on page: inout ConsolePage) {
    page.entry(
      say("相同 \(copy.share)%", "\(copy.share) % the same"), labelInk: .boldRed, indent: 2,
      "\(place(copy.first)) ↔ \(place(copy.second))\(remark(on: copy.evidence))")
    for sentence in copy.sentences.prefix(3) {
      page.entry(
        say(sentence.firstLine.zh, sentence.firstLine.en), labelInk: .dim, indent: 4, sentence.first)
      if sentence.second != sentence.first {
        page.entry(
          say(sentence.secondLine.zh, sentence.secondLine.en), labelInk: .dim, indent: 4, sentence.second)
      }
    }
    let rest = copy.sentences.count - 3
    if rest > 0 { page.entry(indent: 4, say("另有 \(rest) 句", "and \(rest) more sentences"), .dim) }
  }

  private func name(_ side: CopiedPassage.Side) -> String {
    let year = side.year.map { say("\($0)年", "\($0)") }
    let facts = [side.issuer, year].compactMap(\.self).joined(separator: " ")
    return facts.isEmpty ? side.path : say("\(side.path)（\(facts)）", "\(side.path) (\(facts))")
  }

  private func place(_ side: CopiedPassage.Side) -> String {
    side.heading.isEmpty ? "\(side.line.number)" : "\(side.line.number) \(side.heading)"
  }

  private func words(for kind: CopiedPassage.Kind) -> String {
    switch kind {
    case .otherBody: say("与其他机关的报告雷同", "as in another body's report")
    case .otherYear: say("沿用本机关其他年度的报告", "as in the body's report on another year")
    case .sameReport: say("同一机关同一年度的报告：重复报送或者不同版本", "one body's reports on one year: handed in twice, or two versions")
    }
  }

  private func remark(on evidence: CopiedPassage.Evidence) -> String {
    switch evidence {
    case .words: ""
    case .figures: say("（语句多为公用，数字相同）", " (stock sentences with the same figures)")
    case .order: say("（语句多为公用，取舍和次序相同）", " (stock sentences in the same order)")
    }
  }

  private var summary: [String] {
    let pairs = Set(found.copies.map { [$0.first.path, $0.second.path] }).count
    let counts = CopiedPassage.Kind.allCases.map { kind in found.copies.count { $0.kind == kind } }
    var lines = [
      say(
        "比对 \(documents) 份报告，发现 \(found.copies.count) 处雷同",
        "\(documents) reports compared, \(found.copies.count) passages alike")
    ]
    if pairs > 0 {
      lines[0] += say(
        "，涉及 \(pairs) 对报告（其他机关 \(counts[0]) 处，其他年度 \(counts[1]) 处，重复报送 \(counts[2]) 处）",
        " in \(pairs) pairs of reports (another body's: \(counts[0]), another year's: \(counts[1]), handed in twice: \(counts[2]))"
      )
    }
    return lines
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema_version")
    json.value("1")
    json.key("documents")
    json.value(documents)
    json.key("stock_sentences")
    json.value(found.stockSentences)
    json.key("copies")
    json.beginArray()
    for copy in found.copies {
      json.newLine()
      json.beginObject()
      json.key("kind")
      json.value(copy.kind.rawValue)
      json.key("evidence")
      json.value(copy.evidence.rawValue)
      json.key("share")
      json.value(copy.share)
      for (name, side) in [("first", copy.first), ("second", copy.second)] {
        json.key(name)
        json.beginObject()
        json.key("path")
        json.value(side.path)
        json.key("issuer")
        json.value(side.issuer)
        json.key("report_year")
        json.value(side.year)
        json.key("heading")
        json.value(side.heading)
        json.key("line")
        json.value(side.line.number)
        json.endObject()
      }
      json.key("sentences")
      json.beginArray()
      for sentence in copy.sentences {
        json.beginObject()
        json.key("first")
        json.value(sentence.first)
        json.key("second")
        json.value(sentence.second)
        json.key("first_line")
        json.value(sentence.firstLine.number)
        json.key("second_line")
        json.value(sentence.secondLine.number)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.newLine()
    json.endArray()
    json.endObject()
    return json.file()
  }
}
