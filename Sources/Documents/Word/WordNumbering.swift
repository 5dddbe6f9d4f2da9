/// The lists of a Word file: how each level's numbers look, and how far each list has counted.
struct WordNumbering {
  /// One level of a list.
  struct Level {
    var start = 1
    var format = NumberFormat.decimal
    /// `%1` stands for the number of the first level, and so on.
    var pattern = ""
    /// Whether numbers of levels above show as digits.
    var isLegal = false
    var hasGap = true
    /// The level after which it starts anew, from 1; 0 for never, nil for any above it.
    var restart: Int?
    /// The paragraph style that belongs to the level.
    var style: String?
  }

  private struct List {
    var levels: [Int: Level] = [:]
    var styleLink: String?
    var numStyleLink: String?
  }

  private struct Instance {
    var list = 0
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private var lists: [Int: List] = [:]
  private var instances: [Int: Instance] = [:]
  /// By list, what each level shows at present; nil before its first paragraph.
  private var counters: [Int: [Int?]] = [:]
  /// The instances whose own starts have been applied, as instance · 16 + level.
  private var started: Set<Int> = []

  /// What a paragraph's number looks like.
  struct Label {
    var text: String
    /// Whether it is a bullet, which is a sign and no number.
    var isBullet: Bool
  }

  /// The level of a numbering that belongs to a paragraph style.
  func level(ofStyle style: String?, in number: Int, styles: WordStyles) -> Int? {
    guard let style, let (_, list) = list(of: number, styles: styles) else { return nil }
    return list.levels.lazy.filter { $0.value.style == style }.map(\.key).min()
  }

  private func list(of number: Int, styles: WordStyles) -> (Int, List)? {
    guard let instance = instances[number], let list = lists[instance.list] else { return nil }
    guard let link = list.numStyleLink else { return (instance.list, list) }
    // A list that is defined by a numbering style: the style leads to an instance, and that to the list itself.
    if let target = styles.style(link)?.numbering, target != number, let other = instances[target],
      let linked = lists[other.list], linked.numStyleLink == nil
    {
      return (other.list, linked)
    }
    return lists.lazy.filter { $0.value.styleLink == link }.min { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Counts a paragraph and gives what stands before its text; nil when the numbering is none.
  mutating func label(number: Int, level: Int, styles: WordStyles) -> Label? {
    guard (0..<9).contains(level), let (key, list) = list(of: number, styles: styles), let instance = instances[number],
      let shape = instance.levels[level] ?? list.levels[level]
    else { return nil }
    func look(at level: Int) -> Level { instance.levels[level] ?? list.levels[level] ?? Level() }
    func start(at level: Int) -> Int { instance.starts[level] ?? look(at: level).start }

    var values = counters[key] ?? [Int?](repeating: nil, count: 9)
    if instance.starts[level] != nil, started.insert(number * 16 + level).inserted {
      values[level] = start(at: level)
    } else {
      values[level] = values[level].map { $0 + 1 } ?? start(at: level)
    }
    for deeper in (level + 1)..<9 where deeper < 9 {
      let restart = list.levels[deeper]?.restart
      if restart == 0 { continue }
      if let restart, level + 1 > restart { continue }
      values[deeper] = nil
    }
    counters[key] = values

    if shape.format == .bullet { return Label(text: "", isBullet: true) }
    var text = ""
    var rest = shape.pattern[...]
    while let sign = rest.first {
      rest = rest.dropFirst()
      guard sign == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        text.append(sign)
        continue
      }
      rest = rest.dropFirst()
      let other = look(at: digit - 1)
      let format = shape.isLegal && digit - 1 < level ? NumberFormat.decimal : other.format
      text += format.text(values[digit - 1] ?? start(at: digit - 1))
    }
    if !text.isEmpty, shape.hasGap { text += " " }
    return Label(text: text, isBullet: false)
  }

  /// Reads `numbering.xml`.
  final class Reader: XMLHandler {
    private(set) var numbering = WordNumbering()
    private var list: Int?
    private var instance: Int?
    private var level: Int?
    private var shape = Level()
    private var isOverriding = false
    private var hasShape = false
    private var isInFallback = false
    /// Whether the choice before a fallback has given the format.
    private var hasChosenFormat = false

    func start(_ element: Int, _ attributes: XMLAttributes) {
      guard let element = WordElement(rawValue: element) else { return }
      switch element {
      case .fallback: isInFallback = true
      case .abstractNum:
        list = attributes.number(.abstractNumId)
        if let list { numbering.lists[list] = List() }
      case .num:
        instance = attributes.number(.numId)
        if let instance { numbering.instances[instance] = Instance() }
      case .abstractNumId:
        if let instance { numbering.instances[instance]?.list = attributes.number(.val) ?? 0 }
      case .numStyleLink:
        if let list { numbering.lists[list]?.numStyleLink = attributes[.val] }
      case .styleLink:
        if let list { numbering.lists[list]?.styleLink = attributes[.val] }
      case .lvlOverride:
        level = attributes.number(.ilvl)
        isOverriding = true
        hasShape = false
      case .startOverride:
        if let instance, let level { numbering.instances[instance]?.starts[level] = attributes.number(.val) }
      case .lvl:
        level = attributes.number(.ilvl) ?? level
        shape = Level()
        hasShape = true
        hasChosenFormat = false
      case .start: shape.start = max(0, min(attributes.number(.val) ?? 1, 100_000))
      case .numFmt:
        if isInFallback, hasChosenFormat { break }
        let format = NumberFormat(attributes[.val] ?? "decimal", custom: attributes[.format])
        if let format { shape.format = format }
        hasChosenFormat = format != nil
      case .lvlText: shape.pattern = String((attributes[.val] ?? "").prefix(100))
      case .lvlRestart: shape.restart = attributes.number(.val)
      case .suff: shape.hasGap = !attributes.has(.val, "nothing")
      case .isLgl: shape.isLegal = !WordAttribute.isOff(attributes)
      case .pStyle: shape.style = attributes[.val]
      case _: break
      }
    }

    func end(_ element: Int) {
      guard let element = WordElement(rawValue: element) else { return }
      switch element {
      case .fallback: isInFallback = false
      case .abstractNum: list = nil
      case .num: instance = nil
      case .lvlOverride: isOverriding = false
      case .lvl:
        guard let level, hasShape else { break }
        if isOverriding, let instance {
          numbering.instances[instance]?.levels[level] = shape
        } else if let list {
          numbering.lists[list]?.levels[level] = shape
        }
      case _: break
      }
    }

    func text(_ bytes: Span<UInt8>) {}
  }
}
