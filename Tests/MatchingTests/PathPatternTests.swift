import Testing

@testable import Matching

@Suite("A pattern of paths") struct PathPatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var pattern: String
    var fits: [String]
    var others: [String]

    var testDescription: String { pattern }
  }

  /// A path that ends in a slash is a folder.
  static let cases = [
    Case(pattern: "a.txt", fits: ["a.txt", "x/a.txt", "a.txt/b"], others: ["aa.txt", "a.txt2", "x/b.txt"]),
    Case(pattern: "/a.txt", fits: ["a.txt"], others: ["x/a.txt"]),
    Case(pattern: "*.txt", fits: ["报告.txt", "x/y/报告.txt"], others: ["报告.md", "txt"]),
    Case(pattern: "乡镇/*.txt", fits: ["乡镇/甲.txt"], others: ["甲.txt", "乡镇/青禾镇/甲.txt", "x/乡镇/甲.txt"]),
    Case(pattern: "乡镇/**/*.txt", fits: ["乡镇/甲.txt", "乡镇/青禾镇/甲.txt", "乡镇/a/b/甲.txt"], others: ["街道/甲.txt"]),
    Case(pattern: "**/草稿", fits: ["草稿", "a/b/草稿", "a/草稿/甲.txt"], others: ["草稿2"]),
    Case(pattern: "旧稿/**", fits: ["旧稿/甲.txt", "旧稿/a/b"], others: ["旧稿", "a/旧稿/甲.txt"]),
    Case(pattern: "旧稿/", fits: ["旧稿/", "a/旧稿/", "a/旧稿/甲.txt"], others: ["旧稿", "a/旧稿"]),
    Case(pattern: "a**b", fits: ["ab", "axxb"], others: ["a/b"]),
    Case(pattern: "202?年", fits: ["2024年"], others: ["202年", "20245年"]),
    Case(pattern: "[丁-甲]*", fits: ["丙.txt"], others: ["a.txt", "一.txt"]),
    Case(pattern: "[!0-9]x", fits: ["ax"], others: ["1x"]),
    Case(pattern: "[]x]y", fits: ["]y", "xy"], others: ["ay"]),
    Case(pattern: "\\!a", fits: ["!a"], others: ["a"]),
    Case(pattern: "a\\*", fits: ["a*"], others: ["ab"]),
    Case(pattern: "a ", fits: ["a"], others: ["a "]),
    Case(pattern: "./a/b", fits: ["a/b"], others: ["x/a/b"]),
    Case(pattern: "a*b*c", fits: ["abc", "aXbXc", "abbc"], others: ["acb", "ab"]),
  ]

  @Test("takes what git would, and nothing else", arguments: cases)
  func fits(_ sample: Case) throws {
    let pattern = try PathPattern(sample.pattern)
    for path in sample.fits { #expect(Self.matches(pattern, path), "\(path)") }
    for path in sample.others { #expect(!Self.matches(pattern, path), "\(path)") }
  }

  @Test("takes back with an exclamation mark") func negated() throws {
    #expect(try PathPattern("!a").isNegated)
    #expect(Self.matches(try PathPattern("!a"), "a"))
  }

  @Test(
    "is refused where it could never fit",
    arguments: [
      ("", PathPattern.Mistake.empty), ("/", .empty), ("!", .empty), ("[a", .bracket), ("[z-a]", .bracket),
      ("a\\", .escape),
    ])
  func refused(text: String, mistake: PathPattern.Mistake) {
    #expect(throws: mistake) { try PathPattern(text) }
  }

  @Test("takes bounded time whatever it is", .timeLimit(.minutes(1))) func hostile() throws {
    let pattern = try PathPattern(String(repeating: "*a", count: 2000))
    #expect(!Self.matches(pattern, String(repeating: "a", count: 1999)))
  }

  private static func matches(_ pattern: PathPattern, _ path: String) -> Bool {
    pattern.matches(path.split(separator: "/").map(String.init), isFolder: path.hasSuffix("/"))
  }
}
