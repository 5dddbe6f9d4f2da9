/// A sentence for the user, in Chinese and in English.
///
/// Both are made where the facts are known; the rendering picks one.
package struct Wording: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages: a quotation, a name, an author's own words.
  package init(_ same: String) {
    self.init(zh: same, en: same)
  }

  package func text(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// A language that the program can speak to its user.
package enum Language: String, CaseIterable, Sendable {
  case zh
  case en
}
