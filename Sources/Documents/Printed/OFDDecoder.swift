import SourceText

/// Reads an OFD document (GB/T 33190), a zip file of XML: `OFD.xml` names the documents, these their pages, and the pages hold
/// text objects with the places of their characters.
///
/// - Throws: `.missingPart`, `.noTextLayer`, `.tooManyPages` and what reading zip and XML throws.
func decodeOFD(_ archive: ZipArchive, limits: DocumentLimits) throws(DocumentError) -> DecodedDocument {
  var printed = PrintedText()
  let root = try OFDPart(of: archive, "OFD.xml", limits: limits)
  if root.documents.isEmpty { throw DocumentError(.missingPart("DocRoot")) }
  for path in root.documents {
    let document = try OFDPart(of: archive, root.resolved(path), limits: limits)
    var templates: [String: OFDPart] = [:]
    for page in document.pages {
      if printed.pages.count >= limits.pages { throw DocumentError(.tooManyPages(limit: limits.pages)) }
      let content = try OFDPart(of: archive, document.resolved(page), limits: limits)
      var objects = content.objects
      for identifier in content.usedTemplates {
        if templates[identifier] == nil, let path = document.templates[identifier] {
          templates[identifier] = try OFDPart(of: archive, document.resolved(path), limits: limits)
        }
        objects += templates[identifier]?.objects ?? []
      }
      let box = content.pageBox ?? document.pageBox ?? PageBox(left: 0, top: 0, right: 210, bottom: 297)
      printed.pages.append(
        PrintedPage(height: box.height, pieces: printed.pieces.count..<printed.pieces.count))
      for object in objects { object.write(to: &printed) }
      if printed.bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
    }
  }
  printed.fitPages()
  return try DecodedDocument(printed, format: .ofd, properties: root.properties, limits: limits)
}

extension PrintedText {
  /// Takes what is written on the pages as their height where that fills less than half of it: some programs state the size of
  /// a page in another unit than its text.
  fileprivate mutating func fitPages() {
    guard let lowest = pieces.map(\.box.bottom).max(), let height = pages.map(\.height).max(), lowest * 2 < height,
      pages.count > 1
    else { return }
    for index in pages.indices { pages[index].height = lowest * 1.03 }
  }
}

/// A stretch of text of a page, as a `TextCode` in its `TextObject` has it.
struct OFDText {
  var text: [UInt8]
  /// The size of the font as it is on the page.
  var size: Double
  /// Where the first character stands, on its base line.
  var x: Double
  var y: Double
  /// The distances from character to character, as far as they are stated.
  var advances: [Double]

  /// Writes the characters as pieces, parted where the distance is wider than the character and a gap.
  func write(to printed: inout PrintedText) {
    var piece: [UInt8] = []
    var (left, right) = (x, x)
    // Characters that all stand equally far apart are one word set wide.
    let isSpread = advances.allSatisfy { $0 == advances.first }
    if text.allSatisfy({ $0 == 0x20 }) { return }
    var character = 0
    var index = text.startIndex
    func flush() {
      let box = PageBox(left: left, top: y - size * 0.88, right: right, bottom: y + size * 0.12)
      printed.append(piece.span, box: box, isNewLine: true, em: size)
      piece = []
    }
    while index < text.endIndex {
      let lead = text[index]
      let length = min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.endIndex - index)
      let width = lead < 0xE2 ? size / 2 : size
      piece += text[index..<(index + length)]
      right += width
      index += length
      if character < advances.count {
        let next = right - width + advances[character]
        if !isSpread, next - right > size * 1.6 || next < left, index < text.endIndex {
          flush()
          left = next
        }
        right = next
        // The last character takes its own width, whatever the distance to one that does not come.
        if index == text.endIndex { right = max(right - advances[character] + width, left) }
      }
      character += 1
    }
    flush()
  }
}

/// What one XML part of an OFD document holds of what is read.
private final class OFDPart: XMLHandler {
  private(set) var documents: [String] = []
  private(set) var properties: [(name: String, value: String)] = []
  private(set) var pages: [String] = []
  /// Paths of template pages by their identifiers.
  private(set) var templates: [String: String] = [:]
  private(set) var usedTemplates: [String] = []
  private(set) var pageBox: PageBox?
  private(set) var objects: [OFDText] = []
  private let path: String
  private let limits: DocumentLimits
  private var collected: [UInt8]?
  private var object: Object?
  /// The place of the text that is being read, and its `DeltaX` as it is written.
  private var code: (x: Double, y: Double, distances: String)?
  private var textSize = 0

  /// The text object around the codes.
  private struct Object {
    var left: Double
    var top: Double
    var size: Double
    /// a b c d e f of the matrix that turns its own coordinates into those of its box.
    var matrix: [Double]
    var isHidden: Bool
  }

  init(of archive: ZipArchive, _ path: String, limits: DocumentLimits) throws(DocumentError) {
    self.path = path
    self.limits = limits
    guard let entry = archive.entry(named: path) else { throw DocumentError(.missingPart(path)) }
    try parseXML(try archive.open(entry), vocabulary: Self.vocabulary, limits: limits, handler: self)
  }

  /// The path in the archive of what this part names.
  func resolved(_ location: String) -> String { ZipArchive.path(location, besides: path) }

