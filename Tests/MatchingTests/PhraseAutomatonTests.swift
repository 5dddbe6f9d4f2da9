import Matching
import SourceText
import Testing

func text(_ string: String) -> FoldedText {
  let decoded = DecodedText(string)
  return FoldedText(decoded, blocks: [TextRange(0, decoded.bytes.count)])
}

func added(_ phrase: String, to set: inout PhraseSet) -> PhraseID {
  set.add(phrase)!
}

@Suite("Phrases") struct PhraseAutomatonTests {
  @Test("finds overlapping and nested phrases, each at its place")
  func overlapping() {
    var set = PhraseSet()
    let phrases = ["法治政府建设", "法治政府", "政府建设", "政府", "府", "设报", "建设报告"]
    let ids = phrases.map { added($0, to: &set) }
    let subject = text("推进法治 政府建设报告，政府")
    let matches = PhraseAutomaton(set).scan(subject)
    #expect(
      ids.map { matches.ranges(of: $0).map(subject.string) } == [
        ["法治政府建设"], ["法治政府"], ["政府建设"], ["政府", "政府"], ["府", "府"], ["设报"], ["建设报告"],
      ])
  }

  @Test("looks only inside the range that is asked for")
  func ranges() {
    var set = PhraseSet()
    let id = added("政府", to: &set)
    let absent = added("法院", to: &set)
    let matches = PhraseAutomaton(set).scan(text("政府政府政府"))
    #expect(matches.ranges(of: id).map(\.start) == [0, 6, 12])
    #expect(matches.first(of: id, in: FoldedRange(1, 18)) == FoldedRange(6, 12))
    #expect(matches.first(of: id, in: FoldedRange(1, 11)) == nil)
    #expect(matches.count(of: id, in: FoldedRange(0, 12)) == 2)
    #expect(matches.count(of: id, in: FoldedRange(12, 3)) == 0)
    #expect(matches.contains(id, in: FoldedRange(12, 18)))
    #expect(!matches.contains(absent, in: FoldedRange(0, 18)))
    #expect(matches.hasAny(of: [absent, id], in: FoldedRange(0, 6)))
    #expect(!matches.hasAny(of: [absent], in: FoldedRange(0, 18)))
    #expect(matches.first(of: PhraseID(index: 99), in: FoldedRange(0, 18)) == nil)
    #expect(matches.ranges(of: PhraseID(index: -1)).isEmpty)
    var seen: [Int] = []
    matches.each(of: id, in: FoldedRange(0, 18)) { range in
      seen.append(range.start)
      return seen.count < 2
    }
    #expect(seen == [0, 6])
  }

  @Test("a phrase in any spelling is one phrase, and one of white space is none")
  func folding() {
    var set = PhraseSet()
    let wide = added("（２０２４ 年）", to: &set)
    #expect(added("(2024年)", to: &set) == wide)
    let nothing = set.add(" \u{3000}")
    #expect(nothing == nil)
    #expect(set.phrases.count == 1)
    #expect(PhraseAutomaton(PhraseSet()).scan(text("政府")).ranges(of: wide).isEmpty)
  }

  @Test("finds what a naive search finds", arguments: 0..<200 as Range<UInt64>)
  func randomTexts(seed: UInt64) {
    var random = SplitMix(state: seed)
    // U+6CD5, U+4E15 and a agree in their last bits with others here, which the filter must not take for a match.
    let alphabet: [Unicode.Scalar] = Array("法与甕政aAé𠮷。\u{10015}".unicodeScalars.prefix(3 + Int(seed % 8)))
    func word(_ lengths: ClosedRange<Int>) -> String {
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: lengths, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { word.append(scalar) }
      }
      return String(word)
    }
    var set = PhraseSet()
    for _ in 0..<40 { _ = set.add(word(1...5)) }
    let subject = text(word(0...300))
    let matches = PhraseAutomaton(set).scan(subject)
    for (index, phrase) in set.phrases.enumerated() {
      let expected = subject.bytes.indices.filter { subject.bytes[$0...].starts(with: phrase) }
      #expect(matches.ranges(of: PhraseID(index: Int32(index))).map(\.start) == expected)
    }
  }
}

/// A small generator with a seed, so that a failing text can be made again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
