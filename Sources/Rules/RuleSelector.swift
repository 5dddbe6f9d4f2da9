public import SourceText

/// Rules named by id: one (`section.causes`), all whose ids begin alike (`outline.*`), or all there are (`*`).
public struct RuleSelector: Hashable, Sendable {
  /// As it was written.
  public let text: String
  private let kind: Kind

  private enum Kind: Hashable {
    case one
    /// Ends in a dot, or is empty for all rules.
    case prefix(String)
  }

  /// Reads a selector; whatever is no pattern is the id of one rule.
  public init(_ text: String) {
    self.text = text
    kind = text == "*" || text.hasSuffix(".*") ? .prefix(String(text.dropLast())) : .one
  }

  /// Whether it may name several rules.
  public var isPattern: Bool {
    switch kind {
    case .one: false
    case .prefix: true
    }
  }

  /// Whether it names the rule of an id.
  public func matches(_ id: String) -> Bool {
    switch kind {
    case .one: id == text
    case .prefix(let prefix): id.hasPrefix(prefix)
    }
  }

  /// How closely it names its rules: what names them more closely has the last word, wherever it stands.
  public var closeness: Int {
    switch kind {
    case .one: Int.max
    case .prefix(let prefix): prefix.utf8.count
    }
  }

  /// What may be written where rules of these ids are known: the ids, and the beginnings that several share.
  public static func known(for ids: [String]) -> [String] {
    var beginnings: [String] = []
    for id in ids {
      let parts = id.split(separator: ".")
      for count in 1..<max(parts.count, 2) {
        let beginning = parts.prefix(count).joined(separator: ".") + ".*"
        if !beginnings.contains(beginning) { beginnings.append(beginning) }
      }
    }
    return ids + beginnings
  }

  /// What is to be said when no rule is meant by it.
  public static let subject = Wording(zh: "规则编号", en: "the rule id")
}
