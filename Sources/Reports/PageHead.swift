import Documents
import Matching
import SourceText

/// What stands before the report's first paragraph.
struct PageHead {
  /// What each block before `bodyStart` is.
  var parts: [PagePart] = []
  var bodyStart = 0
  var title: TitleText?
  var metadata: [MetadataLine] = []
  var dates: [DateFact] = []
  /// Name and date of the body under the title, where some reports carry them instead of at the end.
  var signature: Signature?
  /// Whether anything there shows that the text was copied from a web page.
  var isPage = false
}

/// Reads the lines before the report's first paragraph.
struct PageHeadReader {
  let text: PageText
  let blocks: [Block]
  let vocabulary: CompiledVocabulary
  let words: PageWords
  let matches: PhraseMatches
  let metadata: MetadataReader

  func read(_ window: Range<Int>) -> PageHead {
    let lineReader = PageLineReader(
      text: text, vocabulary: vocabulary, words: words, matches: matches, metadata: metadata)
    var lines = window.map(lineReader.line)
    closeLabels(&lines)
    let search = TitleSearch(
      text: text, vocabulary: vocabulary, matches: matches, reader: TitleReader(text: text, vocabulary: vocabulary))
    var zone = zoneEnd(lines, from: 0)
    var found = search.best(in: lines[..<zone], blocks: blocks)
    if found == nil, let late = lateTitle(lines, behind: zone, search) {
      found = late
      zone = zoneEnd(lines, from: late.lines.upperBound)
    }
    var head = PageHead()
    var titleLines = found?.lines
    head.title = found?.title
    if found == nil, let weak = lastLineAboveText(lines, zone: zone, search) {
      titleLines = weak.lines
      head.title = weak.title
    }
    head.bodyStart = bodyStart(lines, zone: zone, titleLines: titleLines, head.title)
    label(lines, titleLines, into: &head, lineReader)
    readMetadata(lines, into: &head)
    if head.title == nil { head.title = titleInside(lines[..<head.bodyStart], head) }
    return head
  }

  /// A title behind a table of contents, or behind a notice of two paragraphs that publishes the report.
  private func lateTitle(_ lines: [PageLine], behind zone: Int, _ search: TitleSearch) -> TitleSearch.Found? {
    var end = zone
    var prose = 0
    for _ in 0..<80 where end < lines.count {
      if lines[end].look == .prose { prose += 1 }
      if prose > 2 { return nil }
      let start = end + 1
      end = zoneEnd(lines, from: start)
      if let late = search.best(in: lines[start..<end], blocks: blocks), late.points >= 10,
        late.title.contains(anyOf: vocabulary.subject)
      {
        return late
      }
    }
    return nil
  }

  /// The first line from `start` on that opens the report's text.
  private func zoneEnd(_ lines: [PageLine], from start: Int) -> Int {
    let top = lines.compactMap { headingLevel($0.block) }.min() ?? 1
    var index = start
    while index < lines.count {
      switch lines[index].look {
      case .numbered, .prose: return index
      case .empty, .clock, .metadata, .furniture, .date, .appendix, .remark, .plain:
        if lines[index].look == .plain, let level = headingLevel(lines[index].block), level > top { return index }
      }
      index += 1
    }
    return index
  }

  private func headingLevel(_ block: Int) -> Int? {
    guard blocks.indices.contains(block), case .heading(let level) = blocks[block].kind else { return nil }
    return level
  }

  /// Makes the line after a label that stands alone its value.
  private func closeLabels(_ lines: inout [PageLine]) {
    var index = 0
    var lastValue = -1
    while index + 1 < lines.count {
      defer { index += 1 }
      guard lines[index].look == .metadata else { continue }
      let hits = words.inside(lines[index].range)
      guard let field = metadata.openField(lines[index].range, hits) else {
        let next = lines[index + 1]
        if next.look == .plain, !metadata.closed(lines[index].range, hits, values: next.range).fields.isEmpty {
          lines[index + 1].look = .metadata
        }
        continue
      }
      let next = lines[index + 1]
      guard next.look == .plain || next.look == .date || next.look == .remark, next.range.count <= 300 else { continue }
      let cue = vocabulary.fields[field]
      let holdsDate = !DateScan(text: text).dates(in: next.range).isEmpty
      let isTitle = TitleText([next.range], of: text).ends(inAnyOf: vocabulary.reportNouns)
      // An empty cell is followed by the next line of the page, which may well be the title.
      let alternates = lastValue == index - 1 || (index + 2 < lines.count && lines[index + 2].look == .metadata)
      let isValue = cue.field == Self.titleField || (alternates && !isTitle && next.range.count <= 120)
      guard cue.date != nil ? holdsDate : isValue else { continue }
      lines[index + 1].look = .metadata
      lastValue = index + 1
    }
  }

