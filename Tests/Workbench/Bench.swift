import ArgumentParser
import Foundation
import SampleReports

/// Measures speed and memory beside tools that do a part of the work.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures fazhi-audit beside `wc -m` and ripgrep on generated reports; best of three runs each.")

  @Option(help: "The fazhi-audit to measure.")
  var executable = ".build/release/fazhi-audit"

  @Option(help: "The rules of the executable, where they are not its own.")
  var rules: String?

  @Option(help: "Another fazhi-audit to measure beside it, in turns: an earlier build, say.")
  var against: String?

  @Option(help: "The rules of the other one, or other rules for the same executable.")
  var againstRules: String?

  @Option(help: "How many reports to measure on.")
  var count = 10_000

  @Option(help: "How many reports to show on that memory does not grow with their number; 0 leaves it out.")
  var large = 0

  @Option(help: "Where generated reports are kept.")
  var folder = ".bench"

  @Option(help: "How many runs of each; the best counts.")
  var runs = 3

  /// A program with the rules that it is measured with.
  private struct Candidate {
    var name: String
    var executable: String
    var rules: String?

    /// Its arguments, with the rules where they are not its own.
    func arguments(_ own: [String]) -> [String] { own + (rules.map { ["--rules", $0] } ?? []) }
  }

  private var candidates: [Candidate] {
    let own = Candidate(name: "fazhi-audit", executable: executable, rules: rules)
    guard against != nil || againstRules != nil else { return [own] }
    return [own, Candidate(name: "against", executable: against ?? executable, rules: againstRules)]
  }

  func run() throws {
    let reports = try Corpus(count: count, in: folder)
    let scratch = "\(folder)/scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    print("\(count) reports, \(Self.rounded(reports.megabytes, 1)) MB, best of \(runs)")

    let counted = try best(of: { watching in
      try ChildProcess.run(
        "wc", ["-m", "--files0-from=\(reports.list)"], output: "\(scratch)/wc.txt",
        environment: ["LC_ALL": "C.UTF-8"], watchingMemory: watching)
    })
    var rows = [row("wc -m", counted, reports, counted)]
    if let phrases = try phrases(scratch) {
      let searched = try best(of: { watching in
        // A file and not /dev/null takes the output, so that nobody can skip writing it.
        try ChildProcess.run(
          "rg",
          [
            "--no-config", "--no-ignore", "--hidden", "-j1", "-F", "-o", "-b", "-n", "-f", phrases, reports.folder,
          ], output: "\(scratch)/rg.txt", watchingMemory: watching)
      })
      rows.append(row("rg -j1 -F -o, same phrases", searched, reports, counted))
    }
    var comparisons: [String] = []
    for format in ["console", "json"] {
      for jobs in [1, 2] {
        let audited = try best(
          ofEach: candidates.map { candidate in
            { try audit(reports, with: candidate, as: format, jobs: jobs, scratch, watchingMemory: $0) }
          })
        for (candidate, audited) in zip(candidates, audited) {
          rows.append(row("\(candidate.name) --jobs \(jobs), \(format)", audited, reports, counted))
        }
        if audited.count == 2 {
          let share = Self.rounded(audited[1].seconds / audited[0].seconds * 100, 1)
          let processor = Self.rounded(audited[1].processorSeconds / audited[0].processorSeconds * 100, 1)
          comparisons.append(
            "--jobs \(jobs), \(format): \(share) % of the throughput of the other (\(processor) % by CPU)")
        }
      }
    }
    Self.printTable(["", "seconds", "CPU s", "documents/s", "MB/s", "× wc -m", "peak MB"], rows)
    for line in comparisons { print(line) }

    for candidate in candidates {
      try printStartUp(of: candidate, scratch)
      try printInstructions(of: candidate, scratch)
    }
    try printManyRules(scratch)
    if large > 0 {
      let many = try Corpus(count: large, in: folder)
      let audited = try audit(many, with: candidates[0], as: "json", jobs: 2, scratch, watchingMemory: true)
      print(
        "\(large) reports with --jobs 2: \(Self.rounded(audited.seconds, 2)) s, peak "
          + "\(Self.rounded(Double(audited.peakKilobytes) / 1024, 1)) MB")
    }
  }

  /// One run of something, watching its memory or not.
  private typealias Measure = (_ watchingMemory: Bool) throws -> ChildProcess

  /// The best time of several runs, and the peak memory of one more.
  private func best(of measure: @escaping Measure) throws -> ChildProcess {
    try best(ofEach: [measure])[0]
  }

  /// The best times of several runs of each, taken in turns, so that whatever else the machine does meets all of them.
  private func best(ofEach measures: [Measure]) throws -> [ChildProcess] {
    var best = try measures.map { try $0(false) }
    for _ in 1..<max(runs, 1) {
      for (index, measure) in measures.enumerated() {
        let next = try measure(false)
        best[index].seconds = min(best[index].seconds, next.seconds)
        best[index].processorSeconds = min(best[index].processorSeconds, next.processorSeconds)
      }
    }
    for (index, measure) in measures.enumerated() { best[index].peakKilobytes = try measure(true).peakKilobytes }
    return best
  }

  private func audit(
    _ reports: Corpus, with candidate: Candidate, as format: String, jobs: Int, _ scratch: String, watchingMemory: Bool
  ) throws -> ChildProcess {
    let child = try ChildProcess.run(
      candidate.executable,
      candidate.arguments([
        "check", reports.folder, "--format", format, "--output", "\(scratch)/audit.\(format)", "--no-cache", "--jobs",
        "\(jobs)",
      ]), output: "\(scratch)/audit.log", errors: "\(scratch)/audit.err", watchingMemory: watchingMemory)
    // Some generated reports are late by design: 1 is no trouble here.
    guard child.status <= 1 else {
      throw ValidationError("\(candidate.executable) ended with status \(child.status), see \(scratch)/audit.err")
    }
    return child
  }

  /// A file with the phrases of the rules, one to a line, or nil when the executable does not tell them.
  private func phrases(_ scratch: String) throws -> String? {
    let path = "\(scratch)/phrases.txt"
    let child = try ChildProcess.run(
      executable, candidates[0].arguments(["rules", "phrases"]), output: path)
    return child.status == 0 ? path : nil
  }

  private func printStartUp(of candidate: Candidate, _ scratch: String) throws {
    let report = try small(scratch)
    var times: [Double] = []
    for _ in 0..<20 {
      let child = try ChildProcess.run(
        candidate.executable, candidate.arguments(["check", report, "--format", "json", "--no-cache"]),
        output: "\(scratch)/start.json")
      times.append(child.seconds * 1000)
    }
    times.sort()
    print("\(candidate.name), one small report: \(Self.rounded((times[9] + times[10]) / 2, 1)) ms (median of 20 runs)")
  }

  private func printInstructions(of candidate: Candidate, _ scratch: String) throws {
    let report = try small(scratch)
    let log = "\(scratch)/callgrind.log"
    guard
      let child = try? ChildProcess.run(
        "valgrind",
        [
          "--tool=callgrind", "--callgrind-out-file=\(scratch)/callgrind.out", candidate.executable,
        ] + candidate.arguments(["check", report, "--format", "json", "--no-cache", "--jobs", "1"]),
        output: "\(scratch)/callgrind.json", errors: log), child.status <= 1
    else { return print("instructions: valgrind is not at hand") }
    let text = try String(contentsOfFile: log, encoding: .utf8)
    guard let line = text.split(separator: "\n").last(where: { $0.contains("Collected") }),
      let total = line.split(separator: " ").last.flatMap({ Int($0) })
    else { return print("instructions: valgrind told none, see \(log)") }
    print(
      "\(candidate.name), one small report: \(Self.rounded(Double(total) / 1e6, 2)) million instructions (callgrind)")
  }

  private func printManyRules(_ scratch: String) throws {
    let count = 1000
    try ManyRules.write(count, of: "rules", to: "\(scratch)/rules")
    let validated = try best(of: { watching in
      try ChildProcess.run(
        executable, ["rules", "validate", "--rules", "\(scratch)/rules"], output: "\(scratch)/validate.txt",
        errors: "\(scratch)/validate.err", watchingMemory: watching)
    })
    guard validated.status == 0 else { throw ValidationError("the pack of \(count) rules does not load") }
    print(
      "rules validate, \(count) rules: \(Self.rounded(validated.seconds, 2)) s, "
        + "\(Self.rounded(validated.processorSeconds, 2)) CPU s")
  }

  private func small(_ scratch: String) throws -> String {
    let path = "\(scratch)/small.txt"
    let bytes = SampleLayout.standard.text(of: SampleFixture.report("qinghe"))
    try Data(bytes.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func row(_ name: String, _ child: ChildProcess, _ reports: Corpus, _ measure: ChildProcess) -> [String] {
    [
      name, Self.rounded(child.seconds, 3), Self.rounded(child.processorSeconds, 3),
      Self.rounded(Double(reports.count) / child.seconds, 0),
      Self.rounded(reports.megabytes / child.seconds, 1), Self.rounded(child.seconds / measure.seconds, 2),
      Self.rounded(Double(child.peakKilobytes) / 1024, 1),
    ]
  }

  private static func rounded(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

  private static func printTable(_ head: [String], _ rows: [[String]]) {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    for row in all {
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      print(cells.joined(separator: "  "))
    }
  }
}

/// Generated reports on disk, read once so that no measurement pays for the disk.
private struct Corpus {
  var count: Int
  var folder: String
  /// A file that names all reports, each ended by a zero byte.
  var list: String
  var megabytes: Double

  init(count: Int, in parent: String) throws {
    self.count = count
    folder = "\(parent)/\(count)"
    list = "\(parent)/\(count).list"
    try Generate.write(count, to: folder)
    var bytes = 0
    var names = Data()
    for subfolder in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where !subfolder.hasPrefix(".") {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)").sorted() {
        let path = "\(folder)/\(subfolder)/\(name)"
        bytes += try Data(contentsOf: URL(fileURLWithPath: path)).count
        names += Data(path.utf8) + [0]
      }
    }
    try names.write(to: URL(fileURLWithPath: list))
    megabytes = Double(bytes) / 1e6
  }
}
