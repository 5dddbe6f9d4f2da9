import Documents
import Reports
import Rules
import Scoring
import SourceText

/// Audits as a table with a row for each document and a column for each rule (RFC 4180), for spreadsheet programs.
///
/// It begins with a byte order mark and has CR LF line ends, by which Excel and WPS know UTF-8. A cell that a spreadsheet would take for
/// a formula is preceded by an apostrophe: titles and paths are other people's words.
public struct CSVRenderer: Renderer {
  private let run: Run

  public init(run: Run) { self.run = run }

  public func begin(into out: inout [UInt8]) {
    let heads = [
      Wording(zh: "文件", en: "path"), Wording(zh: "结果", en: "outcome"), Wording(zh: "得分", en: "score"),
      Wording(zh: "等次", en: "grade"), Wording(zh: "错误", en: "errors"), Wording(zh: "警告", en: "warnings"),
      Wording(zh: "标题", en: "title"), Wording(zh: "机关", en: "issuer"), Wording(zh: "层级", en: "level"),
      Wording(zh: "年度", en: "report year"), Wording(zh: "公开日期", en: "published"), Wording(zh: "落款日期", en: "signed"),
      Wording(zh: "说明", en: "note"),
    ].map { $0.text(in: run.language) }
    let categories = run.pack.categories.map { category in
      let title = category.title.text(in: run.language)
      return Wording(zh: "\(title)得分", en: "\(title): score").text(in: run.language)
    }
    let rules = run.pack.rules.map { "\($0.title.text(in: run.language)) [\($0.id)]" }
    let known = run.baseline == nil ? [] : [Wording(zh: "基线中已有", en: "known").text(in: run.language)]
    var table = CSVWriter()
    table.row(heads + known + categories + rules)
    out += table.bytes
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var cells = [document.path]
    switch document.result {
    case .unreadable(let error):
      cells.append(Outcome.unreadable.words.text(in: run.language))
      cells += Array(repeating: "", count: 10)
      cells.append(error.message.text(in: run.language))
      if run.baseline != nil { cells.append("") }
      cells += Array(repeating: "", count: run.pack.categories.count + run.pack.rules.count)
    case .audited(let audit):
      let report = audit.report
      let shortfalls = Shortfall.ranked(of: audit)
      cells.append(audit.verdict.outcome.words.text(in: run.language))
      cells.append(audit.scorecard.score?.description ?? "")
      cells.append(audit.scorecard.grade.map { run.pack.grades[$0].title.text(in: run.language) } ?? "")
      cells += [Severity.error, .warning].map { severity in "\(shortfalls.count { $0.gravity == severity })" }
      cells.append(DocumentFacts(of: report).title ?? "")
      cells.append(report.issuer?.name ?? "")
      cells.append(report.level?.words.text(in: run.language) ?? "")
      cells.append(report.reportYear.map { "\($0.value)" } ?? "")
      cells.append(report.publication?.date.description ?? "")
      cells.append(report.signature?.date?.date.description ?? "")
      cells.append("")
      if run.baseline != nil { cells.append("\(audit.known)") }
      cells += audit.scorecard.categories.map { $0.score?.description ?? "" }
      let known = Wording(zh: "已知", en: "known").text(in: run.language)
      cells += audit.findings.indices.map { index in
        audit.hides(index) ? known : audit.findings[index].status.words.text(in: run.language)
      }
    }
    var table = CSVWriter(hasMark: false)
    table.row(cells)
    out += table.bytes
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {}
}
