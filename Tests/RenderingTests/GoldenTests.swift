import Foundation
import SourceText
import Testing

@testable import Rendering

@Suite("What is written for the sample audits")
struct GoldenTests {
  @Test("is on the console as recorded", arguments: Language.allCases)
  func console(language: Language) throws {
    let bytes = SampleAudits.render(SampleAudits.all, as: .console, language: language)
    try Golden.expect(bytes, toBe: "console.\(language.rawValue).txt")
  }

  @Test("is on a narrow coloured console as recorded")
  func coloured() throws {
    let bytes = SampleAudits.render(
      [SampleAudits.weak], as: .console, language: .zh, display: Display(width: 60, isColoured: true))
    try Golden.expect(bytes, toBe: "console.colour.txt")
  }

  @Test("is for many documents in short, as recorded")
  func many() throws {
    let documents = (0..<7).flatMap { _ in SampleAudits.all }
    try Golden.expect(
      SampleAudits.render(documents, as: .console, language: .zh), toBe: "console.many.txt")
  }

  @Test("is on a quiet console as recorded")
  func quiet() throws {
    try Golden.expect(
      SampleAudits.render(SampleAudits.all, as: .console, language: .zh, display: Display(isQuiet: true)),
      toBe: "console.quiet.txt")
  }

  @Test("is in JSON as recorded", arguments: Language.allCases)
  func json(language: Language) throws {
    try Golden.expect(
      SampleAudits.render(SampleAudits.all, as: .json, language: language), toBe: "report.\(language.rawValue).json")
  }

  static let endings: [(OutputFormat, String)] = [
    (.jsonl, "jsonl"), (.sarif, "sarif"), (.junit, "junit.xml"), (.html, "html"), (.markdown, "md"), (.csv, "csv"),
    (.github, "github.txt"), (.gitlab, "gitlab.json"), (.rdjson, "rdjson"),
  ]

  @Test("is in formats for other programs as recorded", arguments: endings)
  func others(format: OutputFormat, ending: String) throws {
    for language in Language.allCases {
      try Golden.expect(
        SampleAudits.render(SampleAudits.all, as: format, language: language),
        toBe: "report.\(language.rawValue).\(ending)")
    }
  }

  @Test("is in extracts as recorded", arguments: Language.allCases)
  func extract(language: Language) throws {
    guard case .audited(let audit) = SampleAudits.weak.result else { return }
    let extract = Extract(of: audit.report, path: "reports/云溪县.txt", language: language)
    try Golden.expect(
      extract.rendered(as: .console, display: Display()), toBe: "extract.\(language.rawValue).txt")
    if language == .zh { try Golden.expect(extract.rendered(as: .json, display: Display()), toBe: "extract.json") }
  }
}
