/// A document's path as an address (RFC 3986): relative as the user named it, or `file://` for one that starts at the root.
struct ResourcePath {
  let text: String
  let isRelative: Bool

  init(_ path: String) {
    isRelative = path.utf8.first != 0x2F
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    text = (isRelative ? "" : "file://") + ResourcePath.escaped(path)
  }

  private static func escaped(_ path: Substring) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
