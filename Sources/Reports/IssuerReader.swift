import Documents
import Matching
import SourceText

/// Tells whose report it is from all places that name a body.
struct IssuerReader {
  let document: DecodedDocument
  let text: PageText
  let vocabulary: CompiledVocabulary
  let matches: PhraseMatches

  /// The fields that may name the body, for want of anything better.
  static let publisherFields: Set<String> = ["publisher", "drafter"]

  struct Result {
    var issuer: Issuer?
    var level: Level?
  }

  /// The organ of the title; of the signature; of the opening; of the metadata; else the region of the title.
  func read(
    title: FoldedRange?, signature: FoldedRange?, opening: [FoldedRange], publisher: FoldedRange?
  ) -> Result {
    let named = title.map { name($0) ?? BodyName(range: $0, level: nil, isOrgan: false) }
    if var named, named.isOrgan {
      named.level = named.levelInTitle ?? named.level
      return result(named, .title)
    }
    let signed = signature.map { name($0) ?? BodyName(range: $0, level: nil, isOrgan: true) }
    let lead = lead(opening)
    if let region = named {
      // A region's report may be posted or even signed by its bureau of justice; that doesn't make it the bureau's.
      if let signed, isOrgan(signed, of: region) { return result(signed, .signature, orLevel: region.level) }
      if let lead, isOrgan(lead, of: region) { return result(lead, .lead, orLevel: region.level) }
      if let name = publisher.flatMap(name), isOrgan(name, of: region) {
        return result(name, .metadata, orLevel: region.level)
      }
      return result(region, .title)
    }
    if let signed { return result(signed, .signature) }
    if let lead { return result(lead, .lead) }
    return publisher.flatMap(name).map { result($0, .metadata) } ?? Result()
  }

  private func name(_ range: FoldedRange) -> BodyName? {
    if let name = vocabulary.bodies.name(range, in: text) { return name }
    guard text.contains(byte: 0x0A, in: range) else { return nil }
    // Over several lines the last organ's ending tells.
    return vocabulary.bodies.name(FoldedRange(lastLineStart(range), range.end), in: text).map {
      BodyName(range: range, level: $0.level, isOrgan: $0.isOrgan)
    }
  }

  private func lastLineStart(_ range: FoldedRange) -> Int {
    var start = range.end
    while start > range.start, text.byte(at: start - 1) != 0x0A { start -= 1 }
    return start
  }

  private func result(_ name: BodyName, _ source: Issuer.Source, orLevel level: Level? = nil) -> Result {
    Result(
      issuer: Issuer(name: spelling(of: name.range), range: name.range, source: source, isOrgan: name.isOrgan),
      level: name.level ?? level)
  }

  /// Whether `organ` is the government or Party committee of `region`, which its name or the end of it says.
  private func isOrgan(_ organ: BodyName, of region: BodyName) -> Bool {
    guard organ.isOrgan, organ.level == nil || region.level == nil || organ.level == region.level else { return false }
    if text.firstIndex(of: Array(text.bytes[region.range.start..<region.range.end]), in: organ.range) != nil {
      return true
    }
    var start = region.range.start
    while region.range.end - start >= 6 {
      let suffix = Array(text.bytes[start..<region.range.end])
      if text.starts(with: suffix, at: organ.range.start, limit: organ.range.end) { return true }
      start += 3
    }
    return false
  }

  /// The first organ, or else the first region, with which an opening paragraph begins its first clauses.
  private func lead(_ opening: [FoldedRange]) -> BodyName? {
    var region: BodyName?
    for paragraph in opening {
      for start in clauseStarts(paragraph) {
        let clause = FoldedRange(start, clauseEnd(start, limit: paragraph.end))
        guard !vocabulary.notNames.contains(where: { text.starts(with: $0, at: start, limit: clause.end) }) else {
          continue
        }
        let possible = FoldedRange(start, nameEnd(in: clause))
        // Where the name ends is certain when a word follows that no name has; else the first ending must do.
        let whole = possible.end < clause.end ? vocabulary.bodies.name(possible, in: text) : nil
        guard let name = whole ?? vocabulary.bodies.firstName(beginning: possible, in: text) else { continue }
        // 石门乡党委、政府 are two organs of one region, and neither alone reports.
        let isListed = text.glyph(at: name.range.end) == Glyph.pause
        if name.isOrgan, !isListed { return name }
        if region == nil { region = name.isOrgan ? self.region(beginning: name.range) : name }
      }
    }
    return region
  }

