import SourceText
import Testing

struct UTF8FaultTests {
  /// What the library says.
  private func fault(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  @Test(arguments: [
    "", "a", "云", "云溪县人民政府", "2024年度法治政府建设工作情况报告", "plain ASCII of some length", "·é¥云😀溪", "ࠀ퟿𠀀县", "云溪 a县b人",
  ])
  func `Every damage is found where the library finds it`(_ text: String) {
    let whole = Array(text.utf8)
    #expect(whole.span.firstFaultOfUTF8 == nil)
    for index in whole.indices {
      for byte: UInt8 in [
        0x00, 0x7F, 0x80, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
      ] {
        var damaged = whole
        damaged[index] = byte
        #expect(damaged.span.firstFaultOfUTF8 == fault(in: damaged), "byte \(index) as \(byte) in \(text)")
      }
      let cut = Array(whole[..<index])
      #expect(cut.span.firstFaultOfUTF8 == fault(in: cut), "cut at \(index): \(text)")
    }
  }
}
