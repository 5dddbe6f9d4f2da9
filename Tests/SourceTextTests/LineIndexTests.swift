import SourceText
import Testing

@Suite("Line index")
struct LineIndexTests {
  @Test(
    "starts a line behind every line end that something follows",
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]), ("a\r", [0]),
      ("a\r\n", [0]), ("\n\n", [0, 1]), ("\r\r\n\r", [0, 1, 3]), ("a\r\r\nb\rc\nd", [0, 2, 4, 6, 8]),
      ("\n\rb", [0, 1, 2]),
      ("\r\n\n\rb", [0, 2, 3, 4]),
    ])
  func starts(_ text: String, _ expected: [Int]) {
    #expect(LineIndex(of: Array(text.utf8)).starts == expected)
  }

  @Test("agrees with a reading byte by byte on every short sequence of line ends")
  func agrees() {
    for code in 0..<3 << 16 {
      let bytes = (0..<8).map { [0x61, 0x0A, 0x0D][(code >> (2 * $0) & 3) % 3] as UInt8 }
      var expected = [0]
      for index in bytes.indices.dropLast() {
        let isEnd = bytes[index] == 0x0A || bytes[index] == 0x0D && bytes[index + 1] != 0x0A
        if isEnd { expected.append(index + 1) }
      }
      guard LineIndex(of: bytes).starts != expected else { continue }
      Issue.record("\(bytes): \(LineIndex(of: bytes).starts) instead of \(expected)")
      return
    }
  }
}
