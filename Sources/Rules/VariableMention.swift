import SourceText

/// `{name}` in a text.
struct VariableMention {
  var name: String
  /// Where the brace opens, in UTF-8 bytes.
  var offset: Int
  /// Bytes, braces included.
  var count: Int

  /// A name longer than this is none: a brace far away from its partner encloses text.
  private static let longestName = 64

  /// All pairs of braces with something between them, in the order of the text.
  ///
  /// What stands there need not be a known name: a misspelt one, in whatever script, must not pass as text.
  static func all(in text: String) -> [VariableMention] {
    var mentions: [VariableMention] = []
    // Most texts have none.
    guard text.containsAnyByte(where: { $0 == UInt8(ascii: "{") }) else { return mentions }
    var open: Int?
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") { open = index }
      guard byte == UInt8(ascii: "}"), let start = open else { continue }
      open = nil
      let name = bytes[(start + 1)..<index]
      guard !name.isEmpty, name.count <= longestName, !name.contains(0x0A) else { continue }
      mentions.append(
        VariableMention(name: String(decoding: name, as: UTF8.self), offset: start, count: index + 1 - start))
    }
    return mentions
  }

  /// The variables of a regular expression, where braces hold numbers too: `\d{4}`, `\p{Han}`, `\x{4e00}`.
  static func all(inPattern source: String) -> [VariableMention] {
    let bytes = Array(source.utf8)
    return all(in: source).filter { mention in
      mention.name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
        && !bytes[max(0, mention.offset - 2)..<mention.offset].contains(UInt8(ascii: "\\"))
    }
  }
}