  static let titleField = "title"

  /// For want of better, the last short line above the text or the metadata.
  private func lastLineAboveText(_ lines: [PageLine], zone: Int, _ search: TitleSearch) -> TitleSearch.Found? {
    let metadata = lines[..<zone].firstIndex { $0.look == .metadata && $0.block > 0 } ?? zone
    for limit in [metadata, zone] where limit > 0 && limit < lines.count {
      let index = limit - 1
      guard let candidate = search.candidate(index, lines[index], blocks), !candidate.hasComma,
        candidate.isHeading || candidate.range.count >= 30 && candidate.range.count <= 180
      else { continue }
      return TitleSearch.Found(lines: index...index, title: TitleText([candidate.range], of: text), points: 0)
    }
    return nil
  }

  /// The line after the last one that belongs to the page.
  private func bodyStart(_ lines: [PageLine], zone: Int, titleLines: ClosedRange<Int>?, _ title: TitleText?) -> Int {
    var start = titleLines.map { $0.upperBound + 1 } ?? 0
    for index in start..<max(zone, start) {
      switch lines[index].look {
      case .clock, .metadata, .furniture: start = index + 1
      case .date: if index == start { start = index + 1 }
      case .plain, .remark, .appendix:
        if isAgain(lines[index], title) || isUnderTitle(lines, index, titleLines) || isAddressee(lines[index]) {
          start = index + 1
        }
      case .empty, .numbered, .prose: break
      }
    }
    guard let title, titleLines != nil else { return start }
    // A cover and a table of contents come before the title as it stands above the text.
    for index in max(zone, start)..<min(lines.count, max(zone, start) + 80) {
      if lines[index].look == .prose { break }
      if lines[index].look == .plain, lines[index].range.count * 2 >= title.bytes.count, isAgain(lines[index], title) {
        return index + 1
      }
    }
    return start
  }

  /// Whether the line repeats the title, or a part of it.
  private func isAgain(_ line: PageLine, _ title: TitleText?) -> Bool {
    guard let title, line.range.count >= 12, line.range.count * 2 >= title.bytes.count || isBehind(title, line) else {
      return false
    }
    let cleaned = TitleReader(text: text, vocabulary: vocabulary).cleaned(line.range)
    let bytes = Array(text.bytes[cleaned.start..<cleaned.end])
    return title.contains(bytes) || TitleText([cleaned], of: text).contains(title.bytes)
  }

  /// Whether the line stands behind the title: there even a small part of it repeats it.
  private func isBehind(_ title: TitleText, _ line: PageLine) -> Bool { line.range.start >= title.range.end }

  /// Whether the line is the body's name, or a remark, right under the title.
  private func isUnderTitle(_ lines: [PageLine], _ index: Int, _ titleLines: ClosedRange<Int>?) -> Bool {
    guard let titleLines, index > titleLines.upperBound, index <= titleLines.upperBound + 2 else { return false }
    if lines[index].look == .remark { return true }
    return vocabulary.bodies.name(lines[index].range, in: text)?.isOrgan == true
  }

  /// Whether the line names those to whom the report is addressed.
  private func isAddressee(_ line: PageLine) -> Bool {
    let range = line.range
    guard line.look == .plain, range.count <= 150, range.count > 3, text.byte(at: range.end - 1) == 0x3A else {
      return false
    }
    let names = FoldedRange(range.start, range.end - 1)
    return vocabulary.bodies.name(names, in: text) != nil
      || vocabulary.audiences.contains { text.ends(names, with: $0) }
  }

  private func label(
    _ lines: [PageLine], _ titleLines: ClosedRange<Int>?, into head: inout PageHead, _ reader: PageLineReader
  ) {
    var issuer: FoldedRange?
    var date: DateFact?
    for index in 0..<head.bodyStart {
      let line = lines[index]
      let isTitle = titleLines?.contains(index) == true
      switch line.look {
      case .metadata: head.parts.append(.metadata)
      case .clock, .furniture: head.parts.append(.furniture)
      case .date: head.parts.append(.metadata)
      case .appendix: head.parts.append(.appendix)
      case .empty, .remark, .plain, .numbered, .prose:
        if isTitle || isAgain(line, head.title) {
          head.parts.append(.title)
        } else if isAddressee(line), index > titleLines?.lowerBound ?? -1 {
          head.parts.append(.addressee)
        } else if isUnderTitle(lines, index, titleLines) {
          head.parts.append(.metadata)
          if line.look == .plain { issuer = line.range }
        } else {
          head.parts.append(.furniture)
        }
      }
      if let titleLines, index > titleLines.upperBound, index <= titleLines.upperBound + 3,
        line.look == .date
      {
        let written = DateScan(text: text).dates(in: line.range).first
        if let written, written.isChinese, let day = written.date {
          date = DateFact(date: day, kind: .signature, range: written.range)
        }
      }
      if line.look == .clock || line.look == .furniture && !text.isOrnament(line.range) {
        head.isPage = true
      }
    }
    let places = [issuer, date?.range].compactMap { $0 }.sorted()
    if let first = places.first, let last = places.last {
      head.signature = Signature(range: FoldedRange(first.start, last.end), issuer: issuer, date: date)
    }
  }

