import Documents
import Rendering
import Reports
import SourceText
import YAMLReading

/// The configuration in force as YAML, each value with a comment that says where it comes from.
///
/// ```yaml
/// level: county  # --level
/// jobs: 2        # 默认
/// ```
struct EffectiveConfiguration {
  private var lines: [(text: String, origin: String)] = []

  init(of command: CheckCommand, _ configuration: Configuration, jobs: Int) {
    let options = command.audit.ruleOptions
    add("rules", options.rules, "--rules", configuration.rules.map { at($0, configuration.path($0).shown) })
    if options.rules == nil {
      list("overlays", configuration.overlays.map { at($0, configuration.path($0).shown) })
    }
    add("profile", command.audit.profile, "--profile", configuration.profile.map { at($0, $0.value) })
    add("year", command.audit.year, "--year", nil)
    add("published", command.audit.published, "--published", nil)
    add("stage", command.audit.stage, "--stage", configuration.stage.map { at($0, $0.value.rawValue) })
    add("level", command.audit.level, "--level", configuration.level.map { at($0, $0.value.rawValue) })
    add("revisions", command.audit.revisionOptions.revisions, "--revisions", nil, default: "accepted")
    if !configuration.documents.isEmpty { lines.append(("documents:", "")) }
    for entry in configuration.documents {
      for (index, path) in entry.paths.enumerated() {
        lines.append(((index == 0 ? "  - paths:\n" : "") + "      - \(quoted(path.text.value))", origin(of: path.text)))
      }
      if let profile = entry.profile { lines.append(("    profile: \(quoted(profile.value))", origin(of: profile))) }
      if let stage = entry.stage { lines.append(("    stage: \(stage.value.rawValue)", origin(of: stage))) }
      if let level = entry.level { lines.append(("    level: \(level.value.rawValue)", origin(of: level))) }
    }
    gate(command, configuration.gate)
    add("as_of", command.audit.asOf, "--as-of", nil)
    if let waivers = command.audit.waivers {
      list("waivers", [(quoted(waivers), "--waivers")])
    } else {
      list("waivers", configuration.waivers.map { at($0, configuration.path($0).shown) })
    }
    add("expect", command.expect, "--expect", configuration.expect.map { at($0, configuration.path($0).shown) })
    add("baseline", command.baseline, "--baseline", configuration.baseline.map { at($0, configuration.path($0).shown) })
    if let newOnly = command.newOnly {
      lines.append(("new_only: \(newOnly)", newOnly ? "--new-only" : "--no-new-only"))
    } else if let newOnly = configuration.newOnly {
      lines.append(("new_only: \(newOnly.value)", origin(of: newOnly)))
    }
    list("ignore", configuration.ignore.map { at($0.text, $0.text.value) })
    outputs(command, configuration)
    if !configuration.limits.isEmpty { lines.append(("limits:", "")) }
    for limit in configuration.limits {
      lines.append(("  \(limit.name.rawValue): \(limit.value.value)", origin(of: limit.value)))
    }
    if command.audit.jobs != nil {
      lines.append(("jobs: \(jobs)", "--jobs"))
    } else {
      lines.append(("jobs: \(jobs)", configuration.jobs.map { origin(of: $0) } ?? fallback))
    }
    add("lang", options.lang, "--lang", configuration.language.map { at($0, $0.value.rawValue) }, default: "zh")
    let file = configuration.file.map { $0.shown } ?? say("没有配置文件", "there is no configuration file")
    lines.insert(("# " + file, ""), at: 0)
  }

  /// The lines, with what they say of themselves as comments in one column.
  var yaml: [UInt8] {
    let rows = lines.flatMap { line -> [(text: String, origin: String)] in
      let parts = line.text.split(separator: "\n").map(String.init)
      return parts.indices.map { (parts[$0], $0 == parts.count - 1 ? line.origin : "") }
    }
    let width = min(rows.map { displayWidth($0.text) }.max() ?? 0, 48)
    return Array(
      rows.map { row in
        if row.origin.isEmpty { return row.text }
        return row.text + String(repeating: " ", count: max(width - displayWidth(row.text), 0) + 2) + "# " + row.origin
      }.joined(separator: "\n").utf8) + [0x0A]
  }

  private var fallback: String { say("默认", "default") }

  private mutating func gate(_ command: CheckCommand, _ gate: Configuration.GateSettings) {
    lines.append(("gate:", ""))
    add("  fail_on", command.failOn, "--fail-on", gate.failOn.map { at($0, $0.value.rawValue) }, default: "error")
    if let score = command.minScore {
      lines.append(("  min_score: \(score)", "--min-score"))
    } else if let score = gate.minScore {
      lines.append(("  min_score: \(points(score.value))", origin(of: score)))
    }
    if !gate.categories.isEmpty { lines.append(("  categories:", "")) }
    for entry in gate.categories {
      lines.append(("    \(quoted(entry.id.value)):", origin(of: entry.id)))
      if let failOn = entry.failOn { lines.append(("      fail_on: \(failOn.value.rawValue)", origin(of: failOn))) }
      if let score = entry.minScore { lines.append(("      min_score: \(points(score.value))", origin(of: score))) }
    }
  }

  private mutating func outputs(_ command: CheckCommand, _ configuration: Configuration) {
    lines.append(("outputs:", ""))
    var shown: [(format: String, file: String?, origin: String)] = command.format.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      return (parts[0], parts.count == 2 ? parts[1] : command.output, "--format")
    }
    if shown.isEmpty, let output = command.output { shown = [("console", output, "--output")] }
    if shown.isEmpty {
      shown = configuration.outputs.map { output in
        (output.format.value.rawValue, output.file.map { configuration.path($0).shown }, origin(of: output.format))
      }
    }
    if shown.isEmpty { shown = [("console", nil, fallback)] }
    for output in shown {
      let file = output.file.map { ", file: \(quoted($0))" } ?? ""
      lines.append(("  - {format: \(quoted(output.format))\(file)}", output.origin))
    }
  }

  // MARK: Lines

  private mutating func add(
    _ key: String, _ option: String?, _ name: String, _ configured: (value: String, origin: String)?,
    default standard: String? = nil
  ) {
    if let option {
      lines.append(("\(key): \(quoted(option))", name))
    } else if let configured {
      lines.append(("\(key): \(configured.value)", configured.origin))
    } else if let standard {
      lines.append(("\(key): \(standard)", fallback))
    }
  }

  private mutating func list(_ key: String, _ values: [(value: String, origin: String)]) {
    if values.isEmpty { return }
    lines.append(("\(key):", ""))
    for value in values { lines.append(("  - \(value.value)", value.origin)) }
  }

  private func at<Value>(_ placed: Placed<Value>, _ text: String) -> (value: String, origin: String) {
    (quoted(text), origin(of: placed))
  }

  private func origin<Value>(of placed: Placed<Value>) -> String {
    let position = placed.source.text.position(of: placed.range.start)
    return "\(placed.source.path):\(position.line):\(position.column)"
  }

  private func points(_ thousandths: Int) -> String {
    ExactNumber(units: thousandths, scale: 3).description
  }

  /// A text as YAML takes it back: plain where it is a plain word, else in quotes.
  private func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-".unicodeScalars.contains($0)
      }
      && text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" } ?? false
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
