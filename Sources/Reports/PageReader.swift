public import Documents
public import Matching
public import SourceText

/// Reads the page around a report: title, metadata, dates, issuer, signature, and where the report itself begins and ends.
///
/// Only the first and last lines are looked at closely; of the text between them only the years and dates are read.
public struct PageReader: Sendable {
  private let vocabulary: CompiledVocabulary

  /// Compiles the vocabulary, once for all documents; its phrases join those of the rules.
  public init(vocabulary: Vocabulary, phrases: inout PhraseSet) {
    self.vocabulary = CompiledVocabulary(vocabulary, phrases: &phrases)
  }

  /// The phrase 《, when the vocabulary's phrases have it.
  var titleMark: PhraseID? { vocabulary.openTitle }
  /// The phrase ", when the vocabulary's phrases have it.
  var quoteMark: PhraseID? { vocabulary.quoteMark }
  /// The words that open an item of a list inside a paragraph.
  var itemMarks: [PhraseID] { vocabulary.itemMarks }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - document: the document as decoded.
  ///   - text: its folded text, whose blocks are the document's.
  ///   - matches: where the phrases of the set occur in `text`.
  ///   - given: what the user said of the document.
  public func read(
    document: DecodedDocument, text folded: FoldedText, matches: PhraseMatches, given: GivenFacts
  ) -> PageReading {
    let text = PageText(folded)
    let windows = PageWindows(text)
    let words = PageWords(vocabulary, matches: matches, windows: windows.ranges(in: text))
    let metadata = MetadataReader(text: text, vocabulary: vocabulary)
    let head = PageHeadReader(
      text: text, blocks: document.blocks, vocabulary: vocabulary, words: words, matches: matches, metadata: metadata
    ).read(windows.head)
    let title = head.title.map { TitleReader(text: text, vocabulary: vocabulary).title($0) }
    let window = max(head.bodyStart, windows.tail.lowerBound)..<max(head.bodyStart, windows.tail.upperBound)
    let tail = PageTailReader(
      text: text, vocabulary: vocabulary, words: words, matches: matches, metadata: metadata, titleIssuer: title?.issuer
    ).read(window, body: head.bodyStart..<text.blocks.count)

    let bodyBlocks = head.bodyStart..<max(head.bodyStart, tail.bodyEnd)
    let signature = tail.signature ?? head.signature
    let lines = head.metadata + tail.metadata
    let mentions = YearMentionReader(text: text, vocabulary: vocabulary, matches: matches).read()
    let declared = DeclaredFacts(properties: document.metadata, text: text, vocabulary: vocabulary)
    let dates = dates(head, tail, lines, signature, mentions.dates, declared, given)
    let publication = publication(dates, lines, given)
    let opening = opening(of: bodyBlocks, in: text)
    let years = withTitleYear(title, in: mentions.years)
    let names = IssuerReader(document: document, text: text, vocabulary: vocabulary, matches: matches).read(
      title: title?.issuer, signature: signature?.issuer, opening: opening.paragraphs, publisher: publisher(lines))
    let kinds = DocumentKindReader(text: text, vocabulary: vocabulary, matches: matches)
    let kind: (kind: DocumentKind, evidence: FoldedRange?)
    if let title = head.title {
      kind = (kinds.kind(of: title), title.range)
    } else if let first = opening.paragraphs.first, let last = opening.paragraphs.last {
      kind = kinds.kind(ofOpening: FoldedRange(first.start, last.end))
    } else {
      kind = (.unknown, nil)
    }
    let parts = parts(head, tail, bodyBlocks, text)
    let fields = fields(lines, text)
    let surroundings = PageSurroundings(text: text, parts: parts, words: words)
    return PageReading(
      parts: parts, kind: kind.kind, kindEvidence: kind.evidence, title: title,
      issuer: names.issuer, level: given.level ?? names.level,
      reportYear: ReportYearReader(text: text).read(
        given: given.year, title: title, years: years, opening: opening.paragraphs, headings: opening.headings,
        publication: publication),
      stage: given.stage ?? (publication != nil || head.isPage || tail.isPage ? .published : .draft),
      metadata: fields, dates: dates, publication: publication,
      documentDate: dates.first { $0.kind == .document }, signature: signature, years: years, bodyBlocks: bodyBlocks,
      column: surroundings.column(fields, before: bodyBlocks.lowerBound, declared), residue: surroundings.residue())
  }

