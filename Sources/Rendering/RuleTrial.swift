import Documents
import Reports
public import Rules
import Scoring
public import SourceText

/// What one rule found in one document, and why: the verdict with its places, where it looked, and by what the parts were recognised.
public struct RuleTrial: Sendable {
  private let audit: Audit
  private let index: Int
  private let pack: RulePack
  private let path: String
  private let language: Language

  /// A rule on a document that was audited.
  ///
  /// - Parameter index: the rule's position in `RulePack.rules`.
  public init(of index: Int, in audit: Audit, pack: RulePack, path: String, language: Language) {
    self.index = index
    self.audit = audit
    self.pack = pack
    self.path = path
    self.language = language
  }

  private var report: Report { audit.report }
  private var text: DecodedText { report.document.text }
  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }
  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  /// The trial as text for a console.
  public func rendered(display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    guard let position = audit.findings.firstIndex(where: { $0.rule == index }) else { return page.bytes }
    let finding = audit.findings[position]
    page.heading(say("在 \(path) 中", "In \(path)"))
    page.entry(
      finding.status.sign, labelInk: finding.status.ink, indent: 1, say(finding.status.words) + points(position), .bold)
    page.entry(indent: 3, say(finding.message))
    switch finding.status {
    case .partial, .missing, .violated, .unverifiable:
      page.entry(say("写法：", "write:"), labelInk: .dim, indent: 3, say(finding.remedy))
    case .met, .notApplicable, .waived: break
    }
    for evidence in finding.evidence { show(evidence, on: &page) }
    searched(on: &page)
    roles(on: &page)
    return page.bytes
  }

  /// Weight, credit and points lost, so that the score can be recomputed.
  private func points(_ position: Int) -> String {
    let finding = audit.findings[position]
    guard finding.status.isScored, let lost = audit.scorecard.losses[position] else {
      return say("，不计分", ", not scored")
    }
    let weight = Decimals.shown(audit.rules[index].weight.thousandths, places: 3)
    let credit = Decimals.shown(finding.credit.thousandths, places: 3)
    return say(
      "，权重 \(weight) × 得分率 \(credit)，总分因此少 \(lost) 分",
      ", weight \(weight) × credit \(credit), which costs \(lost) points")
  }

  private func lines(_ range: TextRange) -> String {
    let document = report.document
    let (first, last) = (
      document.line(of: range.start).number, document.line(of: max(range.start, range.end - 1)).number
    )
    let unit = document.lineUnit.words
    return first == last
      ? say("第 \(first) \(unit.zh)", "\(unit.en) \(first)")
      : say("第 \(first)–\(last) \(unit.zh)", "\(unit.en)s \(first)–\(last)")
  }

  private func show(_ evidence: Evidence, on page: inout ConsolePage) {
    let position = report.document.position(of: evidence.range.start)
    let label: String =
      switch evidence.kind {
      case .found: say("见", "found")
      case .nearest: say("最接近的", "nearest")
      case .slot: say("应当写在", "belongs at")
      }
    let excerpt = Excerpt(of: evidence.range, in: text, columns: max(page.display.width - 24, 24))
    page.entry(
      "\(label) \(position.line):\(position.column)", labelInk: .dim, indent: 3,
      excerpt.before + page.paint(excerpt.match, .bold) + excerpt.after)
  }

  /// Where the rule looks, and what stands there in this document.
  private func searched(on page: inout ConsolePage) {
    let rule = audit.rules[index]
    if rule.places.isEmpty { return }
    page.heading(say("查找的位置", "Where it looked"))
    for place in rule.places {
      let ranges = place.regions(in: report).map { report.text.source($0) }
      let found = ranges.prefix(6).map(lines).joined(separator: say("、", ", "))
      let more = ranges.count > 6 ? say("等 \(ranges.count) 处", " and \(ranges.count - 6) more") : ""
      let absent = say("文中没有", "not in this document")
      page.entry(indent: 1, say(place.words) + say("：", ": ") + (ranges.isEmpty ? absent : found + more))
    }
  }

  /// By what the parts that the rule looks in were recognised, and what came nearest to one that was not.
  private func roles(on page: inout ConsolePage) {
    let roles = audit.rules[index].places.compactMap { place -> SectionRole? in
      if case .role(let role) = place { role } else { nil }
    }
    for role in roles {
      let spans = report.roles.filter { $0.role == role }
      page.heading(say("“\(role.words.zh)”是怎样识别的", "How “\(role.words.en)” was recognised"))
      for span in spans {
        let heading = span.section.map { text.string(report.text.source(report.sections[$0].heading)) }
        page.entry(
          indent: 1,
          (heading ?? say("（没有标题的段落）", "(no heading)")) + say("，", ", ") + lines(report.text.source(span.range))
            + say("，\(span.points) 分", ", \(span.points) points"))
        for reason in span.reasons {
          let words =
            switch reason.source {
            case .heading, .opening, .body, .against:
              say("“", " “") + ConsoleText.clipped(text.string(report.text.source(reason.range)), to: 40) + "”"
            case .position, .fallback: ""
            }
          page.entry(
            "\(reason.points < 0 ? "−" : "+")\(reason.points.magnitude)", labelInk: .dim, indent: 3,
            say(reason.source.words) + words)
        }
      }
      if spans.isEmpty {
        let threshold = pack.reader.recognisers.first { $0.role == role }?.threshold
        page.entry(
          indent: 1,
          say(
            "没有一个部分达到 \(threshold ?? 0) 分；可在 sections.yaml 中补充标题的说法。",
            "no part reaches \(threshold ?? 0) points; add the heading's wording to sections.yaml."))
        let headings = report.sections.filter { $0.level == 1 }.prefix(8).map {
          text.string(report.text.source($0.heading))
        }
        if !headings.isEmpty {
          page.entry(say("现有标题：", "headings:"), labelInk: .dim, indent: 1, headings.joined(separator: say("；", "; ")))
        }
      }
    }
  }
}
