import SourceText

/// A zip file that holds documents, each of which is audited on its own.
public struct DocumentArchive {
  private let archive: ZipArchive
  /// What the archive holds besides folders and what systems put there for themselves, in its own order.
  public let members: [Member]

  /// A file in an archive.
  public struct Member: Hashable, Sendable {
    /// Position in the archive.
    public var index: Int
    /// The path inside the archive for people: it is never taken for a path of the file system.
    public var name: String
  }

  /// Opens an archive; nil when the bytes are something else, a single document that is a zip file itself among them.
  ///
  /// - Throws: a `DocumentError` when the archive is damaged or has too many entries.
  public init?(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentError) {
    guard let archive = try ZipArchive(opening: bytes, limits: limits), ForeignFormat(archive) == .archive else {
      return nil
    }
    self.archive = archive
    members = archive.entries.compactMap { entry in
      let name = Self.shown(entry.name)
      if name.isEmpty || name.hasSuffix("/") || Self.isHidden(name) { return nil }
      return Member(index: entry.index, name: name)
    }
  }

  /// The bytes of a member, within limits of its own.
  ///
  /// - Throws: a `DocumentError` when it is damaged, encrypted, or goes beyond a limit.
  public func bytes(of index: Int) throws(DocumentError) -> [UInt8] {
    guard let entry = archive.entries.first(where: { $0.index == index }) else { throw DocumentError(.damagedArchive) }
    archive.renewBudget()
    return try archive.bytes(of: entry)
  }

  /// A name as text: UTF-8, else as Chinese programs write them, GB18030, without control characters.
  private static func shown(_ name: [UInt8]) -> String {
    var bytes = name
    if bytes.span.firstFaultOfUTF8 != nil, let converter = CharsetConverter(from: .gb18030) {
      let outcome = converter.convert(bytes, from: 0)
      if outcome.stop == .complete { bytes = outcome.utf8 }
    }
    // Programs of Windows write backslashes.
    return String(
      decoding: bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 < 0x20 || $0 == 0x7F ? 0x3F : $0 },
      as: UTF8.self)
  }

  /// Whether a path leads through `__MACOSX` or has a part that starts with a dot, other than to climb.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }
}
