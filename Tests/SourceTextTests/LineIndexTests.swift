import SourceText
import Testing

@Suite("Lines") struct LineIndexTests {
  @Test(
    "a line ends with LF, CR LF or CR, and a line end at the very end opens no further line",
    arguments: [
      ("", [0]),
      ("甲", [0]),
      ("\n", [0]),
      ("\r\n", [0]),
      ("a\nb", [0, 2]),
      ("a\r\nb\r\n", [0, 3]),
      ("a\rb\rc", [0, 2, 4]),
      ("\n\n\na", [0, 1, 2, 3]),
      ("\r\r\n\na", [0, 1, 3, 4]),
      ("\n\r\n\ra", [0, 1, 3, 4]),
      ("a\n\rb", [0, 2, 3]),
    ])
  func starts(text: String, expected: [Int]) {
    #expect(LineIndex(of: Array(text.utf8)).starts == expected)
  }

  @Test("finds the line of an offset, and the column in code points")
  func positions() {
    let text = DecodedText("甲乙\n丙😀丁\r\n")
    #expect(
      [0, 3, 6, 7, 10, 14, 18].map(text.position(of:)) == [
        Position(line: 1, column: 1), Position(line: 1, column: 2), Position(line: 1, column: 3),
        Position(line: 2, column: 1), Position(line: 2, column: 2), Position(line: 2, column: 3),
        Position(line: 2, column: 5),
      ])
  }

  @Test("tells valid UTF-8 from what is not")
  func validity() {
    #expect(isValidUTF8(Array("甲a😀".utf8)))
    #expect(isValidUTF8([]))
    #expect(!isValidUTF8([0xE7, 0x94]))
    #expect(!isValidUTF8([0xED, 0xA0, 0x80]))
    #expect(!isValidUTF8([0xB9, 0xFA]))
  }
}
