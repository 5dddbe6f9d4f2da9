import Matching
import Reports
import Rules
import SourceText
import YAMLReading

/// What a document is called as seen from a folder; found out only when a pattern asks.
struct DocumentNames {
  private let source: DocumentList.Source
  private let shown: String

  init(_ source: DocumentList.Source, shown: String) {
    self.source = source
    self.shown = shown
  }

  /// The names that lead to the document from a folder without links; for standard input, those of its shown name.
  func names(from folder: FilePath) -> [String] {
    switch source {
    case .standardInput: shown.split(separator: "/").map(String.init)
    case .file(let path): (path.resolved ?? path).names(from: folder)
    case .member(let archive, _, let name):
      (archive.resolved ?? archive).names(from: folder)
        + name.split(separator: "/").filter { $0 != ".." }.map(String.init)
    }
  }
}

/// What is said of documents beforehand: options first, then the configuration for their paths, then for all.
struct DocumentSettings: Sendable {
  /// What the options say.
  var given: GivenFacts
  /// The profile that `--profile` names.
  var profile: String?
  private var configured = Facts()
  private var byPath: [(patterns: [PathPattern], facts: Facts)] = []
  private var folder = FilePath("/")

  /// Whether something depends on a document's path.
  var asksForNames: Bool { !byPath.isEmpty }

  private struct Facts {
    var profile: String?
    var stage: Stage?
    var level: Level?
  }

  init(given: GivenFacts, profile: String?, configuration: Configuration) {
    self.given = given
    self.profile = profile
    configured = Facts(
      profile: configuration.profile?.value, stage: configuration.stage?.value, level: configuration.level?.value)
    byPath = configuration.documents.map { entry in
      (
        entry.paths.map(\.pattern),
        Facts(profile: entry.profile?.value, stage: entry.stage?.value, level: entry.level?.value)
      )
    }
    folder = configuration.folder.resolved ?? configuration.folder
  }

  /// What is said of one document, and the profile by which it is to be judged, if one is named.
  ///
  /// A profile that is for one level says of the document that it is of that level, unless something else says otherwise.
  func facts(for document: DocumentNames, in pack: RulePack) -> (given: GivenFacts, profile: String?) {
    var facts = configured
    if !byPath.isEmpty {
      let names = document.names(from: folder)
      for entry in byPath where Self.fits(names, entry.patterns) {
        facts.profile = entry.facts.profile ?? facts.profile
        facts.stage = entry.facts.stage ?? facts.stage
        facts.level = entry.facts.level ?? facts.level
      }
    }
    var given = given
    let name = profile ?? facts.profile
    let named = name.flatMap { name in pack.profiles.first { $0.id == name } }
    given.stage = given.stage ?? facts.stage ?? named?.stage
    given.level = given.level ?? facts.level ?? (named?.levels.count == 1 ? named?.levels.first : nil)
    return (given, name)
  }

  /// Whether a path fits: the last pattern that does, decides.
  private static func fits(_ names: [String], _ patterns: [PathPattern]) -> Bool {
    patterns.last { $0.matches(names) }.map { !$0.isNegated } ?? false
  }
}

extension Configuration {
  /// Ends the command where it says something of profiles and categories that the rules do not have.
  func check(with pack: RulePack) throws(CommandFailure) {
    var problems: [Problem] = []
    for name in [profile] + documents.map(\.profile) {
      guard let name, !pack.profileNames.contains(name.value) else { continue }
      problems.append(
        name.problem(
          unknownWord(name.value, among: pack.profileNames, subject: Wording(zh: "口径", en: "the profile"))))
    }
    let categories = pack.categories.map(\.id)
    for entry in gate.categories where !categories.contains(entry.id.value) {
      problems.append(
        entry.id.problem(
          unknownWord(entry.id.value, among: categories, subject: Wording(zh: "类别", en: "the category"))))
    }
    if !problems.isEmpty {
      throw CommandFailure(problems, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
  }
}
