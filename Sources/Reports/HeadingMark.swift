/// The mark at the end of a line or of its first sentence.
enum HeadingMark {
  case none
  /// 。！？
  case stop
  case semicolon
  /// , 、 : or a dash: the line goes on.
  case open

  init(_ bytes: Span<UInt8>, before end: Int) {
    guard end > 0, end <= bytes.count else {
      self = .none
      return
    }
    switch bytes[end - 1] {
    case 0x21, 0x3F: self = .stop
    case 0x3B: self = .semicolon
    case 0x2C, 0x2D, 0x2E, 0x3A: self = .open
    case 0x81, 0x82:
      guard end >= 3, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 else {
        self = .none
        return
      }
      self = bytes[end - 1] == 0x82 ? .stop : .open
    default: self = .none
    }
  }
}
