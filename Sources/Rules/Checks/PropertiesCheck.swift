public import Documents
import Reports
import SourceText
import YAMLReading

/// `properties: {of, filled, saying}`: what a file states beside its text, a page's meta tags say, is there.
///
///     require: {properties: {of: html, filled: [SiteName, ColumnName, PubDate]}}
///     require: {properties: {of: html, filled: ColumnName, saying: [法治政府建设, 法治政府]}}
public struct PropertiesCheck: Sendable {
  /// The formats that have such properties; documents of others are not judged.
  public var formats: [DocumentFormat]
  /// The properties, in any letter case.
  public var names: [String]
  /// How many of them must have a value; nil for all.
  public var atLeast: Int?
  /// Words of which a value must have one; none when any value will do.
  public var saying: [String]

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let document = context.report.document
    guard formats.contains(document.format) else {
      let name = document.format.rawValue
      return Answer(
        truth: .pointless, message: context.wording(zh: "不适用于\(name)文件", en: "Does not apply to \(name) documents"),
        evidence: [])
    }
    // A page without a single one was written by a converter, or saved as text: it tells nothing of the site's.
    guard document.metadata.contains(where: { property in names.contains { property.isNamed($0) } }) else {
      return Answer(
        truth: .pointless,
        message: Wording(zh: "文件没有这类元数据，可能不是网站上的原样", en: "States none of them; it may not be the file as published"),
        evidence: [])
    }
    var filled: [DocumentProperty] = []
    var lacking: [String] = []
    for name in names {
      // A page may repeat a tag, and leave it empty the first time.
      if let property = document.metadata.first(where: { $0.isNamed(name) && says($0) }) {
        filled.append(property)
      } else {
        lacking.append(name)
      }
    }
    let there = filled.map(\.name).joined(separator: "、")
    let missing = lacking.joined(separator: "、")
    let found: FoundValues = [
      "found": Wording(saying.isEmpty ? (there.isEmpty ? "—" : there) : filled.first?.value ?? "—"),
      "expected": Wording(missing.isEmpty ? "—" : missing), "count": Wording("\(filled.count)"),
    ]
    let holds = filled.count >= (atLeast ?? names.count)
    let message: Wording
    if filled.isEmpty {
      message = context.wording(zh: "没有\(missing)", en: "Not found: \(missing)")
    } else if holds {
      message = context.wording(zh: "有\(there)", en: "Found: \(there)")
    } else {
      message = context.wording(zh: "有\(there)，没有\(missing)", en: "Found: \(there); not found: \(missing)")
    }
    var traces = filled.filter { !$0.range.isEmpty }.map {
      Answer.Trace(range: FoldedRange(0, 0), kind: holds ? .found : .nearest, typed: $0.range)
    }
    if traces.isEmpty { traces = [.slot(context.report.title?.range.start ?? context.report.body.start)] }
    return Answer(truth: holds ? .holds : .absent, message: message, evidence: traces, found: found)
  }

  private func says(_ property: DocumentProperty) -> Bool {
    if property.value.isEmpty { return false }
    return saying.isEmpty || saying.contains { property.value.contains($0) }
  }
}

extension PropertiesCheck {
  /// Reads what stands under `properties`.
  init?(reading reader: inout MappingReader) {
    let formats = reader.choices(
      "of", .required, of: DocumentFormat.self,
      doc: Wording(zh: "只核查这些格式的文件", en: "Only documents of these formats are judged")
    ).map(\.value)
    let names = reader.strings(
      "filled", .required,
      doc: Wording(zh: "这些元数据有内容，名称不分大小写", en: "These properties have a value; letter case does not matter"))
    let atLeast = reader.int("at_least", doc: Wording(zh: "其中至少几项；不写是全部", en: "How many of them; all by default"))
    let saying = reader.strings("saying", doc: Wording(zh: "内容中要有其中一个词", en: "A value must have one of these words"))
    if let atLeast, !(1...max(1, names.count)).contains(atLeast.value) {
      reader.report(
        Wording(
          zh: "这里有\(names.count)项，at_least 要在1和\(names.count)之间。",
          en: "there are \(names.count) properties, so `at_least` lies between 1 and \(names.count)"),
        at: atLeast)
    }
    guard !formats.isEmpty, !names.isEmpty else { return nil }
    self.init(formats: formats, names: names.map(\.value), atLeast: atLeast?.value, saying: saying.map(\.value))
  }
}

extension PropertiesCheck {
  func words(in pack: RulePack) -> Wording {
    let names = names.joined(separator: "、")
    let count = atLeast.map { Wording(zh: "中至少\($0)项", en: "at least \($0) of ") } ?? Wording("")
    let saying = saying.isEmpty ? nil : self.saying.prefix(6).joined(separator: "、")
    return Wording(
      zh: "文件的元数据写明\(names)\(count.zh)" + (saying.map { "，其中有“\($0)”一类的词语" } ?? ""),
      en: "the file states \(count.en)\(names)" + (saying.map { ", saying one of \($0)" } ?? ""))
  }
}
