import Matching
import Reports
import SourceText
import YAMLReading

/// `topic: NAME`: a topic of the pack is treated, with facts, or at least touched.
///
///     require: {topic: emergencies}
///
/// What counts as treated stands with the topic: a part of its own or enough sentences, and facts in the same paragraphs.
public struct TopicCheck: Sendable {
  /// Position in `RulePack.topics`.
  public var topic: Int
  /// How much must be said of it.
  public var degree: Degree
  /// Where to look instead of in the topic's own places.
  public var places: [Place]?

  /// How much a report says of a topic.
  public enum Degree: String, CaseIterable, Sendable {
    /// In a part of its own or in enough sentences, with facts.
    case treated
    /// In a part of its own or in enough sentences.
    case discussed
    /// Named at least once.
    case touched
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let topic = context.pack.topics[self.topic]
    let reading = TopicReading.reading(
      topic: topic, regions: context.places[places ?? topic.places], in: context.report)
    let found = FoundValues { name in
      switch name {
      case "count": Wording("\(reading.sentences.count)")
      case "found": Wording(reading.listed(5))
      default: nil
      }
    }
    let holds =
      switch degree {
      case .touched: !reading.sentences.isEmpty
      case .discussed: reading.isDiscussed
      case .treated: reading.isDiscussed && reading.facts >= topic.facts
      }
    let evidence = reading.evidence.map(Answer.Trace.found)
    if holds {
      return Answer(truth: .holds, message: summary(reading, in: context), evidence: evidence, found: found)
    }
    guard let first = reading.sentences.first else {
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "没有写到“\(topic.title.zh)”，未见“\(topic.shownTerms)”等内容",
          en: "Nothing on “\(topic.title.en)”: no mention of \(topic.shownTerms)"),
        evidence: [.slot(context.slot(for: .measures))], found: found)
    }
    return Answer(
      truth: .absent,
      message: context.wording(
        zh: "“\(topic.title.zh)”只有零散提及（\(context.line(of: first.start).zh)），"
          + (reading.isDiscussed ? "没有数据、文件或案例" : "没有专门的内容"),
        en: "“\(topic.title.en)” is only touched on (\(context.line(of: first.start).en)), "
          + (reading.isDiscussed ? "without a figure, document or case" : "without a passage of its own")),
      evidence: evidence.map { .nearest($0.range) } + [.slot(context.slot(for: .measures))], found: found)
  }

  private func summary(_ reading: TopicReading, in context: EvaluationContext) -> Wording {
    let first = context.line(of: reading.evidence.map(\.start).min() ?? 0)
    let terms = reading.listed(4)
    return context.wording(
      zh: "\(reading.sentences.count)句写到“\(terms)”等，具体数据或文件\(reading.facts)处，主要见\(first.zh)",
      en: "\(reading.sentences.count) sentences on \(terms), \(reading.facts) facts, mainly at \(first.en)")
  }
}

extension TopicCheck {
  /// Reads `topic`, `degree` and `in`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("topic", .required, doc: Wording(zh: "topics 中的主题", en: "A topic of the pack"))
    let degree = reader.choice(
      "degree", of: Degree.self,
      doc: Wording(zh: "讲到什么程度；不写时为 treated", en: "How far it is treated; `treated` by default"))
    let places = draft.places("in", in: &reader)
    guard let name,
      let topic = draft.position(
        of: name, among: draft.topics.map(\.key), what: Wording(zh: "主题", en: "the topic"))
    else { return nil }
    draft.usedTopics.insert(topic)
    draft.notes.topics.append(topic)
    if places.isEmpty { for place in draft.topics[topic].places { draft.notes.add(place) } }
    self.init(topic: topic, degree: degree?.value ?? .treated, places: places.isEmpty ? nil : places)
  }
}

extension TopicCheck {
  func words(in pack: RulePack) -> Wording {
    let topic = pack.topics[self.topic]
    switch degree {
    case .treated:
      return Wording(
        zh: "写到“\(topic.title.zh)”：有专门部分，或者至少\(topic.sentences)句、\(topic.distinctTerms)个要点，并有至少\(topic.facts)处数据或文件",
        en:
          "treats \(topic.title.en): a part of its own, or \(topic.sentences) sentences with \(topic.distinctTerms) terms; and \(topic.facts) figures or documents"
      )
    case .discussed:
      return Wording(
        zh: "写到“\(topic.title.zh)”：有专门部分，或者至少\(topic.sentences)句、\(topic.distinctTerms)个要点",
        en:
          "discusses \(topic.title.en): a part of its own, or \(topic.sentences) sentences with \(topic.distinctTerms) terms"
      )
    case .touched:
      return Wording(zh: "提到“\(topic.title.zh)”", en: "touches on \(topic.title.en)")
    }
  }
}