  /// Some programs write a namespace of their own, so a name counts in any.
  static let vocabulary = XMLVocabulary(
    [
      XMLVocabulary.Group(
        namespaces: [],
        names: [
          "DocRoot", "Page", "TemplatePage", "Template", "PhysicalBox", "TextObject", "TextCode", "Title", "Author",
          "Subject",
          "Abstract", "Keyword", "CreationDate", "ModDate", "Creator",
        ])
    ],
    attributes: ["BaseLoc", "ID", "TemplateID", "Boundary", "CTM", "Size", "size", "X", "Y", "DeltaX", "Visible"])

  private enum Element {
    static let root = 0, page = 1, templatePage = 2, template = 3, physicalBox = 4, object = 5, code = 6
    static let firstProperty = 7
    static let properties = ["Title", "Author", "Subject", "Abstract", "Keyword", "CreationDate", "ModDate", "Creator"]
  }

  private enum Attribute {
    static let location = 0, identifier = 1, templateIdentifier = 2, boundary = 3, matrix = 4, size = 5, smallSize = 6
    static let x = 7, y = 8, deltaX = 9, visible = 10
  }

  func start(_ element: Int, _ attributes: XMLAttributes) throws(DocumentError) {
    switch element {
    case Element.root, Element.physicalBox: collected = []
    case Element.page: if let location = attributes[Attribute.location] { pages.append(location) }
    case Element.templatePage:
      if let identifier = attributes[Attribute.identifier], let location = attributes[Attribute.location] {
        templates[identifier] = location
      }
    case Element.template:
      if let identifier = attributes[Attribute.templateIdentifier] { usedTemplates.append(identifier) }
    case Element.object: object = Self.object(attributes)
    case Element.code where object != nil:
      collected = []
      code = (
        attributes.decimal(Attribute.x) ?? code?.x ?? 0, attributes.decimal(Attribute.y) ?? code?.y ?? 0,
        attributes[Attribute.deltaX] ?? ""
      )
    case Element.firstProperty...: collected = []
    case _: break
    }
  }

  func end(_ element: Int) throws(DocumentError) {
    if element == Element.object {
      object = nil
      code = nil
    }
    guard let text = collected else { return }
    collected = nil
    switch element {
    case Element.root: documents.append(Self.trimmed(text))
    case Element.physicalBox: pageBox = Self.box(Self.trimmed(text)) ?? pageBox
    case Element.code: addText(text)
    case Element.firstProperty...:
      properties.append((Element.properties[element - Element.firstProperty], Self.trimmed(text)))
    case _: break
    }
    if pages.count > limits.pages { throw DocumentError(.tooManyPages(limit: limits.pages)) }
    if textSize > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
  }

  func text(_ bytes: Span<UInt8>) throws(DocumentError) {
    guard let count = collected?.count else { return }
    if count + bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
    for index in bytes.indices {
      let byte = bytes[index]
      collected?.append(byte < 0x20 ? 0x20 : byte)
    }
  }

  private func addText(_ text: [UInt8]) {
    guard let object, let code, !object.isHidden else { return }
    textSize += text.count
    let matrix = object.matrix
    let x = matrix[0] * code.x + matrix[2] * code.y + matrix[4]
    let y = matrix[1] * code.x + matrix[3] * code.y + matrix[5]
    // Text that stands aslant is a watermark.
    if abs(matrix[0]) > 0.1, abs(matrix[1]) > abs(matrix[0]) * 0.2 { return }
    let scale = max(abs(matrix[0]), abs(matrix[1]))
    objects.append(
      OFDText(
        text: text, size: object.size * scale, x: object.left + x, y: object.top + y,
        advances: Self.advances(code.distances, limit: text.count).map { $0 * scale }))
  }

  // MARK: Values

  private static func object(_ attributes: XMLAttributes) -> Object? {
    let boundary = numbers(attributes[Attribute.boundary] ?? "")
    guard boundary.count == 4 else { return nil }
    let matrix = numbers(attributes[Attribute.matrix] ?? "")
    let size = attributes.decimal(Attribute.size) ?? attributes.decimal(Attribute.smallSize) ?? boundary[3]
    return Object(
      left: boundary[0], top: boundary[1], size: size > 0 && size.isFinite ? size : 1,
      matrix: matrix.count == 6 ? matrix : [1, 0, 0, 1, 0, 0], isHidden: attributes.has(Attribute.visible, "false"))
  }

  private static func box(_ text: String) -> PageBox? {
    let values = numbers(text)
    guard values.count == 4, values[2] > 0, values[3] > 0 else { return nil }
    return PageBox(left: values[0], top: values[1], right: values[0] + values[2], bottom: values[1] + values[3])
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").compactMap { Double($0) }.filter(\.isFinite)
  }

  /// The distances that `DeltaX` states: numbers, and `g COUNT NUMBER` for several that are the same.
  ///
  /// - Parameter limit: how many are taken; no more are needed than there are characters, whatever a count says.
  private static func advances(_ text: String, limit: Int) -> [Double] {
    var advances: [Double] = []
    var words = text.split(separator: " ").makeIterator()
    while let word = words.next(), advances.count < limit {
      if word == "g" {
        guard let count = words.next().flatMap({ Int($0) }), let value = words.next().flatMap({ Double($0) }),
          value.isFinite
        else { break }
        advances += repeatElement(value, count: min(max(count, 0), limit - advances.count))
      } else if let value = Double(word), value.isFinite {
        advances.append(value)
      }
    }
    return advances
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    let start = text.firstIndex { $0 != 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
