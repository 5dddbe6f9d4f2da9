import Reports
import SourceText
import YAMLReading

/// `fields: {filled: […]}` or `fields: {empty: […]}`: fields of the page's metadata have a value, or stand there without one.
///
///     require: {fields: {filled: [index_number, publisher, document_date]}}
///     forbid: {fields: {empty: [document_number, validity]}}
public struct FieldsCheck: Sendable {
  /// The fields, by their names in the vocabulary.
  public var fields: [Field]
  /// Whether they must have a value, or stand there without one.
  public var state: State
  /// How many of them must; nil means all that are to be filled, one that is to be empty.
  public var atLeast: Int?

  /// A field of the vocabulary and the label by which users know it.
  public struct Field: Hashable, Sendable {
    /// The vocabulary's key for it, the same in every language: `index_number`.
    public var name: String
    /// The first of the labels by which pages show it: 索引号.
    public var label: String
  }

  /// What is asked of the fields.
  public enum State: Sendable { case filled, empty }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var traces: [Answer.Trace] = []
    var met: [Field] = []
    var lacking: [Field] = []
    for field in fields {
      let candidates = report.metadata.filter { $0.field == field.name }
      let fitting = candidates.first { $0.value.isEmpty == (state == .empty) }
      // A table that is shown twice fills in one place what it leaves empty in another.
      let isFilledElsewhere = state == .empty && candidates.contains { !$0.value.isEmpty }
      if let fitting, !isFilledElsewhere {
        met.append(field)
        let end = max(fitting.label.end, fitting.value.isEmpty ? 0 : fitting.value.end)
        traces.append(.found(FoldedRange(fitting.label.start, end)))
      } else {
        lacking.append(field)
      }
    }
    traces.sort { $0.range < $1.range }
    let line = traces.first.map { context.line(of: $0.range.start) }
    let metNames = met.map(\.label).joined(separator: "、")
    let lackingNames = lacking.map(\.label).joined(separator: "、")
    let holds = met.count >= (atLeast ?? (state == .filled ? fields.count : 1))
    let found: FoundValues = [
      "found": Wording(metNames.isEmpty ? "无" : metNames),
      "expected": Wording(lackingNames.isEmpty ? "无" : lackingNames),
      "count": Wording("\(met.count)"), "line": Wording(line.map { "\($0.number)" } ?? "—"),
    ]
    guard holds else {
      return Answer(
        truth: .absent, message: wordsOfLack(met: metNames, lacking: lackingNames),
        evidence: traces.isEmpty
          ? [.slot(report.title?.range.start ?? report.text.blocks.first?.start ?? 0)]
          : traces.map { .nearest($0.range) }, found: found)
    }
    let place = line.map { context.wording(zh: "\($0.zh)起", en: "from \($0.en) on") } ?? Wording("")
    return Answer(
      truth: .holds,
      message: state == .filled
        ? context.wording(zh: "\(place.zh)有\(metNames)", en: "\(metNames) \(place.en)")
        : context.wording(zh: "\(metNames)没有填写", en: "\(metNames): without a value"),
      evidence: traces, found: found)
  }

  private func wordsOfLack(met: String, lacking: String) -> Wording {
    if state == .empty { return Wording(zh: "没有空着的栏目", en: "No field stands empty") }
    if met.isEmpty { return Wording(zh: "没有找到\(lacking)", en: "Not found: \(lacking)") }
    return Wording(zh: "有\(met)，没有\(lacking)", en: "\(met) found; \(lacking) not")
  }
}

extension FieldsCheck {
  /// Reads what stands under `fields`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let filled = reader.strings("filled")
    let empty = reader.strings("empty")
    let atLeast = reader.int("at_least")
    guard filled.isEmpty != empty.isEmpty else {
      reader.report(Wording(zh: "要写 filled 或 empty，二者写一个。", en: "write `filled` or `empty`, one of the two"))
      return nil
    }
    let names = filled + empty
    if let atLeast, !(1...names.count).contains(atLeast.value) {
      reader.report(
        Wording(
          zh: "这里有\(names.count)个栏目，at_least 要在1和\(names.count)之间。",
          en: "there are \(names.count) fields, so `at_least` lies between 1 and \(names.count)"),
        at: atLeast)
    }
    let known = draft.fields
    let fields = names.compactMap { name in
      draft.position(of: name, among: known.map(\.name), what: Wording(zh: "栏目", en: "the field")).map { known[$0] }
    }
    guard fields.count == names.count else { return nil }
    self.init(fields: fields, state: filled.isEmpty ? .empty : .filled, atLeast: atLeast?.value)
  }
}

extension FieldsCheck {
  func words(in pack: RulePack) -> Wording {
    let names = fields.map(\.label).joined(separator: "、")
    let count = atLeast.map { Wording(zh: "中至少\($0)项", en: "at least \($0) of ") } ?? Wording("")
    return switch state {
    case .filled: Wording(zh: "页面信息写明\(names)\(count.zh)", en: "the page states \(count.en)\(names)")
    case .empty: Wording(zh: "页面信息中\(names)\(count.zh)空着", en: "\(count.en)\(names) left empty on the page")
    }
  }
}
