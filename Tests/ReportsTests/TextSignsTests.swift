import SourceText
import Testing

@testable import Reports

@Suite("Signs of a text") struct TextSignsTests {
  private static let texts = [
    "", "1", "云溪县", "(2024)", "受理12件,审结1,200件(其中调解3.5%);占97.51%。",
    "云溪县人民政府、《办法》“第3条”:一是!二是?\n三是2024年12月31日之前;12", "ab(c)12\n\n\n(3)", "二十四个汉字之后才有一个数字和一个标点符号的一句话9,好",
  ]

  private func folded(_ text: String) -> FoldedText {
    FoldedText(DecodedText(text), blocks: [TextRange(0, text.utf8.count)])
  }

  @Test(arguments: texts) func `are found where a look at each byte finds them`(_ text: String) {
    let folded = folded(text)
    let bytes = folded.bytes
    for start in 0...bytes.count {
      for end in start...bytes.count {
        let signs = TextSigns(folded, in: FoldedRange(start, end))
        let isDigit = { (0x30...0x39).contains(bytes[$0]) }
        let places = start..<end
        #expect(signs.digits == places.filter { isDigit($0) && ($0 == start || !isDigit($0 - 1)) })
        #expect(signs.brackets == places.filter { bytes[$0] == 0x28 })
        #expect(signs.marks == places.filter { [0x0A, 0x21, 0x22, 0x2C, 0x3A, 0x3B, 0x3F, 0xE3].contains(bytes[$0]) })
      }
    }
  }

  @Test(arguments: texts) func `lead to the marks that a search of the text finds`(_ text: String) {
    let folded = folded(text)
    let bytes = folded.bytes.span
    let ending: Set<UInt8> = [0x0A, 0x21, 0x22, 0x3B, 0x3F, 0xE3]
    func marks(_ finder: inout some MarkFinder) -> [Int] {
      var places: [Int] = []
      var place = finder.next(bytes, from: 0, to: bytes.count)
      while place < bytes.count {
        if ending.contains(bytes[place]) { places.append(place) }
        place = finder.next(bytes, from: place + 1, to: bytes.count)
      }
      return places
    }
    var cursor = MarkCursor(TextSigns(folded, in: FoldedRange(0, bytes.count)).marks)
    var search = MarkSearch()
    #expect(marks(&cursor) == marks(&search))
  }
}
