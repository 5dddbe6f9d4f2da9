import Documents
import SourceText

/// What a file states beside its text of when and where the report was published: a page's meta tags and trail.
///
/// The names of the tags are labels of the vocabulary; of several for one fact the one that the vocabulary names first counts.
struct DeclaredFacts {
  let properties: [DocumentProperty]
  let text: PageText
  let vocabulary: CompiledVocabulary

  /// The day of publication.
  func publication() -> DateFact? {
    let scan = DateScan(text: text)
    for range in values(where: { $0.date == .publication }) {
      guard let written = scan.dates(in: range).first, let date = written.date else { continue }
      return DateFact(date: date, kind: .publication, range: written.range)
    }
    return nil
  }

  /// The values of the fields of a name, without blanks at their edges.
  func values(of field: String) -> [FoldedRange] {
    values { $0.field == field }
  }

  private func values(where isWanted: (Vocabulary.FieldCue) -> Bool) -> [FoldedRange] {
    guard !properties.isEmpty else { return [] }
    return vocabulary.fields.filter(isWanted).flatMap(\.labels).flatMap { label in
      zip(properties, text.folded.asides).compactMap { property, range in
        property.isNamed(label) && !range.isEmpty ? text.trimmed(range) : nil
      }
    }
  }
}
