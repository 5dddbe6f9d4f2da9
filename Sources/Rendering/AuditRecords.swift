public import Comparison
import Reports
import Rules
import Scoring
import SourceText

extension AuditRecord {
  /// What of an audited document is compared, in the words of the run's language.
  public init(of document: AuditedDocument, run: Run) {
    switch document.result {
    case .unreadable:
      self.init(
        path: document.path, issuer: nil, year: nil, outcome: Outcome.unreadable.rawValue, score: nil, grade: nil,
        categories: [], results: [])
    case .audited(let audit):
      self.init(
        path: document.path, issuer: audit.report.issuer?.name, year: audit.report.reportYear?.value,
        outcome: audit.verdict.outcome.rawValue, score: audit.scorecard.score?.tenths,
        grade: audit.scorecard.grade.map { run.pack.grades[$0].title.text(in: run.language) },
        categories: zip(audit.categories, audit.scorecard.categories).map { category, scored in
          Category(id: category.id, title: category.title.text(in: run.language), score: scored.score?.tenths)
        },
        results: audit.findings.indices.map { index in
          let finding = audit.findings[index]
          let rule = audit.rules[finding.rule]
          return Result(
            rule: rule.id, title: rule.title.text(in: run.language), status: finding.status,
            credit: audit.scorecard.losses[index] == nil ? nil : finding.credit.thousandths)
        })
    }
  }
}
