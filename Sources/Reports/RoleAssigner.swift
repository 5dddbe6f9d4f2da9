import Matching
import SourceText

/// Decides which part of a report plays which role.
///
/// Headings speak first; a paragraph's opening words speak where there is no heading, or where a heading joins two roles;
/// what remains falls to the role that takes the rest. Every decision keeps its reasons.
struct RoleAssigner {
  let recognisers: [RoleRecogniser]
  let text: FoldedText
  let matches: PhraseMatches
  let years: [YearMention]
  let reportYear: Int?
  let sections: [Section]
  let preamble: FoldedRange?
  let body: FoldedRange
  /// The blocks of the body, headings included.
  let blocks: [FoldedRange]
  /// The words that open an item of a list: 一是.
  let itemMarks: [PhraseID]

  /// How much of a paragraph counts as its opening, in bytes of folded text (about 40 Chinese characters).
  private static let openingLength = 120
  /// How far a first sentence counts that is longer (about 70 characters).
  private static let longestOpening = 210

  /// All roles found, in the order in which they begin.
  func assign() -> [RoleSpan] {
    let candidates = candidatesByHeading()
    let headed = headedSpans(candidates)
    let passages = passages(besides: headed)
    var spans = divided(headed, by: passages + pieces(of: headed, among: candidates))
    spans += passages.filter { passage in
      !spans.contains { $0.role == passage.role && $0.range.contains(passage.range) }
    }
    spans = continued(spans)
    spans += fallbackSpans(besides: spans)
    if let preamble, !spans.contains(where: { $0.section == nil && $0.range.overlaps(preamble) }) {
      spans.append(RoleSpan(role: .preamble, section: nil, range: preamble, points: 0, reasons: []))
    }
    return spans.sorted {
      ($0.range.start, -$0.range.end, $0.role.rawValue) < ($1.range.start, -$1.range.end, $1.role.rawValue)
    }
  }

  // MARK: Headings

  /// For each section, every role that its own heading earns.
  private func candidatesByHeading() -> [[RoleSpan]] {
    let reading = CueReading(
      stretches: sections.map(\.heading), matches: matches, years: years, reportYear: reportYear)
    var candidates = [[RoleSpan]](repeating: [], count: sections.count)
    for recogniser in recognisers {
      for (index, reasons) in reading.read(recogniser.heading, source: .heading) {
        let section = sections[index]
        let byHeading = reasons.reduce(0) { $0 + $1.points }
        // A heading must say something for the role: text and position alone make no section.
        guard byHeading > 0 else { continue }
        var all = reasons
        // The body cues of the role that takes the rest tell a part of the report from none, not one part from another.
        if byHeading < recogniser.threshold, section.level == 1, !recogniser.isFallback {
          all += bodyReasons(recogniser, in: section.extent)
        }
        all += positionReasons(recogniser, at: section.heading)
        let sum = all.reduce(0) { $0 + $1.points }
        guard sum >= recogniser.threshold else { continue }
        candidates[index].append(
          RoleSpan(role: recogniser.role, section: index, range: section.extent, points: sum, reasons: all))
      }
    }
    return candidates
  }

  /// The candidates that stand: a subsection plays a role of its own only where its surroundings do not rule that out.
  private func headedSpans(_ candidates: [[RoleSpan]]) -> [RoleSpan] {
    var spans: [RoleSpan] = []
    var rolesOfSection = [[SectionRole]](repeating: [], count: sections.count)
    for index in sections.indices {
      let inherited = sections[index].parent.map { rolesOfSection[$0] } ?? []
      rolesOfSection[index] = inherited
      for span in candidates[index] {
        if inherited.contains(span.role) { continue }
        let recogniser = recognisers.first { $0.role == span.role }
        if inherited.contains(where: { recogniser?.notWithin.contains($0) ?? false }) { continue }
        spans.append(span)
        rolesOfSection[index].append(span.role)
      }
    }
    return spans
  }

  private func bodyReasons(_ recogniser: RoleRecogniser, in range: FoldedRange) -> [RoleReason] {
    CueReading(stretches: [range], matches: matches, years: years, reportYear: reportYear)
      .read(recogniser.body, source: .body).first?.reasons ?? []
  }

