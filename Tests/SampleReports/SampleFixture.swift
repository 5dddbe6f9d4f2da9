import Glibc

/// A reader of the reports in `Fixtures`, written in a light markup of their own.
///
/// The file opens with `name: value` lines up to an empty line. Then `#`, `##` and `###` open a heading without number
/// (`###.` one that runs into its text), `{…}` before the heading names the roles or the field of the Outline,
/// `{cause}` or a field before a paragraph what the paragraph is there for.
package enum SampleFixture {
  /// The report in `Fixtures/<name>.txt`.
  package static func report(_ name: String) -> SampleReport {
    parse(text(at: folder + "/" + name + ".txt"))
  }

  private static var folder: String {
    let path = #filePath
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/Fixtures"
  }

  private static func text(at path: String) -> String {
    guard let file = unsafe fopen(path, "rb") else { preconditionFailure("cannot read \(path)") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func parse(_ text: String) -> SampleReport {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
    let head = lines[..<end].compactMap { line in
      line.firstRange(of: ": ").map { (line[..<$0.lowerBound], line[$0.upperBound...]) }
    }
    func values(_ name: String) -> [String] { head.filter { $0.0 == name }.map { String($0.1) } }
    func value(_ name: String) -> String? { values(name).first }
    let title = value("title") ?? ""
    var report = SampleReport(
      title: title, issuer: value("issuer") ?? "", level: value("level") ?? "",
      year: (2000...2100).first { title.contains("\($0)年") } ?? 0, published: value("published"),
      signed: value("signed"), before: values("before"), after: values("after"), trailing: [], addressee: nil,
      preamble: [], parts: [], signature: values("signature"))
    for line in lines[end...] where !line.isEmpty { add(line, to: &report) }
    return report
  }

  private static func add(_ line: Substring, to report: inout SampleReport) {
    let depth = line.prefix { $0 == "#" }.count
    var rest = line.dropFirst(depth)
    let runsIn = depth > 0 && rest.first == "."
    if runsIn { rest = rest.dropFirst() }
    if rest.first == " " { rest = rest.dropFirst() }
    var words: [Substring] = []
    if rest.first == "{", let close = rest.firstIndex(of: "}") {
      words = rest[rest.index(after: rest.startIndex)..<close].split(separator: " ")
      rest = rest[rest.index(after: close)...]
      if rest.first == " " { rest = rest.dropFirst() }
    }
    let field = words.lazy.compactMap { OutlineField(rawValue: String($0)) }.first
    if depth > 0 {
      let roles = SampleRole.allCases.filter { words.contains(Substring($0.fixtureWord)) }
      let part = SamplePart(String(rest), roles: Set(roles), field: field, runsIn: runsIn)
      insert(part, at: depth, into: &report.parts)
    } else if report.parts.isEmpty {
      report.preamble.append(String(rest))
    } else {
      let paragraph = SampleParagraph(String(rest), field: field, givesCause: words.contains("cause"))
      append(paragraph, to: &report.parts)
    }
  }

  private static func insert(_ part: SamplePart, at depth: Int, into parts: inout [SamplePart]) {
    if depth > 1, !parts.isEmpty {
      insert(part, at: depth - 1, into: &parts[parts.count - 1].parts)
    } else {
      parts.append(part)
    }
  }

  private static func append(_ paragraph: SampleParagraph, to parts: inout [SamplePart]) {
    let last = parts.count - 1
    if parts[last].parts.isEmpty {
      parts[last].paragraphs.append(paragraph)
    } else {
      append(paragraph, to: &parts[last].parts)
    }
  }
}
