public import Documents
public import Matching
import SourceText

/// Reads decoded documents as reports; compiled once from a pack's words and recognisers.
public struct ReportReader: Sendable {
  /// How each role is recognised, in the order of the pack.
  public let recognisers: [RoleRecogniser]
  private let page: PageReader
  private let figures: FigureReader
  let relations: FigureRelations

  public init(
    vocabulary: Vocabulary, figureWords: FigureWords, recognisers: [RoleRecogniser], phrases: inout PhraseSet
  ) {
    self.recognisers = recognisers
    page = PageReader(vocabulary: vocabulary, phrases: &phrases)
    figures = FigureReader(vocabulary: vocabulary, sameUnits: figureWords.sameUnits, phrases: &phrases)
    relations = FigureRelations(words: figureWords, phrases: &phrases)
  }

  /// Reads one document; what the user gave wins over what the document shows.
  public func read(_ document: DecodedDocument, automaton: PhraseAutomaton, given: GivenFacts) -> Report {
    let text = FoldedText(
      document.text, blocks: document.blocks.map(\.range), dropped: document.dropped,
      asides: document.metadata.map(\.range))
    let matches = automaton.scan(text)
    let reading = page.read(document: document, text: text, matches: matches, given: given)
    let bodyBlocks = reading.bodyBlocks.filter { reading.parts[$0] == .body }
    let body = FoldedRange(
      bodyBlocks.first.map { text.blocks[$0].start } ?? text.end,
      bodyBlocks.last.map { text.blocks[$0].end } ?? text.end)
    let tree = SectionTree.read(document: document, text: text, bodyBlocks: bodyBlocks)
    let sentences = Sentences.split(text, in: body)
    let rows = figures.rows(of: text, in: body)
    let figures = figures.read(text, matches: matches, rows: rows, in: body)
    let roles = RoleAssigner(
      recognisers: recognisers, text: text, matches: matches, years: reading.years,
      reportYear: reading.reportYear?.value, sections: tree.sections, preamble: tree.preamble, body: body,
      blocks: bodyBlocks.map { text.blocks[$0] }, itemMarks: page.itemMarks
    ).assign()
    return Report(
      document: document, text: text, matches: matches, titleMark: page.titleMark, quoteMark: page.quoteMark,
      itemMarks: page.itemMarks, parts: reading.parts,
      kind: reading.kind, title: reading.title,
      issuer: reading.issuer, level: reading.level, reportYear: reading.reportYear, stage: reading.stage,
      metadata: reading.metadata, dates: reading.dates, publication: reading.publication,
      documentDate: reading.documentDate, signature: reading.signature, years: reading.years, body: body,
      preamble: tree.preamble, sections: tree.sections,
      numberingFaults: NumberingFault.faults(in: tree.sections, text: text), sentences: sentences, roles: roles,
      figures: figures,
      figureRelations: relations.judge(
        text, matches: matches, sentences: sentences, figures: figures, rows: rows,
        reportYear: reading.reportYear?.value),
      column: reading.column, residue: reading.residue)
  }
}
