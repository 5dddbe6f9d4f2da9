import SourceText

/// How large and how deep a document may be before it is refused.
package struct DocumentLimits: Hashable, Sendable {
  /// Bytes of the file as it lies on the disk.
  package var fileSize = 32 * 1024 * 1024
  /// Blocks of one document.
  package var blocks = 200_000

  package init() {}
}

/// Decodes the bytes of a file, which are told apart by their content and only then by the file's name.
package func decodeDocument(
  _ bytes: [UInt8], name: String, limits: DocumentLimits = DocumentLimits()
) throws(DocumentError) -> DecodedDocument {
  fatalError("helper C")
}
