/// A sentence for the user, in Chinese and in English.
///
/// Both are made where the facts are known; the rendering picks one.
public struct Wording: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages: a quotation, a name, an author's own words.
  public init(_ same: String) {
    self.init(zh: same, en: same)
  }

  public func text(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// A language that the program can speak to its user.
public enum Language: String, CaseIterable, Sendable {
  case zh
  case en
}
