/// What the styles of a Word file say of headings, numbers and bold type, read as far as they are asked for.
final class WordStyles {
  /// One style with what it states itself and what it inherits.
  struct Style {
    var name = ""
    var basedOn: String?
    /// From 0; 9 is running text.
    var outline: Int?
    var numbering: Int?
    var level: Int?
    var isBold: Bool?
  }

  /// Why the rest of the styles could not be read.
  private(set) var failure: DocumentError?
  /// The style of paragraphs that name none.
  private(set) lazy var standard: String? = {
    while reader.standard == nil, advance() {}
    return reader.standard
  }()

  private let reader = Reader()
  private var part: XMLPartReader?
  private var resolved: [String: Style?] = [:]

  /// Opens the part; without one there are no styles.
  init(_ entry: ZipArchive.Entry?, in archive: ZipArchive, limits: DocumentLimits) throws(DocumentError) {
    guard let entry else { return }
    part = try XMLPartReader(
      try archive.open(entry), vocabulary: WordElement.vocabulary, limits: limits, handler: reader)
  }

  /// A style by its id, or the standard one.
  func style(_ id: String?) -> Style? {
    guard let id = id ?? standard else { return nil }
    if let known = resolved[id] { return known }
    let style = resolve(id)
    resolved[id] = .some(style)
    return style
  }

  private func advance() -> Bool {
    guard failure == nil, let part else { return false }
    do throws(DocumentError) {
      return try part.advance()
    } catch {
      failure = error
      return false
    }
  }

  private func stated(_ id: String) -> Style? {
    while reader.styles[id] == nil, advance() {}
    return reader.styles[id]
  }

  /// Takes over from the styles on which it is based, whose chain may be a ring in a damaged file.
  private func resolve(_ id: String) -> Style? {
    guard var style = stated(id) else { return nil }
    var above = style.basedOn
    var steps = 0
    while let id = above, steps < 32, let base = stated(id) {
      style.outline = style.outline ?? base.outline
      if style.numbering == nil {
        style.numbering = base.numbering
        style.level = style.level ?? base.level
      }
      style.isBold = style.isBold ?? base.isBold
      above = base.basedOn
      steps += 1
    }
    if style.outline == nil { style.outline = Self.outline(ofName: style.name) }
    return style
  }

  /// The level of the built-in heading styles, for programs that leave it to the name.
  private static func outline(ofName name: String) -> Int? {
    let name = name.lowercased()
    for word in ["heading ", "标题 "] where name.hasPrefix(word) {
      if let level = Int(name.dropFirst(word.count)), (1...9).contains(level) { return level - 1 }
    }
    return nil
  }

  /// Takes in `styles.xml`.
  private final class Reader: XMLHandler {
    private(set) var styles: [String: Style] = [:]
    private(set) var standard: String?
    private var id: String?
    private var style = Style()
    private var isStandard = false

    func start(_ element: Int, _ attributes: XMLAttributes) {
      guard let element = WordElement(rawValue: element) else { return }
      if element == .style {
        id = attributes[.styleId]
        style = Style()
        isStandard =
          attributes.has(.type, "paragraph") && (attributes.has(.default, "1") || attributes.has(.default, "true"))
        return
      }
      guard id != nil else { return }
      switch element {
      case .name: style.name = attributes[.val] ?? ""
      case .basedOn: style.basedOn = attributes[.val]
      case .outlineLvl: style.outline = attributes.number(.val)
      case .numId: style.numbering = attributes.number(.val)
      case .ilvl: style.level = attributes.number(.val)
      case .b: style.isBold = !WordAttribute.isOff(attributes)
      case _: break
      }
    }

    func end(_ element: Int) {
      guard element == WordElement.style.rawValue, let id else { return }
      styles[id] = style
      if isStandard, standard == nil { standard = id }
      self.id = nil
    }

    func text(_ bytes: Span<UInt8>) {}
  }
}
