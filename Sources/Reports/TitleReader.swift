import Documents
import Matching
import SourceText

/// Reads a title: what of its lines is title, whose, of which year and about what.
struct TitleReader {
  let text: PageText
  let vocabulary: CompiledVocabulary

  /// The title that the lines make up.
  func title(_ title: TitleText) -> Title {
    let year = title.year()
    return Title(
      range: title.range,
      issuer: issuer(of: title, year: year?.offsets),
      year: year.map { YearMention(value: $0.value, range: title.place($0.offsets), isQuotedOrSpan: false) },
      namesSubject: vocabulary.subject.contains { title.contains($0.bytes) },
      endsAsReport: title.ends(inAnyOf: vocabulary.reportNouns))
  }

  /// The words of the title that name the body: before 关于, the year or the subject, or between them.
  private func issuer(of title: TitleText, year: Range<Int>?) -> FoldedRange? {
    let subject = vocabulary.subject.compactMap { title.firstIndex(of: $0.bytes) }.min() ?? title.bytes.count
    let joint = vocabulary.titleJoints
      .compactMap { word in title.firstIndex(of: word).map { $0..<($0 + word.count) } }
      .min { $0.lowerBound < $1.lowerBound }
    var pieces: [Range<Int>] = []
    var start = 0
    for mark in [joint, year].compactMap({ $0 }).sorted(by: { $0.lowerBound < $1.lowerBound })
    where mark.lowerBound >= start && mark.lowerBound < subject {
      if mark.lowerBound > start { pieces.append(start..<mark.lowerBound) }
      start = mark.upperBound
    }
    if start < subject { pieces.append(start..<subject) }
    for piece in pieces {
      let place = behindLastMark(title.place(piece))
      if vocabulary.notNames.contains(where: { text.starts(with: $0, at: place.start, limit: place.end) }) { continue }
      if let name = vocabulary.bodies.longestName(beginning: place, in: text) { return name.range }
      // What stands before 关于 is the body, even one whose ending is not known.
      if piece.lowerBound == 0, let joint, piece.upperBound == joint.lowerBound { return place }
    }
    return nil
  }

  /// The range behind its last colon, quote or 《: the body follows in 一图读懂:云溪县….
  private func behindLastMark(_ range: FoldedRange) -> FoldedRange {
    var (start, end) = (range.start, range.end)
    for index in range.start..<max(range.start, range.end) {
      let isOpen = text.glyph(at: index) == Glyph.openTitle
      guard isOpen || text.byte(at: index) == 0x3A || text.byte(at: index) == 0x22 else { continue }
      let next = index + (isOpen ? 3 : 1)
      // A mark at the end opens the subject, and the body stands before it: 云溪县落实《….
      if next < range.end { start = next } else { end = index }
    }
    return FoldedRange(min(start, end), end)
  }

  /// The line without a tag before it (【图文】), a tag behind it, and the site's name (_云溪县人民政府门户网站).
  func cleaned(_ line: FoldedRange) -> FoldedRange {
    var range = line
    while let close = tagEnd(at: range.start, limit: range.end), close < range.end {
      range = text.trimmed(FoldedRange(close, range.end))
    }
    while text.byte(at: range.start) == 0x23 || text.byte(at: range.start) == 0x2A, range.count > 1 {
      range = text.trimmed(FoldedRange(range.start + 1, range.end))
    }
    range = withoutSiteName(range)
    while let open = tagStart(before: range.end, from: range.start), open > range.start {
      range = text.trimmed(FoldedRange(range.start, open))
    }
    while range.count > 1, text.byte(at: range.end - 1) == 0x2A {
      range = text.trimmed(FoldedRange(range.start, range.end - 1))
    }
    return range
  }

  private func tagEnd(at start: Int, limit: Int) -> Int? {
    let isSquare = text.byte(at: start) == 0x5B
    guard isSquare || text.glyph(at: start) == Glyph.openTag else { return nil }
    var index = start + 1
    while index < limit {
      if isSquare, text.byte(at: index) == 0x5D { return index + 1 }
      if !isSquare, text.glyph(at: index) == Glyph.closeTag { return index + 3 }
      index += 1
    }
    return nil
  }

  private func tagStart(before end: Int, from start: Int) -> Int? {
    let isSquare = text.byte(at: end - 1) == 0x5D
    guard isSquare || text.glyph(at: end - 3) == Glyph.closeTag else { return nil }
    var index = end - 2
    while index > start {
      if isSquare ? text.byte(at: index) == 0x5B : text.glyph(at: index) == Glyph.openTag { return index }
      index -= 1
    }
    return nil
  }

  /// Cuts at the first _ | - behind which only the site's name stands.
  private func withoutSiteName(_ range: FoldedRange) -> FoldedRange {
    var index = range.start + 12
    while index < range.end {
      let byte = text.byte(at: index)
      if byte == 0x5F || byte == 0x7C || byte == 0x2D {
        let left = text.trimmed(FoldedRange(range.start, index))
        let right = FoldedRange(index + 1, range.end)
        let endsAsReport = vocabulary.reportNouns.contains { text.ends(left, with: $0) }
        let isSite = vocabulary.siteNames.contains { text.ends(right, with: $0) }
        if isSite || (byte != 0x2D && endsAsReport) || (endsAsReport && !text.isDigit(at: index + 1)) { return left }
      }
      index += 1
    }
    return range
  }
}
