import Documents
public import Matching
import Reports
import SourceText
import YAMLReading

/// `typed: {forms: […], in: […]}`: the text as it was typed has a form that should be written otherwise.
///
///     forbid:
///       typed:
///         forms: [{pattern: '\[20\d\d\]\d+号', instead: 〔2025〕3号}]
///         in: body
///         only_with: "，"
///
/// Width, white space, quotes and dashes, which all other checks fold away, are what this one is about.
public struct TypedCheck: Sendable {
  /// The forms, the first of which that matches is told.
  public var forms: [Form]
  /// Any of the forms, so that the text is searched once; nil when they do not compile together.
  public var anyForm: TypedPattern?
  /// Where they are looked for.
  public var places: [Place]
  /// Characters that show that the text still has the marks that its author typed; nil where that does not matter.
  public var onlyWith: String?

  /// A form and how it should be written.
  public struct Form: Sendable {
    /// Finds it in the text as it was typed, where nothing is folded.
    public var pattern: TypedPattern
    /// The right way to write it, quoted in messages as an example: 〔2025〕3号.
    public var instead: String
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let regions = context.places[places]
    guard !regions.isEmpty else {
      return Answer(
        truth: .pointless, message: Wording(zh: "没有可核查的文字", en: "There is no text to look at"), evidence: [])
    }
    if let onlyWith, !regions.contains(where: { has(onlyWith, in: report.text.source($0), of: report) }) {
      return Answer(
        truth: .unknown,
        message: context.wording(
          zh: "文中没有“\(onlyWith)”，标点可能已被网页或转换工具改写，看不出原稿的写法",
          en: "There is no “\(onlyWith)” in the text: a page or a converter may have changed the marks"),
        evidence: [])
    }
    var hits: [(form: Int, typed: TextRange, region: FoldedRange)] = []
    for region in regions {
      do throws(PatternLimit) {
        for hit in try self.hits(in: report.text.source(region), of: report.document.text) {
          hits.append((hit.form, hit.typed, region))
        }
      } catch {
        return Answer(truth: .unknown, message: error.message, evidence: [])
      }
    }
    hits.sort { ($0.typed.start, $0.form) < ($1.typed.start, $1.form) }
    guard let first = hits.first else {
      return Answer(truth: .absent, message: Wording(zh: "写法规范", en: "Written as it should be"), evidence: [])
    }
    let line = context.line(ofTyped: first.typed)
    let quoted = context.excerpt(typed: first.typed)
    let instead = forms[first.form].instead
    return Answer(
      truth: .holds,
      message: context.wording(
        zh: "\(line.zh)“\(quoted)”应写作“\(instead)”" + (hits.count > 1 ? "，这类写法共\(hits.count)处" : ""),
        en: "“\(quoted)” \(line.whereInEnglish) should be “\(instead)”"
          + (hits.count > 1 ? ", \(hits.count) places in all" : "")
      ),
      evidence: hits.prefix(Answer.mostPlaces).map { .found(typed: $0.typed, in: $0.region) },
      found: [
        "found": Wording(quoted), "expected": Wording(instead), "line": Wording("\(line.number)"),
        "count": Wording("\(hits.count)"),
      ])
  }

  private func hits(in range: TextRange, of text: DecodedText) throws(PatternLimit) -> [(form: Int, typed: TextRange)] {
    var hits: [(form: Int, typed: TextRange)] = []
    if let anyForm {
      // Which of the forms it is, is asked only where there is something.
      for hit in try anyForm.matches(in: text, range: range) {
        for (index, form) in forms.enumerated() {
          guard try form.pattern.firstMatch(in: text, range: TextRange(hit.start, range.end))?.start == hit.start else {
            continue
          }
          hits.append((index, hit))
          break
        }
      }
      return hits
    }
    for (index, form) in forms.enumerated() {
      for hit in try form.pattern.matches(in: text, range: range) { hits.append((index, hit)) }
    }
    return hits
  }

  private func has(_ words: String, in range: TextRange, of report: Report) -> Bool {
    let needle = Array(words.utf8)
    let bytes = report.document.text.bytes.span
    // Pages without the first byte are many, and sixteen bytes are told from one at a step.
    guard let first = needle.first, bytes.count(from: range.start, to: range.end, where: { $0 == first }) > 0 else {
      return false
    }
    var index = range.start
    while index + needle.count <= range.end {
      if bytes[index] == first {
        var length = 1
        while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      index += 1
    }
    return false
  }
}

extension TypedCheck {
  /// Reads what stands under `typed`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let problems = draft.problems
    let forms = reader.mappings("forms", .required) { inner -> Form? in
      let source = inner.string("pattern", .required)
      let instead = inner.string("instead", .required)
      guard let source, let instead else { return nil }
      do throws(PatternError) {
        return Form(pattern: try TypedPattern(source.value), instead: instead.value)
      } catch {
        let end = source.value.utf8.count
        let offset = min(max(0, error.offset), max(0, end - 1))
        problems.report(
          error.message, in: source.source, at: end == 0 ? source.range : source.part(offset, end - offset))
        return nil
      }
    }
    let places = draft.places("in", .required, in: &reader)
    let onlyWith = reader.string("only_with")
    if let onlyWith, onlyWith.value.isEmpty {
      reader.report(Wording(zh: "only_with 是空的。", en: "`only_with` is empty"), at: onlyWith)
      return nil
    }
    guard !forms.isEmpty, !places.isEmpty else { return nil }
    // In a branch reset each form keeps the numbers of its own groups.
    let joined = "(?|" + forms.map(\.pattern.source).joined(separator: "|") + ")"
    var anyForm: TypedPattern?
    do throws(PatternError) { anyForm = forms.count > 1 ? try TypedPattern(joined) : nil } catch {}
    self.init(forms: forms, anyForm: anyForm, places: places, onlyWith: onlyWith?.value)
  }
}

extension TypedCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    let shown = forms.map { "“\($0.instead)”" }
    return Wording(
      zh: "\(places.zh)中应写作\(shown.joined(separator: "、"))而没有这样写的地方",
      en: "something in \(places.en) that should be written \(shown.joined(separator: ", ")) and is not")
  }
}
