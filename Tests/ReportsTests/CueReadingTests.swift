import Matching
import SourceText
import Testing

@testable import Reports

@Suite("Cues in headings and paragraphs") struct CueReadingTests {
  /// The reading as its description has it: each stretch is asked for each cue.
  private func naive(
    _ cues: [RoleCue], _ stretches: [FoldedRange], _ matches: PhraseMatches, _ years: [YearMention], _ year: Int?
  ) -> [[RoleReason]] {
    stretches.map { stretch in
      cues.compactMap { cue in
        let any = cue.any.compactMap { matches.first(of: $0, in: stretch) }.min()
        let all = cue.all.map { matches.first(of: $0, in: stretch) }
        let wanted = cue.year.flatMap { kind in year.map { kind == .report ? $0 : $0 + 1 } }
        let mention = years.first { stretch.contains($0.range) && $0.value == wanted && !$0.isQuotedOrSpan }?.range
        guard cue.any.isEmpty || any != nil, !all.contains(nil), cue.year == nil || mention != nil,
          !matches.hasAny(of: cue.none, in: stretch)
        else { return nil }
        guard let first = any ?? all.first ?? mention else { return nil }
        return RoleReason(points: cue.points, range: first, source: .heading)
      }
    }
  }

  @Test("finds what asking each stretch for each cue finds", arguments: 0..<60)
  func sameAsNaive(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let words = ["举措", "不足", "问题", "下一步", "年", "打算", "职责"]
    var phrases = PhraseSet()
    let ids = words.map { phrases.add($0)! }
    var blocks: [TextRange] = []
    var bytes: [UInt8] = []
    for _ in 0..<(1 + random(30)) {
      let start = bytes.count
      for _ in 0..<(1 + random(60)) {
        bytes += Array((random(3) == 0 ? words[random(words.count)] : random(9) == 0 ? "2024年" : "云").utf8)
      }
      blocks.append(TextRange(start, bytes.count))
      bytes.append(0x0A)
    }
    let text = FoldedText(DecodedText(validUTF8: bytes), blocks: blocks)
    let matches = PhraseAutomaton(phrases).scan(text)
    var years: [YearMention] = []
    for mark in matches.ranges(of: ids[4]) where mark.start >= 4 && text.bytes[mark.start - 1] == 0x34 {
      years.append(
        YearMention(value: 2024, range: FoldedRange(mark.start - 4, mark.end), isQuotedOrSpan: random(4) == 0))
    }
    func some(_ most: Int) -> [PhraseID] { (0..<random(most + 1)).map { _ in ids[random(ids.count)] } }
    let cues = (0..<8).map { _ in
      RoleCue(
        any: some(3), all: some(2), none: some(1), year: random(3) == 0 ? (random(2) == 0 ? .report : .next) : nil,
        points: random(9))
    }
    let stretches = text.blocks.filter { _ in random(3) > 0 }
    let year = random(5) == 0 ? nil : 2024 - random(2)
    let reading = CueReading(stretches: stretches, matches: matches, years: years, reportYear: year)
    let expected = naive(cues, stretches, matches, years, year)
    let found = reading.read(cues, source: .heading)
    #expect(found.map(\.stretch) == expected.indices.filter { !expected[$0].isEmpty })
    #expect(found.map(\.reasons) == expected.filter { !$0.isEmpty })
  }
}
