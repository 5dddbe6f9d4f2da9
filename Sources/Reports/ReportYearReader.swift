import SourceText

/// Tells on which year a report reports.
struct ReportYearReader {
  let text: PageText

  /// The given year, else that of the title, the opening, the headings, else the year before publication.
  func read(
    given: Int?, title: Title?, years: [YearMention], opening: [FoldedRange], headings: [FoldedRange],
    publication: DateFact?
  ) -> ReportYear? {
    if let given { return ReportYear(value: given, range: nil, source: .given) }
    if let year = title?.year { return ReportYear(value: year.value, range: year.range, source: .title) }
    let latest = publication?.date.year ?? Int.max
    for paragraph in opening {
      let candidates = plain(years, in: paragraph).filter { !isDate($0) && $0.value <= latest }
      if let year = candidates.first { return ReportYear(value: year.value, range: year.range, source: .preamble) }
    }
    // The plan's heading names the next year; the earliest of all headings is the year reported on.
    let inHeadings = headings.flatMap { plain(years, in: $0) }.filter { $0.value < latest }
    if let year = inHeadings.min(by: { ($0.value, $0.range) < ($1.value, $1.range) }) {
      return ReportYear(value: year.value, range: year.range, source: .heading)
    }
    return publication.map { ReportYear(value: $0.date.year - 1, range: $0.range, source: .publication) }
  }

  private func plain(_ years: [YearMention], in range: FoldedRange) -> ArraySlice<YearMention> {
    let first = years.partitioningIndex { $0.range.start >= range.start }
    return years[first...].prefix { $0.range.end <= range.end }.filter { !$0.isQuotedOrSpan }[...]
  }

  /// Whether a month follows: 2024年3月 dates an event.
  private func isDate(_ year: YearMention) -> Bool {
    text.isDigit(at: year.range.end) || Glyph.digit(text.glyph(at: year.range.end)) != nil
  }
}
