/// The relations between the parts of an office file (ECMA-376 part 2), by which one finds the others.
struct OfficeRelations {
  private let part: String
  /// Each related part as it is named, in the order of the file, with the last word of its type.
  private var found: [(type: String, target: String)] = []

  /// Reads the relations of a part; none when it has no list of them.
  ///
  /// - Parameter part: the path of the part, empty for the package itself.
  init(of part: String, in archive: ZipArchive, limits: DocumentLimits) throws(DocumentError) {
    self.part = part
    let parts = part.split(separator: "/", omittingEmptySubsequences: true)
    let list = (parts.dropLast() + ["_rels", (parts.last ?? "") + ".rels"]).joined(separator: "/")
    guard let entry = archive.entry(named: list) else { return }
    let reader = Reader()
    try parseXML(try archive.open(entry), vocabulary: Reader.vocabulary, limits: limits, handler: reader)
    found = reader.found
  }

  /// The path inside the archive of the first part of a type.
  func path(_ type: String) -> String? {
    found.first { $0.type == type }.map { ZipArchive.path($0.target, besides: part) }
  }

  /// The paths of all parts of some types, in the order of the file.
  func paths(_ types: String...) -> [(type: String, path: String)] {
    found.filter { types.contains($0.type) }.map { ($0.type, ZipArchive.path($0.target, besides: part)) }
  }

  private final class Reader: XMLHandler {
    static let vocabulary = XMLVocabulary(
      [
        XMLVocabulary.Group(
          namespaces: ["http://schemas.openxmlformats.org/package/2006/relationships"], names: ["Relationship"])
      ], attributes: ["Type", "Target", "TargetMode"])

    private(set) var found: [(type: String, target: String)] = []

    func start(_ element: Int, _ attributes: XMLAttributes) {
      guard element == 0, let type = attributes[0], let target = attributes[1], !attributes.has(2, "External") else {
        return
      }
      let last = type.utf8.lastIndex(of: UInt8(ascii: "/")).map { type[type.utf8.index(after: $0)...] } ?? type[...]
      found.append((String(last), target))
    }

    func end(_ element: Int) {}
    func text(_ bytes: Span<UInt8>) {}
  }
}

/// Reads the core properties of an office file (ECMA-376 part 2, clause 11).
final class CorePropertyReader: XMLHandler {
  static let names = [
    "title", "subject", "creator", "description", "language", "identifier", "keywords", "category", "contentStatus",
    "lastModifiedBy", "revision", "version", "lastPrinted", "created", "modified",
  ]

  static let vocabulary = XMLVocabulary(
    [
      XMLVocabulary.Group(
        namespaces: [
          "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
          "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ], names: names)
    ], attributes: [])

  /// In the order of the file; empty ones are left out.
  private(set) var found: [(name: String, value: [UInt8])] = []
  private var name: String?
  private var value: [UInt8] = []

  func start(_ element: Int, _ attributes: XMLAttributes) {
    name = Self.names.indices.contains(element) ? Self.names[element] : nil
    value = []
  }

  func end(_ element: Int) {
    if let name, value.contains(where: { $0 > 0x20 }) { found.append((name, value)) }
    name = nil
  }

  func text(_ bytes: Span<UInt8>) {
    guard name != nil, value.count < 10_000 else { return }
    for index in bytes.indices { value.append(bytes[index]) }
  }
}
