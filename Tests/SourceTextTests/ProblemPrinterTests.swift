import SourceText
import Testing

@Suite("A problem is shown with its line and a caret")
struct ProblemPrinterTests {
  private func problem(_ line: String, column: Int, width: Int) -> Problem {
    Problem(
      Wording(zh: "不对。", en: "wrong"), path: "rules/a.yaml",
      place: Problem.Place(position: Position(line: 12, column: column), line: line, width: width))
  }

  private func printed(_ problem: Problem, _ language: Language = .en, lineWidth: Int = 120) -> [String] {
    ProblemPrinter(language: language, lineWidth: lineWidth).text(problem)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("the caret stands under ASCII")
  func ascii() {
    #expect(
      printed(problem("    severity: eror", column: 15, width: 4)) == [
        "rules/a.yaml:12:15: error: wrong", "    severity: eror", "              ^^^^", "",
      ])
  }

  @Test("the caret is twice as wide under Chinese")
  func chinese() {
    #expect(
      printed(problem("标题: 云溪县 x", column: 5, width: 3), .zh) == [
        "rules/a.yaml:12:5: error: 不对。", "标题: 云溪县 x", "      ^^^^^^", "",
      ])
  }

  @Test("the caret may stand after the line's end or beyond it")
  func atEnd() {
    #expect(printed(problem("ab", column: 3, width: 1)).dropFirst() == ["ab", "  ^", ""])
    #expect(printed(problem("ab", column: 30, width: 5)).dropFirst() == ["ab", "  ^", ""])
    #expect(printed(problem("", column: 1, width: 0)).dropFirst() == ["", "^", ""])
  }

  @Test("a long line is cut around the caret")
  func long() {
    let line = String(repeating: "云", count: 100) + "X" + String(repeating: "溪", count: 100)
    #expect(
      printed(problem(line, column: 101, width: 1), lineWidth: 30).dropFirst() == [
        "…云云云云云X溪溪溪溪溪溪溪溪溪…", "           ^", "",
      ])
    #expect(
      printed(problem(line, column: 101, width: 101), lineWidth: 30).dropFirst() == [
        "…云云云云云X溪溪溪溪溪溪溪…", "           ^^^^^^^^^^^^^^^", "",
      ])
  }

  @Test("control characters of the file never reach the terminal")
  func control() {
    #expect(printed(problem("a\u{1B}[2Jb\tc\u{202E}", column: 7, width: 1))[1] == "a\u{FFFD}[2Jb c\u{FFFD}")
  }

  @Test("a problem of the whole file has no line; a warning is called one")
  func wholeFile() {
    let warning = Problem(Wording(zh: "空。", en: "empty"), path: "a.yaml", severity: .warning)
    #expect(printed(warning) == ["a.yaml: warning: empty", ""])
    #expect(printed(warning, .zh) == ["a.yaml: warning: 空。", ""])
  }
}
