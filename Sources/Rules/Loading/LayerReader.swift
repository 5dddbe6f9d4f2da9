import SourceText
import Threads
import YAMLReading

/// Parses the files of one pack or overlay, and reports files that are named and not there, or there and not named.
struct LayerReader {
  let files: RuleFiles
  let isOverlay: Bool
  let problems: ProblemSink

  /// The roots of the main file and of those that it includes, in that order; files that are no YAML are left out.
  func read() -> [YAMLValue] {
    let root = files.parsedMain?.root(problems)
    let includes = root.map { self.includes(of: $0) } ?? []
    var roots = root.map { [$0] } ?? []
    let parsed = parse(includes)
    for (index, include) in includes.enumerated() {
      if include.value == files.main || includes[..<index].contains(include) {
        problems.report(
          Wording(
            zh: "“\(include.value)”已经读过，不能再次列入。", en: "`\(include.value)` is read already and can't be included again"),
          in: include.source, at: include.range)
        continue
      }
      guard let file = parsed[include.value] else {
        let known = files.files.map(\.name).filter { $0 != files.main }
        problems.report(
          unknownWord(include.value, among: known, subject: Wording(zh: "规则文件", en: "the included file")),
          in: include.source, at: include.range)
        continue
      }
      if let included = file.root(problems) { roots.append(included) }
    }
    // Of a main file that is no YAML nobody knows what it includes.
    if root != nil { reportUnincluded(besides: includes) }
    return roots
  }

  /// The list of files; what is wrong with that of a pack is told when its header is read.
  private func includes(of root: YAMLValue) -> [Placed<String>] {
    guard let list = root.peek("include") else { return [] }
    if isOverlay { return list.strings() ?? [] }
    guard case .sequence(let items) = list.node.content else {
      return list.node.word.map { [Placed($0, source: list.source, range: list.node.range)] } ?? []
    }
    return items.compactMap { item in item.word.map { Placed($0, source: list.source, range: item.range) } }
  }

  /// The included files that are there, by name, parsed side by side: that takes most of the time of loading a pack.
  private func parse(_ includes: [Placed<String>]) -> [String: ParsedYAML] {
    let names = Set(includes.map(\.value)).subtracting([files.main])
    let included = files.files.filter { names.contains($0.name) }
    var parsed: [String: ParsedYAML] = [:]
    let parse: @Sendable (Int) -> (String, ParsedYAML) = { index in
      let file = included[index]
      return (file.name, parseYAML(path: file.path, bytes: file.bytes))
    }
    // More threads than these cost more to start than they save.
    doInOrder(included.count, jobs: min(processorCount, 4), parse) { parsed[$0.0] = $0.1 }
    return parsed
  }

  /// A rule file that nothing includes would be silently without effect.
  private func reportUnincluded(besides includes: [Placed<String>]) {
    let names = includes.map(\.value) + [files.main]
    for file in files.files where !names.contains(file.name) {
      problems.report(
        Wording(
          zh: "这个文件没有列入 \(files.main) 的 include，其中的规则不会生效；请列入或移走。",
          en: "\(files.main) does not include this file, so its rules have no effect; include it or move it away"),
        in: YAMLSource(path: file.path, text: DecodedText(validUTF8: [])), at: nil)
    }
  }
}
