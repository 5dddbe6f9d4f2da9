import Glibc

/// How a sample's characters become bytes.
package enum SampleEncoding: String, CaseIterable, Sendable {
  case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, gb18030

  /// The text in this encoding, with a byte order mark where the encoding wants one.
  package func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: Self.gb18030(text)
    }
  }

  private static func gb18030(_ text: String) -> [UInt8] {
    guard let converter = unsafe iconv_open("GB18030", "UTF-8"), unsafe converter != iconv_t(bitPattern: -1) else {
      preconditionFailure("iconv knows no GB18030")
    }
    defer { unsafe iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    // No character takes more than four bytes in GB18030, and none fewer than one in UTF-8.
    var output = [CChar](repeating: 0, count: input.count * 4)
    let written = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        let result = unsafe iconv(converter, &from, &left, &to, &room)
        precondition(result != Int.max && left == 0, "a character has no place in GB18030")
        return target.count - room
      }
    }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }
}
