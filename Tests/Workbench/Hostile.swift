import ArgumentParser
import Foundation
import HostileFiles

/// Measures what files that mean harm cost.
struct Hostile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Audits files that mean harm, each in a run of its own, and shows seconds, peak memory and what is said.")

  @Option(help: "The fazhi-audit to measure.")
  var executable = ".build/release/fazhi-audit"

  @Option(help: "The folder of the rules.")
  var rules = "rules"

  @Option(help: "Where the files are written.")
  var folder = ".bench/hostile"

  @Option(help: "How many damaged files of each format.")
  var damages = 500

  @Option(help: "Only files whose names have this in them.")
  var only = ""

  /// What a document may cost.
  private static let limits = (seconds: 5.0, kilobytes: 300 * 1024)

  func run() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var tooMuch = 0
    for file in HostileFile.all where only.isEmpty || file.name.contains(only) {
      tooMuch += try measure(file.bytes(scale: 10), file.name, outcome: file.outcome)
    }
    for index in HostileFile.stretches.indices where only.isEmpty || "重复".contains(only) {
      let stretch = HostileFile.stretches[index].replacing("\n", with: "⏎")
      tooMuch += try measure(HostileFile.repetition(index, bytes: 4 << 20), "重复.md", shown: "4 MB of \(stretch)")
    }
    if only.isEmpty || "损坏".contains(only) { tooMuch += try measureDamage() }
    print(
      tooMuch == 0 ? "all within \(Self.limits.seconds) s and 300 MB" : "\(tooMuch) beyond 5 s, 300 MB or their outcome"
    )
    if tooMuch > 0 { throw ExitCode.failure }
  }

  /// Audits one file; 1 when it costs too much.
  private func measure(
    _ bytes: [UInt8], _ name: String, shown: String? = nil, outcome: HostileFile.Outcome = .either
  ) throws -> Int {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    defer { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    let run = try audit("\(folder)/\(name)")
    let isExpected =
      switch outcome {
      case .read: run.cost.status < 2
      case .refused(_, let words): run.cost.status == 2 && (run.message + " ").contains(words)
      case .either: run.cost.status <= 2
      }
    let isFine =
      run.cost.seconds <= Self.limits.seconds && run.cost.peakKilobytes <= Self.limits.kilobytes && isExpected
    print(
      "\(isFine ? " " : "✗") \(Self.fixed(run.cost.seconds)) s  \(Self.fixed(run.cost.processorSeconds)) CPU s  "
        + "\(run.cost.peakKilobytes / 1024) MB  \(run.cost.status)  \(shown ?? name) (\(bytes.count / 1024) KB)  \(run.message)"
    )
    return isFine ? 0 : 1
  }

  /// Audits folders of damaged files, one for each format.
  private func measureDamage() throws -> Int {
    let samples = [
      "Tests/SampleReports/Formats/青禾镇-2024.docx", "Tests/SampleReports/Formats/青禾镇-2024.html",
      "Tests/SampleReports/Formats/青禾镇-2024.md", "Tests/SampleReports/Formats/青禾镇-2024.txt",
      "reports/annual/青禾镇-2024.ofd", "reports/annual/渔浦县-2024.pdf",
    ]
    var tooMuch = 0
    for sample in samples {
      let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample)))
      let ending = sample.split(separator: ".").last ?? ""
      let damaged = "\(folder)/\(ending)"
      try FileManager.default.createDirectory(atPath: damaged, withIntermediateDirectories: true)
      for (index, bytes) in DamagedFiles(of: sound, count: damages).enumerated() {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(damaged)/\(index).\(ending)"))
      }
      let run = try audit(damaged)
      let isFine = run.cost.status <= 2 && run.cost.peakKilobytes <= Self.limits.kilobytes
      print(
        "\(isFine ? " " : "✗") \(Self.fixed(run.cost.seconds)) s  \(run.cost.peakKilobytes / 1024) MB  \(run.cost.status)  "
          + "\(damages) damaged .\(ending)  \(run.message)")
      if !isFine { tooMuch += 1 }
    }
    return tooMuch
  }

  private func audit(_ path: String) throws -> (cost: ChildProcess, message: String) {
    let output = "\(folder)/out.jsonl"
    let cost = try ChildProcess.run(
      executable, ["check", path, "--rules", rules, "--format", "json", "--quiet", "--lang", "en"], output: output,
      errors: "\(folder)/err.txt", watchingMemory: true)
    let data = (try? Data(contentsOf: URL(fileURLWithPath: output))) ?? Data()
    let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    let documents = all?["documents"] as? [[String: Any]] ?? []
    let errors = documents.compactMap { $0["error"] as? String }
    if documents.count == 1 { return (cost, errors.first ?? "audited") }
    let rest = documents.isEmpty ? (try? String(contentsOfFile: "\(folder)/err.txt", encoding: .utf8)) ?? "" : ""
    return (cost, "\(documents.count) documents, \(errors.count) refused. \(errors.first ?? rest)")
  }

  private static func fixed(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
