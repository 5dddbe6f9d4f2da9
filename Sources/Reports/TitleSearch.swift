import Documents
import Matching
import SourceText

/// Finds the title among the first lines of a page, where navigation and column names resemble it.
struct TitleSearch {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let matches: PhraseMatches
  let reader: TitleReader

  /// A line that may be, or be part of, the title.
  struct Candidate {
    var line: Int
    var range: FoldedRange
    var hasSubject: Bool
    var hasJoint: Bool
    var endsAsReport: Bool
    var endsAsKind: Bool
    var hasYear: Bool
    var namesBody: Bool
    /// Whether the line is an organ's name and nothing else.
    var isOrgan: Bool
    var isYearRemark: Bool
    var isHeading: Bool
    var isCut: Bool
    var hasComma: Bool
  }

  /// The lines of the best title.
  struct Found {
    var lines: ClosedRange<Int>
    var title: TitleText
    var points: Int
  }

  /// Points from which on lines count as a title on their own strength.
  static let enough = 4

  /// The best title among `lines`, of up to four lines; the first of equals.
  func best(in lines: ArraySlice<PageLine>, blocks: [Block]) -> Found? {
    let candidates = lines.indices.compactMap { candidate($0, lines[$0], blocks) }
    var best: Found?
    for start in candidates.indices {
      var joined: [Candidate] = []
      for candidate in candidates[start...].prefix(4) {
        if let last = joined.last {
          guard candidate.line == last.line + 1 else { break }
          // A line that is a whole title is not the beginning of another.
          if last.endsAsReport, last.hasSubject || last.namesBody, !candidate.isYearRemark { break }
        }
        joined.append(candidate)
        let points = points(of: joined)
        if points >= Self.enough, points > best?.points ?? 0, let first = joined.first {
          best = Found(
            lines: first.line...candidate.line, title: TitleText(joined.map(\.range), of: text), points: points)
        }
      }
    }
    return best
  }

  /// Whether the line is an organ's name with a day behind it, 云溪县人民政府 2025年2月8日: it stands under a title.
  private func isDatedOrgan(_ range: FoldedRange) -> Bool {
    guard let date = DateScan(text: text).dates(in: range).last, date.date != nil, date.range.end == range.end else {
      return false
    }
    return vocabulary.bodies.name(text.trimmed(FoldedRange(range.start, date.range.start)), in: text)?.isOrgan == true
  }

  func candidate(_ index: Int, _ line: PageLine, _ blocks: [Block]) -> Candidate? {
    guard line.look == .plain || line.look == .remark, line.range.count <= 300 else { return nil }
    let range = reader.cleaned(line.range)
    guard range.count >= 6, text.byte(at: range.end - 1) != 0x3A, !isDatedOrgan(range) else { return nil }
    let title = TitleText([range], of: text)
    let isHeading: Bool
    switch blocks.indices.contains(line.block) ? blocks[line.block].kind : .paragraph {
    case .heading: isHeading = true
    case .paragraph, .listItem, .tableRow: isHeading = false
    }
    return Candidate(
      line: index, range: range,
      hasSubject: vocabulary.subject.contains { matches.contains($0.id, in: range) },
      hasJoint: vocabulary.titleJoints.contains { title.contains($0) },
      endsAsReport: title.ends(inAnyOf: vocabulary.reportNouns),
      endsAsKind: vocabulary.kinds.contains { title.ends(inAnyOf: $0.ending) },
      hasYear: title.year() != nil,
      namesBody: reader.title(title).issuer != nil,
      isOrgan: vocabulary.bodies.name(range, in: text)?.isOrgan == true,
      isYearRemark: line.look == .remark && title.year() != nil && range.count <= 24,
      isHeading: isHeading, isCut: range.end != line.range.end,
      hasComma: text.contains(byte: 0x2C, in: range))
  }

  private func points(of lines: [Candidate]) -> Int {
    guard let first = lines.first, let last = lines.last else { return 0 }
    var points = 1 - lines.count
    let isReport = last.endsAsReport || (last.isYearRemark && lines.dropLast().last?.endsAsReport == true)
    var hasSubject = lines.contains { $0.hasSubject }
    if !hasSubject, lines.count > 1, isReport {
      let joined = TitleText(lines.map(\.range), of: text)
      hasSubject = vocabulary.subject.contains { joined.contains($0.bytes) }
    }
    if first.isYearRemark || (first.range.count == last.range.count && lines.count == 1 && isBareSubject(first)) {
      return 0
    }
    if hasSubject { points += 6 }
    if isReport { points += 4 } else if last.endsAsKind { points += 3 }
    if lines.contains(where: \.hasYear) { points += 3 }
    if lines.contains(where: \.hasJoint) { points += 1 }
    let organs = lines.prefix { $0.isOrgan }.count
    // Organs' names belong to the title when what follows names none: a site's name above a full title does not.
    if organs == 0 || organs == lines.count {
      if first.namesBody { points += 2 }
    } else {
      points += lines[organs].namesBody ? 2 : 2 * organs
    }
    if lines.contains(where: \.isHeading) { points += 2 }
    if lines.contains(where: \.isCut) { points -= 1 }
    // A comma is rare in a title and common in the lines of a wrapped paragraph.
    if lines.contains(where: \.hasComma) { points -= isReport ? 2 : 8 }
    // Year and body stand in any line; something must say that this is a title.
    return hasSubject || isReport || last.endsAsKind || lines.contains(where: \.hasJoint) ? points : 0
  }

  /// Whether the line is the subject and nothing else, the name of a page's column.
  private func isBareSubject(_ line: Candidate) -> Bool {
    !line.endsAsReport && vocabulary.subject.contains { line.range.count <= $0.bytes.count + 6 && line.hasSubject }
  }
}
