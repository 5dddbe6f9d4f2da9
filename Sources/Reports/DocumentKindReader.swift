import Matching
import SourceText

/// Tells by its title, or for want of one by its opening, what kind of document was handed in.
struct DocumentKindReader {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let matches: PhraseMatches

  /// The kind of a titled document: that of the first cue that fits.
  func kind(of title: TitleText) -> DocumentKind {
    vocabulary.kinds.first { fits($0, title) }?.kind ?? .unknown
  }

  private func fits(_ cue: CompiledVocabulary.Kind, _ title: TitleText) -> Bool {
    cue.all.allSatisfy { title.contains($0) } && (cue.any.isEmpty || cue.any.contains { title.contains($0) })
      && (cue.ending.isEmpty || title.ends(inAnyOf: cue.ending)) && !cue.none.contains { title.contains($0) }
  }

  /// The kind of a document without a title: a report when its opening names the subject and announces a report.
  func kind(ofOpening opening: FoldedRange) -> (kind: DocumentKind, evidence: FoldedRange?) {
    let subject = vocabulary.subject.compactMap { matches.first(of: $0.id, in: opening) }.min()
    let lead = vocabulary.leads.compactMap { matches.first(of: $0.id, in: opening) }.min()
    guard subject != nil, let lead else { return (.unknown, nil) }
    return (.annualReport, lead)
  }
}
