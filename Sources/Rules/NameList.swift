public import Matching
public import SourceText
import YAMLReading

/// Names that reports write in several ways, of which one report should keep to one.
public struct NameList: Sendable {
  /// What the list is called.
  public var title: Wording
  public var names: [Name]

  /// One name with its spellings.
  public struct Name: Sendable {
    /// What is named.
    public var title: Wording
    /// The spellings; where one holds another, the longer one counts.
    public var forms: [PhraseID]
    /// Longer words that are no spelling of it.
    public var unless: [PhraseID]
  }
}

extension NameList {
  /// Reads one entry of `name_lists`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let title = reader.text("title", .required)
    let names = reader.mappings("names", .required) { inner -> Name? in
      let title = inner.text("title", .required)
      let forms = inner.strings("forms", .required)
      let unless = inner.strings("unless")
      if forms.count == 1, let form = forms.first {
        inner.report(Wording(zh: "只有一种写法，无从前后不一。", en: "a name with one form is never mixed"), at: form)
      }
      guard let title else { return nil }
      return Name(title: title.value, forms: draft.phraseIDs(forms), unless: draft.phraseIDs(unless))
    }
    guard let title else { return nil }
    self.init(title: title.value, names: names)
  }
}
