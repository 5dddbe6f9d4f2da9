import Matching
import Reports
import SourceText
import YAMLReading

/// What `pack.yaml` says of the pack as a whole.
struct PackHeader {
  var id: String
  var title: Wording
  var version: String
  var grades: [RulePack.Grade]
  var vetoGrade: Int?
  var samples: [Sample]
  var needsMutations: Bool
  var headline: [(rule: Placed<String>, title: Wording)]

  /// Reads the keys of `pack.yaml`; what rules refer to goes into the draft at once.
  static func read(_ reader: inout MappingReader, _ draft: inout PackDraft) -> PackHeader? {
    let id = reader.string("pack", .required, doc: Wording(zh: "规则包的名称", en: "The pack's name"))
    let title = reader.text("title", .required, doc: Wording(zh: "规则包的标题", en: "What the pack is called"))
    let version = reader.string("version", .required, doc: Wording(zh: "版本", en: "The version"))
    let kinds: [DocumentKind]? = reader.mapping("judges") { inner in
      inner.choices("kinds", of: DocumentKind.self).map(\.value)
    }
    let bases = reader.namedMappings("bases") { name, inner in
      basis(name.value, &inner)
    }
    let categories = reader.namedMappings("categories", .required) { name, inner -> RulePack.Category? in
      let title = inner.text("title", .required)
      let weight = inner.decimal("weight", .required)
      guard let title, let weight, let thousandths = thousandths(weight, in: inner, 0...1_000_000_000) else {
        return nil
      }
      return RulePack.Category(id: name.value, title: title.value, weight: Weight(thousandths: thousandths))
    }
    let grades = reader.mappings("grades", .required) { inner -> RulePack.Grade? in
      let title = inner.text("title", .required)
      let from = inner.decimal("from", .required)
      guard let title, let from, let thousandths = thousandths(from, in: inner, 0...100_000) else { return nil }
      return RulePack.Grade(title: title.value, from: thousandths)
    }
    let vetoGrade = reader.string(
      "veto_grade", doc: Wording(zh: "缺少一票否决内容的报告最高的等次", en: "The best grade of a report that misses a veto rule"))
    let samples = reader.namedMappings(
      "samples",
      doc: Wording(zh: "写得好的样本报告；rules test 在它们上面逐条破坏规则", en: "Good reports on which `rules test` breaks the rules")
    ) { name, inner in MutationDecoder.sample(name, &inner) }
    let mutations = reader.choice(
      "mutations",
      of: MutationDemand.self,
      doc: Wording(zh: "规则没有 mutations 时算不算失败", en: "Whether a rule without `mutations` fails `rules test`"))
    let headline = reader.mappings(
      "headline",
      doc: Wording(zh: "汇总时最先报告的指标：符合某条规则的份数", en: "What a summary tells first: how many documents meet a rule")
    ) { inner -> (rule: Placed<String>, title: Wording)? in
      let rule = inner.string("rule", .required)
      let title = inner.text("title", .required)
      guard let rule, let title else { return nil }
      return (rule, title.value)
    }
    _ = reader.strings("include", doc: Wording(zh: "规则包的其他文件", en: "The other files of the pack"))
    draft.defaultKinds = kinds ?? []
    draft.bases = bases
    // The heaviest first, so that the order of the file's lines changes no rendering.
    draft.categories = categories.sorted { ($1.weight.thousandths, $0.id) < ($0.weight.thousandths, $1.id) }
    draft.hasVetoGrade = vetoGrade != nil
    if let last = grades.last, last.from != 0, let key = reader.key("grades") {
      reader.report(
        Wording(zh: "最低的等次应当从0分起。", en: "the lowest grade begins at 0"), at: key)
    }
    for key in ["grades", "include"] where reader.hasEmptyList(key) {
      if let place = reader.key(key) {
        reader.report(Wording(zh: "“\(key)”是空的。", en: "`\(key)` is empty"), at: place)
      }
    }
    if zip(grades, grades.dropFirst()).contains(where: { $0.from <= $1.from }) {
      let message = Wording(zh: "等次应当从高到低排列。", en: "grades go from the best down")
      if let key = reader.key("grades") { reader.report(message, at: key) }
    }
    var vetoIndex: Int?
    if let vetoGrade {
      vetoIndex = draft.position(
        of: vetoGrade, among: grades.map(\.title.zh), what: Wording(zh: "等次", en: "the grade"))
    }
    guard let id, let title, let version else { return nil }
    return PackHeader(
      id: id.value, title: title.value, version: version.value, grades: grades, vetoGrade: vetoIndex,
      samples: samples, needsMutations: mutations?.value == .required, headline: headline)
  }

  private static func basis(_ key: String, _ reader: inout MappingReader) -> RulePack.Basis? {
    let title = reader.text("title", .required)
    let number = reader.string("number")
    let inForce = inForce(&reader)
    let articles = reader.named("articles")
    let caveat = reader.text(
      "caveat", doc: Wording(zh: "尚未与正式文本核对的内容", en: "What is not yet checked against the official text"))
    guard let title else { return nil }
    return RulePack.Basis(
      key: key, title: title.value, number: number?.value,
      articles: articles.compactMap { entry in
        entry.value.text().map { RulePack.Basis.Article(key: entry.name.value, says: $0.value) }
      }, caveat: caveat?.value, inForce: inForce)
  }

  /// Reads `in_force: 2019-04-15..`, the days on which an instrument is in force.
  private static func inForce(_ reader: inout MappingReader) -> RulePack.Basis.InForce? {
    guard
      let range = reader.stringRange(
        "in_force",
        doc: Wording(zh: "施行日期，例如 2019-04-15..；已经失效的写上最后一天", en: "In force from and to, 2019-04-15.. say"))
    else { return nil }
    let from = range.value.lower.flatMap { CalendarDate(iso: $0) }
    let until = range.value.upper.flatMap { CalendarDate(iso: $0) }
    if let from, range.value.upper == nil || until.map({ from <= $0 }) ?? false {
      return RulePack.Basis.InForce(from: from, until: until)
    }
    reader.report(
      Wording(
        zh: "这不是施行日期，应当写成 2019-04-15.. 或 2015-12-27..2021-08-02 的样子。",
        en: "this is no time in force; write it as 2019-04-15.. or 2015-12-27..2021-08-02"),
      at: range)
    return nil
  }

  /// A number as thousandths, where it is within bounds and has at most three decimals.
  static func thousandths(_ number: Placed<ExactNumber>, in reader: MappingReader, _ bounds: ClosedRange<Int>) -> Int? {
    var units = number.value.units
    var scale = number.value.scale
    while scale < 3, abs(units) < Int.max / 10 {
      units *= 10
      scale += 1
    }
    while scale > 3, units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    guard scale == 3, bounds.contains(units) else {
      reader.report(
        Wording(
          zh: "数值应当在\(bounds.lowerBound / 1000)到\(bounds.upperBound / 1000)之间，最多三位小数。",
          en:
            "the number must be from \(bounds.lowerBound / 1000) to \(bounds.upperBound / 1000) with at most three decimals"
        ),
        at: number)
      return nil
    }
    return units
  }
}

/// Whether every rule of a pack must say how it is broken.
enum MutationDemand: String, CaseIterable {
  case optional
  case required
}