  private func readMetadata(_ lines: [PageLine], into head: inout PageHead) {
    var open: (line: Int, field: Int, label: FoldedRange)?
    var labels: PageLine?
    let scan = DateScan(text: text)
    for index in 0..<head.bodyStart {
      let line = lines[index]
      switch line.look {
      case .clock:
        for written in scan.dates(in: line.range) {
          if let date = written.date { head.dates.append(DateFact(date: date, kind: .clock, range: written.range)) }
        }
      case .furniture:
        for written in scan.addressDates(in: line.range) {
          if let date = written.date { head.dates.append(DateFact(date: date, kind: .url, range: written.range)) }
        }
      case .date:
        if let written = scan.dates(in: line.range).first, let date = written.date, head.signature?.date == nil {
          head.dates.append(DateFact(date: date, kind: .page, range: written.range))
        }
      case .metadata:
        let read = metadata.read(line.range, words.inside(line.range))
        // A document's number alone stands on drafts too.
        if !read.fields.isEmpty { head.isPage = true }
        if read.fields.isEmpty, let row = labels, row.block == line.block - 1 {
          let values = metadata.closed(row.range, words.inside(row.range), values: line.range)
          if !values.fields.isEmpty { head.metadata[head.metadata.count - 1] = values }
        } else if read.fields.isEmpty, let label = open, label.line == index - 1 {
          head.metadata[head.metadata.count - 1] = metadata.closed(label.field, label.label, value: line.range)
        } else {
          head.metadata.append(read)
        }
        open = read.openField.flatMap { field in read.fields.first.map { (index, field, $0.label) } }
        labels = read.fields.count > 1 && read.fields.allSatisfy(\.value.isEmpty) ? line : nil
        for written in scan.addressDates(in: line.range) {
          if let date = written.date { head.dates.append(DateFact(date: date, kind: .url, range: written.range)) }
        }
      case .empty, .appendix, .remark, .numbered, .prose, .plain: break
      }
    }
  }

  /// A title that stands only in a field of the metadata or at the end of a breadcrumb.
  private func titleInside(_ lines: ArraySlice<PageLine>, _ head: PageHead) -> TitleText? {
    let reader = TitleReader(text: text, vocabulary: vocabulary)
    for field in head.metadata.flatMap(\.fields)
    where vocabulary.fields[field.field].field == Self.titleField && field.value.count >= 12 {
      return TitleText([reader.cleaned(field.value)], of: text)
    }
    for line in lines where line.look == .furniture || line.look == .metadata {
      var start = line.range.end
      while start > line.range.start, text.byte(at: start - 1) != 0x3E, text.byte(at: start - 1) != 0x7C { start -= 1 }
      let last = behindColumn(text.trimmed(FoldedRange(start, line.range.end)))
      guard start > line.range.start || line.look == .metadata, last.count <= 300 else { continue }
      let title = TitleText([reader.cleaned(last)], of: text)
      if title.contains(anyOf: vocabulary.subject), title.year() != nil,
        title.ends(inAnyOf: vocabulary.reportNouns)
      {
        return title
      }
    }
    return nil
  }

  /// The title behind a column's name with which it has run together: 法治政府建设年度报告云溪县….
  private func behindColumn(_ range: FoldedRange) -> FoldedRange {
    for noun in vocabulary.reportNouns {
      guard let found = text.firstIndex(of: noun, in: range), found + noun.count < range.end else { continue }
      let rest = FoldedRange(found + noun.count, range.end)
      let title = TitleText([rest], of: text)
      if title.contains(anyOf: vocabulary.subject), title.ends(inAnyOf: vocabulary.reportNouns) { return rest }
    }
    return range
  }
}

extension TitleText {
  func contains(anyOf phrases: [CompiledVocabulary.Phrase]) -> Bool { phrases.contains { contains($0.bytes) } }
}
