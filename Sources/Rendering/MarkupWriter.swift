/// Writes XML and HTML straight to bytes: the one place where text and attributes are escaped and elements are closed.
public struct MarkupWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var open: [String] = []

  public init() {}

  /// Hands over the bytes written so far and starts anew at the same place in the structure.
  public mutating func flush(into out: inout [UInt8]) {
    if out.isEmpty { swap(&out, &bytes) } else { out.append(contentsOf: bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Starts an element; attributes without a value are left out.
  public mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    bytes.append(0x3E)
    open.append(name)
  }

  /// Ends the element that was started last.
  public mutating func end() {
    guard let name = open.popLast() else { return }
    bytes += "</\(name)>".utf8
  }

  /// An element that holds text alone.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) {
    begin(name, attributes)
    self.text(text)
    end()
  }

  /// An element that holds nothing, written `<name/>`.
  public mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    bytes += "/>".utf8
  }

  /// Text between tags.
  public mutating func text(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar, inAttribute: false) }
  }

  /// A line end between tags.
  public mutating func newLine() { bytes.append(0x0A) }

  /// Markup of our own that is written as it stands.
  public mutating func fragment(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    bytes.append(0x3C)
    bytes += name.utf8
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      bytes += key.utf8
      bytes += [0x3D, 0x22]
      for scalar in value.unicodeScalars { append(scalar, inAttribute: true) }
      bytes.append(0x22)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, inAttribute: Bool) {
    switch scalar {
    case "&": bytes += "&amp;".utf8
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "\"" where inAttribute: bytes += "&quot;".utf8
    case "\n", "\t", "\r":
      // In an attribute a bare line end would be read as a space.
      if inAttribute { bytes += "&#\(scalar.value);".utf8 } else { bytes += Array(String(scalar).utf8) }
    // XML has no way to write these; marks that turn the direction of text would hide what follows them.
    case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      bytes += "\u{FFFD}".utf8
    default: bytes += Array(String(scalar).utf8)
    }
  }
}