  /// The region with which an organ's name begins.
  private func region(beginning organ: FoldedRange) -> BodyName? {
    var end = organ.end - 3
    while end > organ.start {
      if let name = vocabulary.bodies.name(FoldedRange(organ.start, end), in: text), !name.isOrgan { return name }
      end -= 3
    }
    return nil
  }

  /// Where a body may be named: at the paragraph's start, behind a year or its first comma, behind 现将.
  private func clauseStarts(_ paragraph: FoldedRange) -> [Int] {
    var starts = [paragraph.start]
    var index = paragraph.start
    while index < min(paragraph.end, paragraph.start + 4), text.isDigit(at: index) { index += 1 }
    if text.glyph(at: index) == Glyph.year {
      index += 3
      if text.glyph(at: index) == Glyph.fullYear { index += 3 }
      starts.append(index)
    }
    // 根据…的要求,2024年,东湖街道…: the year opens a clause further on.
    let window = text.bytes[index..<max(index, min(paragraph.end, paragraph.start + 400))]
    for comma in window.indices.dropFirst(3) where window[comma] == 0x2C && text.glyph(at: comma - 3) == Glyph.year {
      starts.append(comma + 1)
    }
    if let comma = text.bytes[paragraph.start..<min(paragraph.end, paragraph.start + 60)].firstIndex(of: 0x2C) {
      starts.append(comma + 1)
    }
    for lead in vocabulary.leads {
      if let found = matches.first(of: lead.id, in: paragraph) { starts.append(found.end) }
    }
    return starts
  }

  /// Where the first word or number stands that no name has: 在 in 东湖街道在区委…, 2024 in 县人民政府2024年….
  private func nameEnd(in clause: FoldedRange) -> Int {
    for index in clause.start..<clause.end where text.byte(at: index) & 0xC0 != 0x80 {
      if text.isDigit(at: index), index > clause.start { return index }
      if vocabulary.nameEnds.contains(where: { text.starts(with: $0, at: index, limit: clause.end) }) { return index }
    }
    return clause.end
  }

  private func clauseEnd(_ start: Int, limit: Int) -> Int {
    var index = start
    while index < min(limit, start + 120) {
      switch text.byte(at: index) {
      case 0x22, 0x28, 0x2C, 0x3A, 0x3B: return index
      case 0xE3 where (0xE38080...0xE3809F).contains(text.glyph(at: index)): return index
      default: index += 1
      }
    }
    // The limit may cut a character in two; its end is found by going back to a character's first byte.
    while index > start, index < limit, text.byte(at: index) & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// The name as its author wrote it, with a blank only where one organ's name ends and the next begins.
  private func spelling(of range: FoldedRange) -> String {
    let source = document.text.string(document.text.bytes.isEmpty ? TextRange(0, 0) : text.folded.source(range))
    // Most names have no blank, and folding has changed nothing of them.
    if source.utf8.count == range.count { return source }
    let pieces = source.split(whereSeparator: \.isWhitespace).map(String.init)
    guard pieces.count > 1 else { return pieces.first ?? "" }
    let areNames = pieces.allSatisfy { piece in
      let folded = FoldedText(DecodedText(piece), blocks: [TextRange(0, piece.utf8.count)])
      return vocabulary.bodies.name(FoldedRange(0, folded.bytes.count), in: PageText(folded)) != nil
    }
    return pieces.joined(separator: areNames ? " " : "")
  }
}
