import SourceText

/// Finds the lines with which a report is signed: the organ's name and the date.
struct SignatureReader {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let titleIssuer: FoldedRange?

  struct Found {
    var signature: Signature
    var blocks: ClosedRange<Int>
  }

  /// What a line could be in a signature.
  private struct Reading {
    var block: Int
    var issuer: FoldedRange?
    var date: WrittenDate?
    /// Whether nothing of the report's text stands before it.
    var opens: Bool

    var range: FoldedRange? {
      guard let issuer else { return date?.range }
      guard let date else { return issuer }
      return FoldedRange(min(issuer.start, date.range.start), max(issuer.end, date.range.end))
    }
  }

  /// Where the lines behind the last paragraph begin.
  func lastStretch(of lines: [PageLine]) -> Int {
    (lines.lastIndex { $0.look == .prose } ?? -1) + 1
  }

  /// The first signature among the lines; name and date together are preferred to either alone.
  func find(in lines: ArraySlice<PageLine>, isOnlyComplete: Bool) -> Found? {
    let readings = readings(of: lines)
    var partial: Found?
    var index = readings.startIndex
    while index < readings.endIndex {
      let first = readings[index]
      var cluster = [first]
      var next = index + 1
      while next < readings.endIndex, let last = cluster.last, let further = continuation(last, readings[next], cluster)
      {
        cluster.append(further)
        next += 1
      }
      let found = found(cluster)
      if found.signature.issuer != nil, found.signature.date != nil { return found }
      if partial == nil, isEnough(cluster) { partial = found }
      index = next
    }
    return isOnlyComplete ? nil : partial
  }

  /// The next line when it belongs to the same signature: another organ, or the date or organ still missing.
  private func continuation(_ last: Reading, _ next: Reading, _ cluster: [Reading]) -> Reading? {
    guard next.block - last.block <= 3 else { return nil }
    let hasDate = cluster.contains { $0.date != nil }
    let hasIssuer = cluster.contains { $0.issuer != nil }
    if next.date != nil, hasDate { return nil }
    if next.issuer != nil, hasIssuer, hasDate { return nil }
    return next
  }

  /// Whether a name or a date alone can pass for a signature: right behind the text, and no ordinary word.
  private func isEnough(_ cluster: [Reading]) -> Bool {
    guard let first = cluster.first, first.opens else { return false }
    guard first.date == nil, let issuer = first.issuer else { return true }
    return issuer.count > 12
  }

  private func found(_ cluster: [Reading]) -> Found {
    let issuers = cluster.compactMap(\.issuer)
    let written = cluster.compactMap(\.date).first
    let ranges = cluster.compactMap(\.range)
    let issuer = issuers.first.map { FoldedRange($0.start, issuers.last?.end ?? $0.end) }
    let date = written.flatMap { written in
      written.date.map { DateFact(date: $0, kind: .signature, range: written.range) }
    }
    let range = FoldedRange(ranges.map(\.start).min() ?? 0, ranges.map(\.end).max() ?? 0)
    let blocks = (cluster.first?.block ?? 0)...(cluster.last?.block ?? 0)
    return Found(signature: Signature(range: range, issuer: issuer, date: date), blocks: blocks)
  }

  private func readings(of lines: ArraySlice<PageLine>) -> [Reading] {
    var readings: [Reading] = []
    var opens = true
    var hasAppendix = false
    for line in lines {
      switch line.look {
      case .empty, .remark: continue
      case .furniture, .clock, .metadata:
        if !text.isOrnament(line.range) { opens = false }
      case .appendix:
        // Attachments may be listed above the signature; they don't make it any less the first thing said.
        hasAppendix = true
      case .numbered:
        // A report may end in numbered lines, and so may a list of attachments.
        opens = readings.isEmpty && !hasAppendix
      case .prose: opens = false
      case .date:
        let written = DateScan(text: text).dates(in: line.range).first
        readings.append(Reading(block: line.block, issuer: nil, date: written, opens: opens))
      case .plain:
        if let reading = reading(of: line, opens: opens) { readings.append(reading) } else { opens = false }
      }
    }
    return readings
  }

  private func reading(of line: PageLine, opens: Bool) -> Reading? {
    let range = text.withoutRemark(line.range)
    guard range.count <= 240 else { return nil }
    let dates = DateScan(text: text).dates(in: range)
    if dates.isEmpty {
      return organ(range).map { Reading(block: line.block, issuer: $0, date: nil, opens: opens) }
    }
    guard dates.count == 1, let written = dates.first else { return nil }
    let rest: FoldedRange
    if written.range.end == range.end {
      rest = text.withoutRemark(text.trimmed(FoldedRange(range.start, written.range.start)))
    } else if written.range.start == range.start {
      rest = text.trimmed(FoldedRange(written.range.end, range.end))
    } else {
      return nil
    }
    return organ(rest).map { Reading(block: line.block, issuer: $0, date: written, opens: opens) }
  }

  /// The line's organ when it is nothing but the name of one, or of several.
  private func organ(_ range: FoldedRange) -> FoldedRange? {
    guard range.count >= 9, !text.contains(byte: 0x2C, in: range), !text.contains(byte: 0x3A, in: range),
      !text.contains(glyph: Glyph.openTitle, in: range)
    else { return nil }
    if let titleIssuer, text.same(range, titleIssuer) { return range }
    let title = TitleText([range], of: text)
    if title.contains(anyOf: vocabulary.subject) || title.year() != nil { return nil }
    return vocabulary.bodies.name(range, in: text)?.isOrgan == true ? range : nil
  }
}
