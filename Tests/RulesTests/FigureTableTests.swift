import Documents
import Foundation
import Reports
import Rules
import SourceText
import Testing

/// A row of the tables of recomputable figures, with the verdict of a close reading.
private struct Row: CustomTestStringConvertible, Sendable {
  var name: String
  var lines: [Int]
  var text: String
  var computation: String
  var verdict: String
  var testDescription: String { name }

  /// The corpus report of the row, by the number behind R.
  var report: String { name.hasPrefix("R0") ? "lishan-2024" : name.hasPrefix("R1") ? "jiyang-2024" : "dazu-2022" }

  /// The numbers that stand in a cell, as they are written.
  static func numbers(in cell: String) -> [String] {
    cell.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }.map(String.init).filter { $0.first?.isNumber == true }
  }

  /// The rows of all three tables.
  static let all: [Row] = {
    let text = Files.text("../shared/domain/figures-faults-traps.md") ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, ["R0-", "R1-", "R3-"].contains(where: cells[0].hasPrefix) else { return nil }
      return Row(
        name: cells[0], lines: numbers(in: cells[1]).compactMap { Int($0) }, text: cells[2], computation: cells[3],
        verdict: cells[4].replacingOccurrences(of: "*", with: ""))
    }
  }()
}

@Suite(
  "The tables of figures in real reports",
  .enabled(
    if: Corpus.isThere && !Row.all.isEmpty,
    "the tables of ../shared/domain or the reports of ../shared/corpus are not here, so nothing is compared"))
struct FigureTableTests {
  private struct Judged {
    var relation: FigureRelation
    var line: Int
    /// The author's own characters of all figures that are compared.
    var quotes: [String]
  }

  private static func judged(_ name: String) throws -> [Judged] {
    let pack = try #require(Packs.shipped)
    let report = try pack.audit(try Corpus.text(name)).report
    return report.figureRelations.map { relation in
      let ranges = [relation.stated] + (relation.whole.map { [$0] } ?? []) + relation.parts
      return Judged(
        relation: relation,
        line: report.document.text.lines.line(of: report.text.source(relation.stated).start),
        quotes: ranges.map { report.document.text.string(report.text.source($0)) })
    }
  }

  @Test("have every row") func rows() {
    #expect(Row.all.count == 27)
    for name in Corpus.names { #expect(Row.all.count { $0.report == name } >= 6) }
  }

  @Test("are judged as by close reading", arguments: Row.all)
  private func verdict(_ row: Row) throws {
    let here = try Self.judged(row.report).filter { row.lines.contains($0.line) }
    func found(_ kinds: [FigureRelation.Kind], _ verdict: FigureRelation.Verdict) -> [Judged] {
      here.filter { kinds.contains($0.relation.kind) && $0.relation.verdict == verdict }
    }
    let computed = Set(here.map(\.relation.computed))
    switch row.verdict.prefix(while: { !" ((,;×".contains($0) }) {
    case "OK" where row.verdict.contains("cardinality") || row.text.contains("是") || row.text.contains("items"):
      let lists = found([.list], .ok)
      // As many lists as lengths are given, or one in each line.
      let lengths = Row.numbers(in: row.computation)
      #expect(lists.count >= max(row.lines.count, lengths.count == 3 ? 3 : 1), "\(computed)")
      #expect(found([.list], .contradicted).isEmpty)
    case "OK" where row.verdict.contains("implied"):
      #expect(found([.rate], .ok).count == row.lines.count, "\(computed)")
    case "OK" where row.verdict.contains("verbal"):
      // In words alone: nothing is computed, and nothing is said against it.
      #expect(here.allSatisfy { $0.relation.verdict != .contradicted && $0.relation.verdict != .doubtful })
    case "OK":
      let numbers = Set(Row.numbers(in: row.computation))
      let agreeing = here.filter { judged in
        judged.relation.verdict == .ok
          && Set(judged.quotes.flatMap { Row.numbers(in: $0) }).isSubset(of: numbers.union(Row.numbers(in: row.text)))
          && [.sum, .rate].contains(judged.relation.kind)
      }
      #expect(!agreeing.isEmpty, "\(computed)")
      if row.computation.contains("≤") { #expect(!found([.subset], .ok).isEmpty) }
    case "FAIL":
      let failing = found([.rate, .attainability, .sum], .contradicted)
      #expect(failing.count == 1)
      #expect(failing.allSatisfy { $0.relation.computed.contains("≠") })
      let neighbours = Row.numbers(in: row.computation).filter { $0.count == 3 }
      #expect(neighbours.prefix(3).allSatisfy { number in failing.contains { $0.relation.computed.contains(number) } })
    case "BASE?":
      let percentages = row.text.split { !($0.isASCII) }.flatMap { Row.numbers(in: String($0)) }
        .filter { row.text.contains($0 + "%") }
      let unstated = found([.rate, .growth], .baseUnstated)
      for percentage in percentages {
        #expect(unstated.contains { $0.quotes[0].hasPrefix(percentage) }, "\(percentage): \(computed)")
      }
      if row.verdict.contains("24") {
        #expect(unstated.contains { $0.relation.computed.contains("(775 − 24)") })
      }
    case "BOUND-OK":
      #expect(!found([.subset], .ok).isEmpty, "\(computed)")
      #expect(found([.subset], .contradicted).isEmpty && found([.sum], .contradicted).isEmpty)
    case "no":
      let numbers = Row.numbers(in: row.text)
      #expect(
        !here.contains { judged in
          [.sum, .rate, .attainability, .growth].contains(judged.relation.kind)
            && numbers.contains { judged.quotes[0].hasPrefix($0) }
        }, "\(computed)")
    case let other:
      Issue.record("nothing is said of the verdict \(other)")
    }
  }

  @Test("are all that is found wrong", arguments: Corpus.names)
  func noOtherAlarm(name: String) throws {
    let wrong = try Self.judged(name).filter { [.contradicted, .doubtful].contains($0.relation.verdict) }
    let expected =
      switch name {
      case "lishan-2024": ["227余人次", "95.06%"]
      case "jiyang-2024": ["2128余件"]
      case _: [String]()
      }
    #expect(wrong.map { $0.quotes[0] } == expected)
  }
}
