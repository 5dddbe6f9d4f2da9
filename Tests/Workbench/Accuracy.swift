import ArgumentParser
import Foundation
import SampleReports

/// Audits every sample and compares verdicts and facts with what its making settles.
struct Accuracy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Audits all samples and counts the right verdicts; exit status 1 below 98 %.")

  @Option(help: "The fazhi-audit to judge.")
  var executable = ".build/release/fazhi-audit"

  @Flag(help: "Also list the samples that came out right, and leave the folder of documents in place.")
  var verbose = false

  @Option(help: "Only samples whose name has these words.")
  var only: String?

  func run() throws {
    let samples = SampleDocuments.all.filter { sample in only.map { sample.name.contains($0) } ?? true }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fazhi-samples-\(getpid())").path
    defer { if !verbose { try? FileManager.default.removeItem(atPath: folder) } }
    if verbose { print("documents in \(folder)") }
    let audited = try audit(samples, in: folder)

    var verdicts = Tally()
    var faults = Tally()
    var facts = Tally()
    var wrong: [FixedRule: Int] = [:]
    for (sample, document) in zip(samples, audited) {
      var misses: [String] = []
      for rule in FixedRule.allCases {
        guard let allowed = sample.verdicts.statuses[rule] else { continue }
        let got = document?.results?.first { $0.rule == rule.rawValue }?.status ?? "no result"
        let isRight = allowed.contains { $0.rawValue == got }
        verdicts.count(isRight)
        if !allowed.contains(.met) { faults.count(isRight) }
        if !isRight {
          wrong[rule, default: 0] += 1
          let expected = RuleStatus.allCases.filter(allowed.contains).map(\.rawValue).joined(separator: " or ")
          misses.append("\(rule.rawValue): expected \(expected), got \(got)")
        }
      }
      misses += factMisses(sample.facts, document?.document, &facts)
      if let document, document.outcome == "unreadable" { misses.append("unreadable: \(document.error ?? "")") }
      if document == nil { misses.append("no result for the document") }
      if !misses.isEmpty || verbose {
        print(misses.isEmpty ? "right  \(sample.name)" : "WRONG  \(sample.name)")
        for miss in misses { print("         \(miss)") }
      }
    }
    for rule in FixedRule.allCases {
      if let count = wrong[rule] { print("\(rule.rawValue): \(count) wrong") }
    }
    print("\(samples.count) documents")
    print("facts     \(facts)")
    print("faults    \(faults)")
    print("verdicts  \(verdicts)")
    let sentences = try figureSentences(in: folder)
    let broken = FigureSample.all.count { $0.rule != nil }
    print("sentences \(sentences), \(broken) of them broken by one number")
    // Most verdicts of most samples are "met": who says so always must not pass.
    guard verdicts.share >= 0.98, faults.share >= 0.98, sentences.share >= 0.98 else {
      print("FAILED: fewer than 98 % of all verdicts, of the faults, or of the sentences with figures, are right")
      throw ExitCode(1)
    }
    print("passed: at least 98 % of all verdicts, and of the faults, are right")
  }

  /// Audits the sentences with figures: no alarm on a right one, and one that quotes its numbers on a broken one.
  private func figureSentences(in folder: String) throws -> Tally {
    let documents = "\(folder)/sentences"
    try FileManager.default.createDirectory(atPath: documents, withIntermediateDirectories: true)
    for (number, sample) in FigureSample.all.enumerated() {
      try Data(sample.report.utf8).write(to: URL(fileURLWithPath: "\(documents)/\(1000 + number).txt"))
    }
    let output = "\(folder)/sentences.json"
    _ = try ChildProcess.run(
      executable, ["check", documents, "--format", "json", "--output", output, "--no-cache"],
      output: "\(folder)/sentences.log")
    var results: [String: [AuditOutput.Verdict]] = [:]
    for document in try AuditOutput(contentsOf: output).documents {
      results[String(document.path.split(separator: "/").last ?? "")] = document.results
    }
    var tally = Tally()
    for (number, sample) in FigureSample.all.enumerated() {
      let verdicts = (results["\(1000 + number).txt"] ?? []).filter { $0.rule.hasPrefix("figures.") }
      let isRight = sample.isRight(
        alarms: verdicts.filter { $0.status == "violated" }.map(\.rule),
        quoted: verdicts.first { $0.rule == sample.rule }?.evidence.compactMap(\.text) ?? [])
      tally.count(isRight && !verdicts.isEmpty)
      if !isRight || verdicts.isEmpty { print("WRONG  \(sample.name): \(sample.sentence)") }
    }
    return tally
  }

  /// The results of the samples in their order, nil where there is none; one run for each set of options.
  private func audit(_ samples: [SampleDocument], in folder: String) throws -> [AuditOutput.Document?] {
    var sets: [[String]] = []
    for sample in samples where !sets.contains(sample.options) { sets.append(sample.options) }
    var results: [String: AuditOutput.Document] = [:]
    func key(_ place: Int, _ sample: SampleDocument) -> String {
      let number = String(place + 1)
      return String(repeating: "0", count: max(0, 4 - number.count)) + number + "-" + sample.fileName
    }
    for (place, options) in sets.enumerated() {
      let documents = "\(folder)/\(place)"
      try FileManager.default.createDirectory(atPath: documents, withIntermediateDirectories: true)
      for (number, sample) in samples.enumerated() where sample.options == options {
        let file = URL(fileURLWithPath: "\(documents)/\(key(number, sample))")
        try Data(sample.bytes).write(to: file)
      }
      let output = "\(folder)/\(place).json"
      let child = try ChildProcess.run(
        executable, ["check", documents, "--format", "json", "--output", output, "--no-cache"] + options,
        output: "\(folder)/\(place).log")
      if child.status > 1 { print("exit status \(child.status) with options \(options)") }
      for document in try AuditOutput(contentsOf: output).documents {
        results[String(document.path.split(separator: "/").last ?? "")] = document
      }
    }
    return samples.enumerated().map { results[key($0, $1)] }
  }

  private func factMisses(
    _ expected: SampleFacts, _ document: AuditOutput.Facts?, _ tally: inout Tally
  ) -> [String] {
    guard let document else { return [] }
    var misses: [String] = []
    for name in SampleFacts.Name.allCases {
      guard let allowed = expected.values[name] else { continue }
      let got = document[name]
      let isRight = allowed.contains(got)
      tally.count(isRight)
      if !isRight {
        let words = allowed.map { $0 ?? "null" }.joined(separator: " or ")
        misses.append("\(name.rawValue): expected \(words), got \(got ?? "null")")
      }
    }
    if let roles = expected.roles {
      let got = Set(document.sections.compactMap { SampleRole(rawValue: $0.role) })
      tally.count(got == roles)
      if got != roles {
        func words(_ roles: Set<SampleRole>) -> String {
          SampleRole.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
        }
        misses.append("roles: expected \(words(roles)), got \(words(got))")
      }
    }
    return misses
  }
}

/// How many of how many were right.
private struct Tally: CustomStringConvertible {
  var right = 0
  var total = 0

  var share: Double { total == 0 ? 1 : Double(right) / Double(total) }
  var description: String { "\(right) of \(total) right, \(String(format: "%.2f", share * 100)) %" }

  mutating func count(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }
}