  private func positionReasons(_ recogniser: RoleRecogniser, at range: FoldedRange) -> [RoleReason] {
    let percent = body.count > 0 ? (range.start - body.start) * 100 / body.count : 0
    return recogniser.position.filter { $0.from <= percent && percent < max($0.to, $0.from + 1) }
      .map { RoleReason(points: $0.points, range: range, source: .position) }
  }

  // MARK: Paragraphs

  /// Passages whose first paragraph opens a role other than those of the section they stand in, or one role of a joint section.
  private func passages(besides headed: [RoleSpan]) -> [RoleSpan] {
    let paragraphs = paragraphsWithoutHeading()
    let reading = CueReading(
      stretches: paragraphs.map(opening(of:)), matches: matches, years: years, reportYear: reportYear)
    var candidates: [(paragraph: Int, span: RoleSpan)] = []
    for recogniser in recognisers where !recogniser.opening.isEmpty {
      for (paragraph, reasons) in reading.read(recogniser.opening, source: .opening) {
        let range = paragraphs[paragraph]
        let all = reasons + positionReasons(recogniser, at: range)
        let sum = all.reduce(0) { $0 + $1.points }
        guard sum >= recogniser.threshold, !isItem(range) else { continue }
        let around = headed.filter { $0.range.contains(range) }
        let isJoint = around.contains { span in
          span.role == recogniser.role && around.contains { $0.section == span.section && $0.role != span.role }
        }
        let barred = [recogniser.role] + recogniser.notWithin + recogniser.openingNotWithin
        if !isJoint, around.contains(where: { barred.contains($0.role) }) {
          continue
        }
        candidates.append(
          (paragraph, RoleSpan(role: recogniser.role, section: nil, range: range, points: sum, reasons: all)))
      }
    }
    candidates.sort { ($0.paragraph, -$0.span.points) < ($1.paragraph, -$1.span.points) }
    var passages: [RoleSpan] = []
    for (paragraph, candidate) in candidates {
      if let last = passages.last, last.range.start == candidate.range.start { continue }
      if let last = passages.last, last.role == candidate.role, last.range.contains(candidate.range) { continue }
      var passage = candidate
      passage.range.end = end(ofPassageFrom: paragraph, in: paragraphs)
      if let last = passages.indices.last, passages[last].range.end > passage.range.start {
        passages[last].range.end = passage.range.start
      }
      passages.append(passage)
    }
    return passages
  }

  /// Whether the paragraph opens with an item of a list: that goes on with a matter and opens none.
  private func isItem(_ paragraph: FoldedRange) -> Bool {
    var start = paragraph.start
    while start < paragraph.end, text.bytes[start] <= 0x20 { start += 1 }
    return itemMarks.contains { mark in
      matches.first(of: mark, in: FoldedRange(start, min(paragraph.end, start + 24)))?.start == start
    }
  }

  /// A passage ends with the innermost section around it.
  private func end(ofPassageFrom paragraph: Int, in paragraphs: [FoldedRange]) -> Int {
    let start = paragraphs[paragraph].start
    let bound = sections.last { $0.extent.contains(start) }?.extent.end ?? body.end
    return max(paragraphs[paragraph].end, bound)
  }

  private func paragraphsWithoutHeading() -> [FoldedRange] {
    var paragraphs: [FoldedRange] = []
    var section = 0
    for block in blocks {
      while section < sections.count, sections[section].heading.start < block.start { section += 1 }
      let isHeading = section < sections.count && sections[section].heading.start == block.start
      if !isHeading {
        paragraphs.append(block)
      } else if sections[section].heading.end < block.end {
        paragraphs.append(FoldedRange(sections[section].heading.end, block.end))
      }
    }
    return paragraphs
  }

