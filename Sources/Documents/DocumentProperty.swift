package import SourceText

/// A fact about a document that its file states beside the text: a meta tag of a web page, a core property of a Word file.
package struct DocumentProperty: Hashable, Sendable {
  /// As the file spells it: `ArticleTitle`, `dc:title`.
  package var name: String
  /// Without white space at its edges; may be empty.
  package var value: String
  /// Where the value stands in the decoded text, behind all blocks; empty for an empty value.
  package var range: TextRange

  package init(name: String, value: String, range: TextRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

extension DecodedDocument {
  /// The first property of a name, in any letter case.
  package func metadata(named name: String) -> DocumentProperty? {
    let wanted = Array(name.utf8).lowercasedASCII
    return metadata.first { Array($0.name.utf8).lowercasedASCII == wanted }
  }
}
