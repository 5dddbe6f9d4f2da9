import Foundation
import Reports
import Rules
import SourceText
import Testing

@Suite("The order of files, rules and sections") struct OrderTests {
  @Test("changes no finding", arguments: [1, 2, 3] as [UInt64])
  func shuffled(seed: UInt64) throws {
    var random = Random(state: seed)
    let files = Files.rules()
    let pack = try #require(Packs.shipped)
    let shuffledFiles = files.map { file in (name: file.name, text: Self.shuffled(file, &random)) }
    #expect(zip(files, shuffledFiles).count { $0.text != $1.text } >= 5)
    let other = try #require(Packs.load(shuffledFiles.shuffled(using: &random)))
    #expect(pack.rules.map(\.id) == other.rules.map(\.id))
    #expect(pack.profileNames == other.profileNames)
    for text in try Self.reports() {
      let (report, one) = try pack.judged(text)
      let (_, two) = try other.judged(text)
      let (profile, otherProfile) = (pack.profile(for: report), other.profile(for: report))
      #expect(profile?.id == otherProfile?.id)
      for (left, right) in zip(profile?.rules ?? [], otherProfile?.rules ?? []) {
        #expect(left.severity == right.severity && left.weight == right.weight && left.turnedOff == right.turnedOff)
      }
      for (left, right) in zip(one, two) {
        #expect(pack.rules[left.rule].id == other.rules[right.rule].id)
        #expect(
          left.status == right.status && left.credit == right.credit && left.message == right.message
            && left.remedy == right.remedy && left.evidence == right.evidence,
          "\(pack.rules[left.rule].id): \(left.message.zh) / \(right.message.zh)")
      }
    }
  }

  @Test("changes no mistake that is reported") func mistakes() throws {
    let rules = """
      rules:
        - id: one.rule
          weigth: 5
        - id: other.rule
          titel: 规则

      """
    let turned = """
      rules:
        - id: other.rule
          titel: 规则
        - id: one.rule
          weigth: 5

      """
    let one = loadPack(Packs.ruleFiles(Packs.small(rules: rules))).problems.map(\.message.en).sorted()
    let two = loadPack(Packs.ruleFiles(Packs.small(rules: turned).reversed())).problems.map(\.message.en).sorted()
    #expect(one == two && one.count > 10)
  }

  /// A file with its include list, its rules or its sections in another order.
  private static func shuffled(_ file: (name: String, text: String), _ random: inout Random) -> String {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (head, entry): (String, (String) -> Bool) =
      switch file.name {
      case "pack.yaml": ("include:", { $0.hasPrefix("  - ") })
      case "sections.yaml", "profiles.yaml":
        (
          String(file.name.dropLast(5)) + ":", { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLetter == true }
        )
      default: ("rules:", { $0.hasPrefix("  - id:") })
      }
    guard let start = lines.firstIndex(of: head) else { return file.text }
    var blocks: [[String]] = []
    for line in lines[(start + 1)...] where !line.isEmpty {
      if entry(line) { blocks.append([line]) } else if !blocks.isEmpty { blocks[blocks.count - 1].append(line) }
    }
    blocks.shuffle(using: &random)
    return (lines[...start] + blocks.flatMap(\.self)).joined(separator: "\n") + "\n"
  }

  /// The invented reports of the repository, and the examples of the rules.
  private static func reports() throws -> [String] {
    let folder = Files.root.appending(path: "reports/annual").path
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    let samples = names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.compactMap {
      Files.text("reports/annual/" + $0)
    }
    return samples + (Packs.shipped?.rules.flatMap { $0.examples.map(\.text) } ?? [])
  }
}

extension RulePack {
  /// What the rules say of a text, as the profile for it puts them.
  fileprivate func judged(_ text: String) throws -> (Report, [Finding]) {
    let (report, _) = try audit(text)
    return (report, judge(report, profile: profile(for: report)))
  }
}

/// A generator whose numbers depend on its seed alone (splitmix64).
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
