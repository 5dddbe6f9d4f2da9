import Rendering
import Reports
import Rules
import SourceText
import Testing

@testable import CommandLine

@Suite("Options")
struct OptionTests {
  @Test(
    "take points with up to three places",
    arguments: [("60", 60_000), ("62.5", 62_500), ("0", 0), ("100", 100_000), ("7.125", 7125)])
  func points(text: String, thousandths: Int) throws {
    #expect(try OptionValue.points(text, of: "--min-score") == thousandths)
  }

  @Test("refuse what are no points", arguments: ["", "-1", "100.1", "1e2", "６０", "60.", ".5", "60.1234", "abc", "1 "])
  func noPoints(text: String) {
    #expect(throws: CommandFailure.self) { try OptionValue.points(text, of: "--min-score") }
  }

  @Test("take dates of the calendar")
  func dates() throws {
    #expect(try OptionValue.date("2024-02-29", of: "--published").description == "2024-02-29")
  }

  @Test(
    "refuse what are no dates",
    arguments: ["2025-02-29", "2025-1-2", "2025/01/02", "", "二〇二五年", "2025-01-02x", "２０２５-01"])
  func noDates(text: String) {
    #expect(throws: CommandFailure.self) { try OptionValue.date(text, of: "--published") }
  }

  @Test("name the nearest word that they know")
  func nearest() {
    let failure = #expect(throws: CommandFailure.self) {
      try OptionValue.choice("eror", of: "--fail-on", as: Severity.self)
    }
    #expect(
      failure?.messages.first?.en == "--fail-on can't be “eror”; did you mean error? Known: info, warning, error.")
  }

  static let targets: [([String], String?, [String])] = [
    ([], nil, ["console -"]), (["json"], nil, ["json -"]), (["json"], "a.json", ["json a.json"]),
    (["console", "json=a.json"], nil, ["console -", "json a.json"]),
    (["json=a=b.json"], nil, ["json a=b.json"]),
    (["json=a.json", "console"], "c.txt", ["json a.json", "console c.txt"]),
  ]

  @Test("say what is written where", arguments: targets)
  func formats(formats: [String], output: String?, expected: [String]) throws {
    let targets = try OutputTarget.targets(formats: formats, output: output)
    let shown = targets.map { target in
      switch target.place {
      case .standard: "\(target.format.rawValue) -"
      case .file(let path), .folder(let path): "\(target.format.rawValue) \(path.shown)"
      }
    }
    #expect(shown == expected)
  }

  static let refused: [([String], String?)] = [
    (["jsn"], nil), (["json", "console"], nil), (["json="], nil), (["json=a"], "b"),
    (["json=a", "console=a"], nil), ([""], nil),
  ]

  @Test("that make no sense together are refused", arguments: refused)
  func refuses(formats: [String], output: String?) {
    #expect(throws: CommandFailure.self) { try OutputTarget.targets(formats: formats, output: output) }
  }
}
