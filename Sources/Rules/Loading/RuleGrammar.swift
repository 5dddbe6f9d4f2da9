import Reports
public import SourceText
public import YAMLReading

/// What rule files may hold, told by the decoders themselves, so that no key can be described that nobody reads.
public struct RuleGrammar: Sendable {
  /// The keys of `pack.yaml` that speak of the pack as a whole.
  public var header: Shape
  /// The keys of any file of a pack.
  public var file: Shape
  /// One entry of `rules`.
  public var rule: Shape
  /// The kinds of check by their leading keys, each with the keys of its condition.
  public var conditions: [Shape]

  /// The name under which keys refer to conditions.
  public static let conditionName = "condition"
  /// The name under which `rules` refers to its entries.
  public static let ruleName = "rule"

  /// The places that conditions can look at.
  public var places: [(name: String, words: Wording)] { Place.named.map { ($0.name, $0.place.words) } }

  /// The variables that sentences and the words of mentions can name.
  public var variables: [(name: String, words: Wording)] {
    ReportVariable.allCases.map { variable in
      let words: Wording =
        switch variable {
        case .reportYear: Wording(zh: "报告年度", en: "the report year")
        case .nextYear: Wording(zh: "报告年度的下一年", en: "the year after the report year")
        case .previousYear: Wording(zh: "报告年度的上一年", en: "the year before the report year")
        case .issuer, .publicationDate, .signatureDate, .title: variable.words
        }
      return (variable.rawValue, words)
    }
  }

  /// Asks the decoders.
  public init() {
    var loader = RulePackLoader(layers: [])
    file = Shape.of { reader -> Void? in loader.collect(&reader) }
    // An overlay is merged as a tree before anything is decoded, so these two are read as such.
    let overlay = Shape.of { reader -> Void? in
      _ = reader.string(
        "extends", doc: Wording(zh: "叠加在哪个规则包上；写了就是叠加包", en: "The pack over which this one lies"))
      _ = reader.named(
        "change",
        doc: Wording(
          zh: "叠加包对规则的修改：规则编号或 outline.* → 改动的键，或 off",
          en: "What an overlay changes: a rule id or outline.* → keys, or off"))
      return nil
    }
    file.keys += overlay.keys
    header = Shape.of { reader in
      var draft = PackDraft(problems: ProblemSink())
      return PackHeader.read(&reader, &draft)
    }
    rule = Shape.of(Self.ruleName) { reader in
      var draft = PackDraft(problems: ProblemSink())
      return RuleDecoder.read(&reader, &draft)
    }
    conditions = ConditionDecoder.Kind.allCases.map { kind in
      Shape.of(kind.rawValue) { reader in
        var draft = PackDraft(problems: ProblemSink())
        return ConditionDecoder.read(kind, &reader, &draft)
      }
    }
    describe()
  }

  /// What keys mean of which the decoders say nothing themselves.
  static let meanings = ReadingKeys.meanings.merging(FileKeys.meanings) { $1 }
    .merging(ConditionKeys.meanings) { $1 }

  private mutating func describe() {
    file.describe(in: "")
    header.describe(in: "")
    rule.describe(in: "")
    for index in conditions.indices { conditions[index].describe(in: conditions[index].name) }
  }
}

extension Shape {
  /// Gives the keys that have no words of their own those of `RuleGrammar.meanings`.
  fileprivate mutating func describe(in mapping: String) {
    for index in keys.indices {
      let name = keys[index].name
      if keys[index].doc == nil {
        let meanings = RuleGrammar.meanings
        keys[index].doc = meanings[mapping.isEmpty ? "/\(name)" : "\(mapping).\(name)"] ?? meanings[name]
      }
      keys[index].shape?.describe(in: name)
    }
  }
}
