package import Comparison
package import SourceText

/// The passages that reports of a folder have from each other, as they are shown.
package struct CopyListing: Sendable {
  private let copies: [CopiedPassage]
  /// How many documents were compared.
  private let documents: Int
  private let language: Language

  package init(of copies: [CopiedPassage], documents: Int, language: Language) {
    self.copies = copies
    self.documents = documents
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }

  /// The listing in a format.
  package func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    for copy in copies {
      page.line(page.paint(say("相同 \(copy.share)%", "\(copy.share) % the same"), .boldRed))
      for side in [copy.first, copy.second] {
        page.entry(indent: 2, "\(side.path):\(side.line.number) \(side.heading)")
      }
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
      page.line()
    }
    page.entry(
      indent: 0,
      say(
        "比对 \(documents) 份报告，发现 \(copies.count) 处雷同", "\(documents) reports compared, \(copies.count) passages alike"),
      .bold)
    return page.bytes
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema_version")
    json.value("1")
    json.key("documents")
    json.value(documents)
    json.key("copies")
    json.beginArray()
    for copy in copies {
      json.newLine()
      json.beginObject()
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
