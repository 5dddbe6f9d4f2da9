/// What the styles of a Word file say of headings, numbers and bold type.
struct WordStyles {
  /// One style with what it states itself and, after `resolve()`, what it inherits.
  struct Style {
    var name = ""
    var basedOn: String?
    /// From 0; 9 is running text.
    var outline: Int?
    var numbering: Int?
    var level: Int?
    var isBold: Bool?
  }

  private(set) var byID: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private(set) var standard: String?

  func style(_ id: String?) -> Style? {
    (id ?? standard).flatMap { byID[$0] }
  }

  /// Takes over from the styles on which each is based, whose chain may be a ring in a damaged file.
  fileprivate mutating func resolve() {
    for id in byID.keys {
      guard var style = byID[id] else { continue }
      var above = style.basedOn
      var steps = 0
      while let base = above.flatMap({ byID[$0] }), steps < 32 {
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
      byID[id] = style
    }
  }

  /// The level of the built-in heading styles, for programs that leave it to the name.
  private static func outline(ofName name: String) -> Int? {
    let name = name.lowercased()
    for word in ["heading ", "标题 "] where name.hasPrefix(word) {
      if let level = Int(name.dropFirst(word.count)), (1...9).contains(level) { return level - 1 }
    }
    return nil
  }

  /// Reads `styles.xml`.
  final class Reader: XMLHandler {
    private(set) var styles = WordStyles()
    private var id: String?
    private var style = Style()
    private var isStandard = false

    func finished() -> WordStyles {
      var styles = styles
      styles.resolve()
      return styles
    }

    func start(_ element: Int, _ attributes: XMLAttributes) {
      guard let element = WordElement(rawValue: element) else { return }
      if element == .style {
        id = attributes[.styleId]
        style = Style()
        isStandard =
          attributes.has(.type, "paragraph") && !attributes.has(.default, "0")
          && (attributes.has(.default, "1") || attributes.has(.default, "true"))
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
      styles.byID[id] = style
      if isStandard, styles.standard == nil { styles.standard = id }
      self.id = nil
    }

    func text(_ bytes: Span<UInt8>) {}
  }
}
