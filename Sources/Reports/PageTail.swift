import Matching
import SourceText

/// What stands behind the report's last paragraph.
struct PageTail {
  /// The block behind the report's last.
  var bodyEnd: Int
  /// What each block from `bodyEnd` on is.
  var parts: [PagePart] = []
  var signature: Signature?
  var metadata: [MetadataLine] = []
  var dates: [DateFact] = []
  var isPage = false
}

/// Reads the lines behind the report's last paragraph.
struct PageTailReader {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let words: PageWords
  let matches: PhraseMatches
  let metadata: MetadataReader
  /// The body that the title names: a line that says the same is an organ, whatever its ending.
  let titleIssuer: FoldedRange?

  /// How a document may be made public (公开方式) is said on drafts too (GB/T 9704-2012, 7.4).
  private static let imprintField = "method"

  /// Reads the blocks of `window`, none of which stands before the body.
  func read(_ window: Range<Int>, body: Range<Int>) -> PageTail {
    let reader = PageLineReader(
      text: text, vocabulary: vocabulary, words: words, matches: matches, metadata: metadata)
    let lines = window.map(reader.line)
    let signatures = SignatureReader(text: text, vocabulary: vocabulary, titleIssuer: titleIssuer)
    var found: SignatureReader.Found?
    for start in appendixStarts(in: body) {
      let before = (max(body.lowerBound, start - 12)..<start).map(reader.line)
      found = signatures.find(in: before[signatures.lastStretch(of: before)...], isOnlyComplete: true)
      if found != nil { break }
    }
    if found == nil { found = signatureAtEnd(lines, signatures) }
    let bodyEnd = bodyEnd(lines, window: window, signature: found)
    var tail = PageTail(bodyEnd: bodyEnd, signature: found?.signature)
    label(lines, window: window, signature: found, into: &tail)
    readMetadata(lines, into: &tail)
    return tail
  }

  /// The blocks that begin with a word for attachments, at most eight.
  private func appendixStarts(in body: Range<Int>) -> [Int] {
    guard let first = body.first, let last = body.last else { return [] }
    let range = FoldedRange(text.blocks[first].start, text.blocks[last].end)
    var starts: [Int] = []
    for phrase in vocabulary.pageWords where phrase.word == .appendix {
      var met = 0
      matches.each(of: phrase.id, in: range) { hit in
        let block = self.block(at: hit.start)
        if text.trimmed(text.blocks[block]).start == hit.start { starts.append(block) }
        met += 1
        return met < 400
      }
    }
    return Array(Set(starts).sorted().prefix(8))
  }

  private func block(at offset: Int) -> Int {
    max(0, text.blocks.partitioningIndex { $0.start > offset } - 1)
  }

  /// The signature in the lines behind the last paragraph, or above a paragraph or two of the page's own.
  private func signatureAtEnd(_ lines: [PageLine], _ signatures: SignatureReader) -> SignatureReader.Found? {
    var end = lines.count
    for attempt in 0..<3 {
      let start = signatures.lastStretch(of: Array(lines[..<end]))
      if let found = signatures.find(in: lines[start..<end], isOnlyComplete: attempt > 0) { return found }
      guard start > 0 else { return nil }
      end = start - 1
    }
    return nil
  }

  private func bodyEnd(_ lines: [PageLine], window: Range<Int>, signature: SignatureReader.Found?) -> Int {
    let limit: Int
    if let signature {
      limit = signature.blocks.lowerBound
    } else {
      // Only the lines behind the last paragraph can be the page's.
      let lastText = lines.lastIndex { $0.look == .prose || $0.look == .numbered }
      let from = lastText.map { $0 + 1 } ?? 0
      let first = lines[from...].first { isPageLine($0.look) || $0.look == .appendix }
      limit = first?.block ?? window.upperBound
    }
    var end = limit
    while let line = line(end - 1, lines, window), isPageLine(line.look) || line.look == .empty { end -= 1 }
    // Attachments are listed above the signature (GB/T 9704-2012, 7.3.4), on lines of their own.
    var list = end
    while let line = line(list - 1, lines, window), end - list < 12, line.look != .prose {
      list -= 1
      if line.look == .appendix { return list }
    }
    return end
  }

  private func line(_ block: Int, _ lines: [PageLine], _ window: Range<Int>) -> PageLine? {
    window.contains(block) ? lines[block - window.lowerBound] : nil
  }

  private func isPageLine(_ look: PageLine.Look) -> Bool {
    switch look {
    case .clock, .metadata, .furniture: true
    case .empty, .date, .appendix, .remark, .numbered, .prose, .plain: false
    }
  }

  private func label(
    _ lines: [PageLine], window: Range<Int>, signature: SignatureReader.Found?, into tail: inout PageTail
  ) {
    var isFooter = false
    for block in tail.bodyEnd..<max(tail.bodyEnd, window.upperBound) {
      if let signature, signature.blocks.contains(block) {
        tail.parts.append(.signature)
        continue
      }
      guard let line = line(block, lines, window) else {
        tail.parts.append(.appendix)
        continue
      }
      switch line.look {
      case .metadata:
        tail.parts.append(.metadata)
      case .clock, .furniture:
        tail.parts.append(.furniture)
        if !text.isOrnament(line.range) {
          isFooter = true
          tail.isPage = true
        }
      case .appendix:
        isFooter = false
        tail.parts.append(.appendix)
      case .empty, .date, .remark, .numbered, .prose, .plain:
        tail.parts.append(isFooter ? .furniture : .appendix)
      }
    }
  }

  private func readMetadata(_ lines: [PageLine], into tail: inout PageTail) {
    let scan = DateScan(text: text)
    for line in lines where line.block >= tail.bodyEnd {
      if line.look == .metadata {
        let read = metadata.read(line.range, words.inside(line.range))
        tail.metadata.append(read)
        if read.fields.contains(where: { vocabulary.fields[$0.field].field != Self.imprintField }) {
          tail.isPage = true
        }
      } else if line.look == .clock || line.look == .furniture {
        let kind: DateFact.Kind = line.look == .clock ? .clock : .url
        let written = line.look == .clock ? scan.dates(in: line.range) : scan.addressDates(in: line.range)
        for written in written {
          if let date = written.date { tail.dates.append(DateFact(date: date, kind: kind, range: written.range)) }
        }
      }
    }
  }
}