  private func parts(_ head: PageHead, _ tail: PageTail, _ body: Range<Int>, _ text: PageText) -> [PagePart] {
    var parts = head.parts
    parts.reserveCapacity(text.blocks.count)
    for block in body {
      // Page numbers between the paragraphs of a text that was copied from a printed page.
      let range = text.blocks[block]
      parts.append(!range.isEmpty && range.count <= 15 && text.isOrnament(text.trimmed(range)) ? .furniture : .body)
    }
    return parts + tail.parts
  }

  /// The first paragraphs of the body, up to the first heading, and its first headings.
  private func opening(of body: Range<Int>, in text: PageText) -> (paragraphs: [FoldedRange], headings: [FoldedRange]) {
    var paragraphs: [FoldedRange] = []
    var headings: [FoldedRange] = []
    for block in body.prefix(60) {
      let range = text.trimmed(text.blocks[block])
      if range.isEmpty { continue }
      if text.isNumbered(range) {
        if range.count <= 150 { headings.append(range) }
      } else if headings.isEmpty, paragraphs.count < 3 {
        paragraphs.append(range)
      }
    }
    return (paragraphs, headings)
  }

  /// The years with the title's own, which may lack its 年, in its place.
  private func withTitleYear(_ title: Title?, in years: [YearMention]) -> [YearMention] {
    guard let year = title?.year, !years.contains(where: { $0.range.overlaps(year.range) }) else { return years }
    var years = years
    years.insert(year, at: years.firstIndex { $0.range.start > year.range.start } ?? years.count)
    return years
  }

  private func publisher(_ lines: [MetadataLine]) -> FoldedRange? {
    lines.lazy.flatMap(\.fields).first {
      IssuerReader.publisherFields.contains(vocabulary.fields[$0.field].field) && !$0.value.isEmpty
    }?.value
  }

  /// The fields without those that only repeat another: a table shown once for screens and once for telephones.
  private func fields(_ lines: [MetadataLine], _ text: PageText) -> [MetadataField] {
    var fields: [MetadataField] = []
    for found in lines.lazy.flatMap(\.fields) {
      let name = vocabulary.fields[found.field].field
      if let known = fields.firstIndex(where: { $0.field == name && text.same($0.value, found.value) }) {
        fields[known].repeats += 1
        continue
      }
      fields.append(MetadataField(field: name, label: found.label, value: found.value))
    }
    return fields
  }

  private func dates(
    _ head: PageHead, _ tail: PageTail, _ lines: [MetadataLine], _ signature: Signature?, _ mentioned: [WrittenDate],
    _ declared: DeclaredFacts, _ given: GivenFacts
  ) -> [DateFact] {
    var dates = head.dates + tail.dates + lines.flatMap(\.dates)
    if let date = signature?.date { dates.append(date) }
    let known = Set(dates.compactMap { $0.range?.start })
    for written in mentioned where !known.contains(written.range.start) {
      if let date = written.date { dates.append(DateFact(date: date, kind: .mentioned, range: written.range)) }
    }
    // Readers see the page and not its tags, so a date that it shows says more.
    if !dates.contains(where: { $0.kind == .publication || $0.kind == .page }), let date = declared.publication() {
      dates.append(date)
    }
    dates.sort { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    if let published = given.published {
      dates.insert(DateFact(date: published, kind: .publication, range: nil), at: 0)
    }
    return dates
  }

  /// The best date of publication: the given one, a labelled one, the page's, its last change, its address.
  private func publication(_ dates: [DateFact], _ lines: [MetadataLine], _ given: GivenFacts) -> DateFact? {
    if let published = given.published { return DateFact(date: published, kind: .publication, range: nil) }
    for kind in [DateFact.Kind.publication, .page, .updated, .url] {
      let found = dates.filter { $0.kind == kind }
      // 时间:2025-01-26 says more than a bare date beside the source.
      if let labelled = found.first(where: { isLabelled($0, lines) }) ?? found.first { return labelled }
    }
    return nil
  }

  private func isLabelled(_ date: DateFact, _ lines: [MetadataLine]) -> Bool {
    lines.contains { line in
      line.fields.contains { vocabulary.fields[$0.field].date == date.kind && $0.value.start == date.range?.start }
    }
  }
}
