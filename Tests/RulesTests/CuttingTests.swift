import Rules
import SourceText
import Testing

/// Each real report with one element cut out: exactly that element's verdict changes, and those that rest on it.
@Suite(
  "Cutting one element out of a real report",
  .enabled(if: Corpus.isThere, "the reports of ../shared/corpus are not here, so nothing is cut out of them"))
struct CuttingTests {
  struct Cut: CustomTestStringConvertible, Sendable {
    var report: String
    var element: String
    /// Lines that are taken out; the headings after them are renumbered.
    var lines: [ClosedRange<Int>] = []
    /// Words of a line that are taken out or replaced.
    var edits: [(line: Int, words: String, other: String)] = []
    /// What the rules say now that said something else before.
    var changes: [String: Status]
    var testDescription: String { "\(element) of \(report)" }
  }

  /// A field of the outline is missing when nothing speaks of it, and partly covered when the plan or another field does.
  static let cuts: [Cut] =
    [
      Cut(
        report: "lishan-2024", element: "the part on shortcomings", lines: [93...108],
        changes: ["section.shortcomings": .missing, "section.causes": .missing]),
      Cut(
        report: "lishan-2024", element: "the part on leaders", lines: [85...92],
        changes: ["section.leader-duty": .missing, "numbering.levels": .met]),
      Cut(
        report: "lishan-2024", element: "the plan", lines: [109...143],
        changes: ["section.next-year-plan": .missing, "format.heading-marks": .met]),
      Cut(
        report: "lishan-2024", element: "the measures", lines: [7...84],
        changes: outline(
          missing: ["functions", "emergencies"],
          partial: ["decisions", "digital", "disputes", "enforcement", "institutions", "oversight"],
          and: [
            "section.measures": .missing, "figures.rate": .notApplicable, "figures.sum": .notApplicable,
            "figures.rate-attainable": .notApplicable, "figures.approximate-exact": .met,
            "figures.base-stated": .notApplicable, "figures.list-length": .notApplicable,
            "figures.relative-time": .met,
            "format.broken-paragraphs": .met, "format.list-sequence": .notApplicable,
          ])),
      Cut(
        report: "lishan-2024", element: "the date of publication", edits: [(3, "时间:2025-01-26 10:48:47", "")],
        changes: [
          "date.published": .missing, "date.deadline": .unverifiable, "publication.source-line": .partial,
        ]),
      Cut(
        report: "lishan-2024", element: "the title", lines: [2...2],
        changes: ["title.present": .missing]),
      Cut(
        report: "lishan-2024", element: "the year in the title", edits: [(2, "2024年", "")],
        changes: ["title.present": .partial]),
      Cut(
        report: "lishan-2024", element: "emergencies", lines: [57...62], changes: ["outline.emergencies": .missing]),
      Cut(
        report: "lishan-2024", element: "disputes", lines: [63...70], changes: ["outline.disputes": .partial]),
      Cut(
        report: "lishan-2024", element: "oversight", lines: [23...24, 73...78],
        changes: ["outline.oversight": .partial]),
      Cut(
        report: "lishan-2024", element: "digital government", lines: [79...84],
        changes: [
          "outline.digital": .partial, "figures.rate": .notApplicable, "figures.rate-attainable": .notApplicable,
        ]),
      Cut(
        report: "lishan-2024", element: "government functions", lines: [19...28, 33...34],
        changes: ["outline.functions": .partial]),
      Cut(
        report: "lishan-2024", element: "enforcement", lines: [35...40, 49...56],
        changes: ["figures.approximate-exact": .met, "outline.enforcement": .partial]),
      Cut(
        report: "lishan-2024", element: "the number of a heading", edits: [(93, "三、", "四、")],
        changes: ["numbering.sequence": .violated]),

      Cut(
        report: "jiyang-2024", element: "the part on shortcomings", lines: [33...40],
        changes: ["section.shortcomings": .missing]),
      Cut(
        report: "jiyang-2024", element: "the part on leaders", lines: [7...16],
        changes: ["section.leader-duty": .missing, "outline.leadership": .partial]),
      Cut(report: "jiyang-2024", element: "the plan", lines: [41...49], changes: ["section.next-year-plan": .missing]),
      Cut(
        report: "jiyang-2024", element: "the measures", lines: [17...32],
        changes: outline(
          missing: ["institutions", "decisions", "oversight", "digital"],
          partial: ["disputes", "enforcement", "functions"],
          and: [
            "section.measures": .missing, "figures.sum": .notApplicable, "figures.approximate-exact": .met,
            "figures.base-stated": .notApplicable, "figures.subset": .notApplicable,
            "figures.carry-over": .notApplicable,
            "format.list-sequence": .notApplicable, "secrecy.named-enterprises": .met,
          ])),
      Cut(
        report: "jiyang-2024", element: "the date of publication", edits: [(3, "2025-02-14 16:21", "")],
        changes: [
          "date.published": .missing, "date.deadline": .unverifiable, "publication.source-line": .partial,
        ]),
      Cut(report: "jiyang-2024", element: "the title", lines: [1...1], changes: ["title.present": .missing]),
      Cut(
        report: "jiyang-2024", element: "government functions", lines: [19...20],
        changes: ["outline.functions": .partial, "outline.digital": .missing]),
      Cut(
        report: "jiyang-2024", element: "rules and decisions", lines: [21...22],
        changes: ["outline.institutions": .partial, "outline.decisions": .missing]),
      Cut(report: "jiyang-2024", element: "enforcement", lines: [23...24], changes: ["outline.enforcement": .partial]),
      Cut(
        report: "jiyang-2024", element: "disputes", lines: [25...30],
        changes: [
          "figures.approximate-exact": .met, "figures.subset": .notApplicable, "figures.carry-over": .notApplicable,
          "outline.disputes": .partial, "figures.sum": .notApplicable, "secrecy.named-enterprises": .met,
        ]),
      Cut(
        report: "jiyang-2024", element: "oversight", lines: [31...32],
        changes: ["figures.base-stated": .notApplicable, "outline.oversight": .partial]),

      Cut(
        report: "dazu-2022", element: "the shortcomings of a joint part", lines: [48...48],
        edits: [(47, "存在的不足和", "")], changes: ["section.shortcomings": .missing]),
      Cut(
        report: "dazu-2022", element: "the plan of a joint part", lines: [49...50],
        edits: [(47, "和2023年工作思路", "")], changes: ["section.next-year-plan": .missing]),
      Cut(
        report: "dazu-2022", element: "the part on leaders", lines: [45...46],
        changes: ["section.leader-duty": .missing]),
      Cut(
        report: "dazu-2022", element: "the measures", lines: [15...44],
        changes: outline(
          missing: ["oversight"],
          partial: [
            "decisions", "digital", "disputes", "emergencies", "enforcement", "functions", "institutions", "leadership",
          ],
          and: [
            "section.measures": .missing, "figures.rate": .notApplicable, "figures.base-stated": .notApplicable,
            "figures.subset": .notApplicable, "figures.carry-over": .notApplicable,
          ])),
      Cut(
        report: "dazu-2022", element: "the signature", lines: [51...52],
        changes: [
          "signature.issuer": .missing, "signature.date": .missing, "date.order": .notApplicable,
          "date.catalogue": .notApplicable, "date.internal-report": .unverifiable,
          "publication.within-20-days": .unverifiable, "signature.season": .notApplicable,
        ]),
      Cut(
        report: "dazu-2022", element: "the date of the signature", lines: [52...52],
        changes: [
          "signature.date": .missing, "date.order": .notApplicable, "date.catalogue": .notApplicable,
          "date.internal-report": .unverifiable, "publication.within-20-days": .unverifiable,
          "signature.season": .notApplicable,
        ]),
      Cut(report: "dazu-2022", element: "the signing organ", lines: [51...51], changes: ["signature.issuer": .missing]),
      Cut(
        report: "dazu-2022", element: "the date of publication",
        edits: [(3, "2023-02-15", ""), (10, "2023-02-15", "")],
        changes: [
          "date.published": .missing, "date.deadline": .unverifiable, "date.order": .unverifiable,
          "publication.source-line": .partial, "publication.within-20-days": .unverifiable,
        ]),
      Cut(
        report: "dazu-2022", element: "the catalogue's document date",
        edits: [(4, "2023-02-15", ""), (11, "2023-02-15", "")], changes: ["date.catalogue": .notApplicable]),
      Cut(report: "dazu-2022", element: "the title", lines: [13...13], changes: ["title.present": .missing]),
      Cut(
        report: "dazu-2022", element: "emergencies", lines: [38...39],
        edits: [(37, "健全突发事件应对体系,", "")],
        changes: ["outline.emergencies": .partial, "format.list-sequence": .violated]),
      Cut(report: "dazu-2022", element: "enforcement", lines: [29...32], changes: ["outline.enforcement": .partial]),
      Cut(report: "dazu-2022", element: "oversight", lines: [33...36], changes: ["outline.oversight": .partial]),
      Cut(
        report: "dazu-2022", element: "disputes", lines: [41...44],
        changes: ["outline.disputes": .partial]),
    ]

