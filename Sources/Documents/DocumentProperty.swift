public import SourceText

/// A fact about a document that its file states beside the text: a meta tag of a web page, a core property of a Word file.
public struct DocumentProperty: Hashable, Sendable {
  /// As the file spells it: `ArticleTitle`, `dc:title`; `breadcrumb` for the trail of a web page.
  public var name: String
  /// Without white space at its edges; may be empty.
  public var value: String
  /// Where the value stands in the decoded text, behind all blocks; empty for an empty value.
  public var range: TextRange

  public init(name: String, value: String, range: TextRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

extension DocumentProperty {
  /// The name under which a web page's trail stands, its steps parted by ` > `.
  static let trail = "breadcrumb"

  /// Writes a value behind the text as a line of its own, so that it has a place there.
  ///
  /// - Parameters:
  ///   - value: valid UTF-8, whose line ends become blanks and whose edges are trimmed.
  ///   - bytes: the text.
  init(_ name: String, _ value: [UInt8], writtenTo bytes: inout [UInt8]) {
    let value = value.map { $0 < 0x20 ? 0x20 : $0 }
    let trimmed = ScalarReader(bytes: value).trimmed(TextRange(0, value.count))
    let start = bytes.count
    bytes += value[trimmed.start..<trimmed.end]
    self.init(
      name: name, value: String(decoding: bytes[start...], as: UTF8.self), range: TextRange(start, bytes.count))
    bytes.append(0x0A)
  }

  /// Whether this is its name, in any letter case.
  public func isNamed(_ name: String) -> Bool {
    self.name.utf8.count == name.utf8.count && Array(self.name.utf8).lowercasedASCII == Array(name.utf8).lowercasedASCII
  }
}

extension DecodedDocument {
  /// The first property of a name, in any letter case.
  public func metadata(named name: String) -> DocumentProperty? {
    metadata.first { $0.isNamed(name) }
  }
}
