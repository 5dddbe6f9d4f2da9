import Documents
import Matching
import SourceText

@testable import Reports

/// A text whose places are found by the words that stand there, for building reports by hand.
struct SampleText {
  let document: DecodedDocument
  let folded: FoldedText

  /// - Parameter text: one block a line; blank lines separate.
  init(_ text: String) {
    let decoded = DecodedText(text)
    var blocks: [Block] = []
    for (index, start) in decoded.lines.starts.enumerated() {
      let next = index + 1 < decoded.lines.starts.count ? decoded.lines.starts[index + 1] : decoded.bytes.count
      var end = next
      while end > start, decoded.bytes[end - 1] == 0x0A { end -= 1 }
      if end > start { blocks.append(Block(kind: .paragraph, range: TextRange(start, end), followsBlank: false)) }
    }
    document = DecodedDocument(format: .text, encoding: .utf8, text: decoded, blocks: blocks, dropped: [])
    folded = FoldedText(decoded, blocks: blocks.map(\.range))
  }

  /// Where `words` stand in the decoded text, for the `nth` time.
  func source(_ words: String, nth: Int = 1) -> TextRange {
    let wanted = Array(words.utf8)
    var left = nth
    for start in 0...(document.text.bytes.count - wanted.count)
    where Array(document.text.bytes[start..<start + wanted.count]) == wanted {
      left -= 1
      if left == 0 { return TextRange(start, start + wanted.count) }
    }
    fatalError("the sample does not say \(words)")
  }

  /// Where `words` stand in the folded text.
  func place(_ words: String, nth: Int = 1) -> FoldedRange {
    let wanted = FoldedText.fold(words)
    var left = nth
    for start in 0...(folded.bytes.count - wanted.count)
    where Array(folded.bytes[start..<start + wanted.count]) == wanted {
      left -= 1
      if left == 0 { return FoldedRange(start, start + wanted.count) }
    }
    fatalError("the sample does not say \(words)")
  }

  /// From the first place to the end of the second.
  func span(_ first: String, _ last: String) -> FoldedRange { FoldedRange(place(first).start, place(last).end) }

  /// A report on this text with nothing found in it.
  var report: Report {
    var phrases = PhraseSet()
    _ = phrases.add("无")
    return Report(
      document: document, text: folded, matches: PhraseAutomaton(phrases).scan(folded), parts: [],
      kind: .annualReport, title: nil, issuer: nil, level: nil, reportYear: nil, stage: .draft, metadata: [], dates: [],
      publication: nil, documentDate: nil, signature: nil, years: [], body: FoldedRange(0, folded.bytes.count),
      preamble: nil, sections: [], numberingFaults: [], sentences: [], roles: [], figures: [], figureRelations: [])
  }
}