  /// Fields of the outline that are gone, and those of which the plan or another part still says a word.
  private static func outline(
    missing: [String], partial: [String], and others: [String: Status]
  ) -> [String: Status] {
    var changes = others
    for field in missing { changes["outline." + field] = .missing }
    for field in partial { changes["outline." + field] = .partial }
    return changes
  }

  @Test("changes its verdict and those that rest on it", arguments: cuts)
  func cut(_ cut: Cut) throws {
    let pack = try #require(Packs.shipped)
    let text = try Corpus.text(cut.report)
    let before = try statuses(of: text, pack)
    let after = try statuses(of: try Self.apply(cut, to: text), pack)
    var changed: [String: Status] = [:]
    for (rule, status) in after where before[rule] != status { changed[rule] = status }
    let expected = cut.changes.merging(Self.dependants[cut.testDescription] ?? [:]) { own, _ in own }
    let wrong = Set(changed.keys).union(expected.keys).filter { changed[$0] != expected[$0] }.sorted()
    for rule in wrong {
      let (was, shouldBe, became) = (before[rule], expected[rule], after[rule])
      Issue.record(
        "\(cut.testDescription): \(rule): was \(was as Any), should be \(shouldBe as Any), is \(became as Any)")
    }
  }

  @Test("covers every element of every report") func coverage() {
    for name in Corpus.names { #expect(Self.cuts.count { $0.report == name } >= 10) }
    #expect(Set(Self.cuts.map(\.testDescription)).count == Self.cuts.count)
  }

  private func statuses(of text: String, _ pack: RulePack) throws -> [String: Status] {
    Dictionary(uniqueKeysWithValues: try pack.audit(text).findings.map { (pack.rules[$0.rule].id, $0.status) })
  }

  private static func apply(_ cut: Cut, to text: String) throws -> String {
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for edit in cut.edits {
      #expect(lines[edit.line - 1].contains(edit.words))
      lines[edit.line - 1] = lines[edit.line - 1].replacingFirst(edit.words, edit.other)
    }
    if cut.lines.isEmpty { return lines.joined(separator: "\n") }
    let kept = lines.enumerated().filter { index, _ in !cut.lines.contains { $0.contains(index + 1) } }.map(\.element)
    return renumbered(kept).joined(separator: "\n")
  }

  /// The lines with 一、, (一) and 1. counted anew.
  private static func renumbered(_ lines: [String]) -> [String] {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    var (top, second, third) = (0, 0, 0)
    return lines.map { line in
      let indent = line.prefix { $0 == " " }
      let rest = String(line.dropFirst(indent.count))
      for numeral in numerals {
        if rest.hasPrefix(numeral + "、") {
          (top, second, third) = (top + 1, 0, 0)
          return indent + numerals[top - 1] + rest.dropFirst(numeral.count)
        }
        if rest.hasPrefix("(\(numeral))") {
          (second, third) = (second + 1, 0)
          return indent + "(\(numerals[second - 1]))" + rest.dropFirst(numeral.count + 2)
        }
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if (1...2).contains(digits.count), rest.dropFirst(digits.count).hasPrefix(".") {
        third += 1
        return indent + "\(third)" + rest.dropFirst(digits.count)
      }
      return line
    }
  }
}