  /// A long first sentence counts up to its end or colon: 在看到成绩的同时……还有一定差距: says its matter late.
  private func opening(of paragraph: FoldedRange) -> FoldedRange {
    let shortest = min(paragraph.end, paragraph.start + Self.openingLength)
    let longest = min(paragraph.end, paragraph.start + Self.longestOpening)
    let bytes = text.bytes.span
    var end = paragraph.start
    while end < longest {
      if end &+ 8 <= longest {
        let eight = EightBytes(bytes, at: end)
        let signs = eight.places(with: 0x3A, below: 2) | eight.places(of: 0xE3)
        if signs == 0 {
          end &+= 8
          continue
        }
        end &+= EightBytes.first(signs)
      }
      if bytes[end] == 0x3A || bytes[end] == 0x3B || isFullStop(bytes, at: end) { break }
      end &+= 1
    }
    end = min(end, longest)
    return FoldedRange(paragraph.start, end < longest ? max(end, shortest) : shortest)
  }

  private func isFullStop(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
  }

  // MARK: Who gets what

  /// The subsections of joint sections whose headings name one of the joined roles.
  private func pieces(of headed: [RoleSpan], among candidates: [[RoleSpan]]) -> [RoleSpan] {
    sections.indices.flatMap { index -> [RoleSpan] in
      guard let parent = sections[index].parent else { return [] }
      let joined = headed.filter { $0.section == parent }
      guard joined.count > 1, candidates[index].count == 1 else { return [] }
      return candidates[index].filter { piece in joined.contains { $0.role == piece.role } }
    }
  }

  /// The spans without the stretches that play another role.
  ///
  /// In a joint section each role gets the pieces that name it; elsewhere a passage or subsection that ends a section is cut off it.
  private func divided(_ spans: [RoleSpan], by parts: [RoleSpan]) -> [RoleSpan] {
    spans.map { span in
      var span = span
      let isJoint = spans.contains { $0.section == span.section && $0.role != span.role }
      let inside = (parts + (isJoint ? [] : spans)).filter {
        $0.section != span.section && span.range.contains($0.range)
      }
      let own = inside.filter { $0.role == span.role }.map(\.range.start).min()
      let foreign = inside.filter { $0.role != span.role }
      if isJoint, let own { span.range.start = own }
      let next = foreign.filter { $0.range.start > span.range.start && (isJoint || $0.range.end >= span.range.end) }
      if let end = next.map(\.range.start).min() { span.range.end = end }
      return span
    }
  }

  /// The spans with the sections that follow them without a number and without a role of their own.
  private func continued(_ spans: [RoleSpan]) -> [RoleSpan] {
    var spans = spans
    var current: Int?
    for (index, section) in sections.enumerated() where section.parent == nil {
      if let own = spans.lastIndex(where: { $0.section == index }) {
        let role = spans[own].role
        current = recognisers.contains { $0.role == role && $0.continues } ? own : nil
      } else if let span = current, section.numbering == nil {
        spans[span].range.end = section.extent.end
      } else {
        current = nil
      }
    }
    return spans
  }

  /// What plays no role yet: whole sections, and in a report without headings the paragraphs between those that do.
  private func fallbackSpans(besides spans: [RoleSpan]) -> [RoleSpan] {
    guard let recogniser = recognisers.first(where: \.isFallback) else { return [] }
    var rest: [(section: Int?, range: FoldedRange)] = []
    for (index, section) in sections.enumerated() where section.parent == nil {
      if !spans.contains(where: { $0.section == index || $0.range.contains(section.heading) }) {
        rest.append((index, section.extent))
      }
    }
    if sections.isEmpty {
      for block in blocks
      where !(preamble?.contains(block) ?? false) && !spans.contains(where: { $0.range.overlaps(block) }) {
        if let last = rest.indices.last,
          !spans.contains(where: { rest[last].range.end < $0.range.start && $0.range.start < block.start })
        {
          rest[last].range.end = block.end
        } else {
          rest.append((nil, block))
        }
      }
    }
    return rest.compactMap { section, range in
      let heading = section.map { sections[$0].heading } ?? range
      let reasons = bodyReasons(recogniser, in: range) + positionReasons(recogniser, at: heading)
      let sum = reasons.reduce(0) { $0 + $1.points }
      guard sum >= recogniser.threshold else { return nil }
      return RoleSpan(
        role: recogniser.role, section: section, range: range, points: sum,
        reasons: reasons + [RoleReason(points: 0, range: heading, source: .fallback)])
    }
  }
}
