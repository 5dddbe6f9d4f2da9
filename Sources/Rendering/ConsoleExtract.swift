import Documents
import Reports
import SourceText

/// An extract for a person at a console: facts first, then the tree of sections, roles with their reasons, figures.
struct ConsoleExtract {
  private(set) var page: ConsolePage
  private let extract: Extract
  private let facts: DocumentFacts
  private var report: Report { extract.report }

  init(of extract: Extract, display: Display) {
    page = ConsolePage(for: display)
    self.extract = extract
    facts = DocumentFacts(of: extract.report)
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: extract.language) }
  private func say(_ wording: Wording) -> String { wording.text(in: extract.language) }

  /// `85:5`, a line and a column of the document.
  private func place(_ range: FoldedRange?) -> String {
    guard let range else { return "–" }
    let position = report.document.position(of: report.text.source(range).start)
    return "\(position.line):\(position.column)"
  }

  mutating func show() {
    page.title(extract.path)
    if extract.isOfFigures { return figures() }
    head()
    dates()
    sections()
    roles()
    figures()
    file()
  }

  private mutating func fact(_ label: String, _ text: String?, at range: FoldedRange?, note: String? = nil) {
    let shown = text ?? say("（没有找到）", "(not found)")
    let remark = note.map { say("（\($0)）", " (\($0))") } ?? ""
    let position = range == nil ? "" : "  \(place(range))"
    page.entry(
      ConsoleText.padded(label, to: extract.language == .zh ? 8 : 12), labelInk: .dim, indent: 1,
      shown + remark + position)
  }

  private mutating func head() {
    fact(say("标题", "title"), facts.title, at: report.title?.range)
    fact(
      say("机关", "issuer"), report.issuer?.name, at: report.issuer?.range,
      note: report.issuer.map { say("据", "from ") + say($0.source.words) })
    fact(say("层级", "level"), report.level.map { say($0.words) }, at: nil)
    fact(
      say("年度", "year"), report.reportYear.map { String($0.value) }, at: report.reportYear?.range,
      note: report.reportYear.map { say($0.source.words) })
    fact(say("文种", "kind"), say(report.kind.words), at: nil)
    fact(say("阶段", "stage"), say(report.stage.words), at: nil)
    fact(say("公开日期", "published"), report.publication?.date.description, at: report.publication?.range)
    if let date = report.documentDate { fact(say("成文日期", "dated"), date.date.description, at: date.range) }
    let signature = report.signature
    fact(say("落款机关", "signed by"), signature?.issuer.map(facts.quote), at: signature?.issuer)
    fact(say("落款日期", "signed on"), signature?.date?.date.description, at: signature?.date?.range)
    fact(
      say("编码", "encoding"), "\(report.document.encoding.rawValue), \(report.document.format.rawValue)", at: nil)
  }

  private mutating func dates() {
    if !report.dates.isEmpty {
      page.heading(say("日期", "Dates") + " (\(report.dates.count))")
      for fact in report.dates {
        row(at: fact.range, "\(fact.date)  \(say(fact.kind.words))")
      }
    }
    if report.metadata.isEmpty { return }
    page.heading(say("页面信息", "Metadata") + " (\(report.metadata.count))")
    for field in report.metadata {
      let value = field.value.isEmpty ? say("（空）", "(empty)") : facts.quote(field.value)
      row(at: field.label, "\(facts.quote(field.label))  \(value)  [\(field.field)]")
    }
  }

  /// A line with its place in front.
  private mutating func row(at range: FoldedRange?, depth: Int = 0, _ text: String, _ ink: Ink = .plain) {
    page.entry(ConsoleText.aligned(place(range), to: 8), labelInk: .dim, indent: 1 + 2 * depth, text, ink)
  }

  private mutating func sections() {
    page.heading(say("章节", "Sections") + " (\(report.sections.count))")
    if let preamble = report.preamble { row(at: preamble, say("（前言）", "(preamble)"), .dim) }
    for (index, section) in report.sections.enumerated() {
      let roles = report.roles.filter { $0.section == index && $0.role != .other }.map { say($0.role.words) }
      let suffix = roles.isEmpty ? "" : "  ← " + roles.joined(separator: say("、", ", "))
      // The depth is bounded by the numbering styles, yet the width is not.
      row(at: section.heading, depth: min(section.level - 1, 6), facts.quote(section.heading) + suffix)
    }
  }

  private mutating func roles() {
    page.heading(say("各部分及依据", "Roles and reasons") + " (\(report.roles.count))")
    for role in report.roles {
      let source = report.text.source(role.range)
      let (first, last) = (
        report.document.line(of: source.start), report.document.line(of: max(source.start, source.end - 1))
      )
      let unit = report.document.lineUnit.words
      let heading = role.section.map { facts.quote(report.sections[$0].heading) } ?? say("（没有标题的段落）", "(no heading)")
      page.entry(
        indent: 1,
        say(
          "\(role.role.words.zh)  \(role.points) 分  第 \(first.number)–\(last.number) \(unit.zh)  \(heading)",
          "\(role.role.words.en)  \(role.points) points  \(unit.en)s \(first.number)–\(last.number)  \(heading)"), .bold
      )
      for reason in role.reasons {
        let sign = reason.points < 0 ? "−" : "+"
        let quoted =
          switch reason.source {
          case .heading, .opening, .body, .against: "  “\(ConsoleText.clipped(facts.quote(reason.range), to: 40))”"
          case .position, .fallback: ""
          }
        row(at: reason.range, "\(sign)\(reason.points.magnitude)  \(say(reason.source.words))\(quoted)")
      }
    }
  }

  private mutating func figures() {
    page.heading(say("数据", "Figures") + " (\(report.figures.count))")
    for (index, figure) in report.figures.enumerated() {
      let number = Decimals.shown(figure.value.units, places: figure.value.scale)
      let about =
        figure.isApproximate ? say("约", "about ") : figure.isRangeEnd ? say("（区间）", "(range) ") : ""
      let reading = index < extract.readings.count ? extract.readings[index] : FigureReading()
      let words = [reading.act, reading.counted].compactMap { $0.map { ConsoleText.clipped(facts.quote($0), to: 40) } }
      row(
        at: figure.range,
        "\(about)\(number)\(figure.unitName(in: report.text))  "
          + (words.isEmpty ? facts.quote(figure.subject) : words.joined(separator: " | ")))
      for relation in report.figureRelations where relation.involves(figure) {
        let isBad = relation.verdict == .contradicted || relation.verdict == .doubtful
        page.entry(
          indent: 6, "\(say(relation.kind.words))  \(relation.computed)  \(say(relation.verdict.words))",
          isBad ? .bold : .dim)
      }
    }
  }

  /// What the file says beside its text, and, where the text had to be taken out of a file, what was taken.
  private mutating func file() {
    let document = report.document
    if !document.notes.isEmpty {
      page.heading(say("文件中的其他内容", "Beside the text") + " (\(document.notes.count))")
      for note in document.notes {
        let author = note.author.map { say("（\($0)）", " (\($0))") } ?? ""
        let position = document.position(of: note.range.start)
        page.entry(
          ConsoleText.aligned("\(position.line):\(position.column)", to: 8), labelInk: .dim, indent: 1,
          "\(say(NoteWords.name(note.kind)))\(author)  \(ConsoleText.clipped(say(note.text), to: 80))")
      }
    }
    if !document.metadata.isEmpty {
      page.heading(say("文件属性", "File properties") + " (\(document.metadata.count))")
      for property in document.metadata { page.entry(indent: 1, "\(property.name)  \(property.value)") }
    }
    switch document.origin {
    case .lines: return
    case .pages, .paragraphs, .source: break
    }
    page.heading(say("取出的文字", "Text taken out") + " (\(document.blocks.count))")
    for (block, range) in zip(document.blocks, report.text.blocks) {
      row(at: range, ConsoleText.clipped(facts.quote(block.range), to: 60))
    }
  }
}
