import Matching
import Reports
import SourceText
import YAMLReading

/// Reads `topics`: the words by which a topic is known, and how much counts as treatment.
enum TopicDecoder {
  static func read(_ name: Placed<String>, _ reader: inout MappingReader, _ draft: inout PackDraft) -> Topic? {
    let title = reader.text("title", .required, doc: Wording(zh: "主题的名称", en: "What the topic is called"))
    let places = draft.places("in", .required, in: &reader)
    let sentences = reader.int("sentences", .required, doc: Wording(zh: "至少几句", en: "How many sentences are enough"))
    let distinct = reader.int(
      "distinct_terms", .required, doc: Wording(zh: "至少几个不同的词", en: "How many different terms are enough"))
    let facts = reader.int(
      "facts", .required, doc: Wording(zh: "至少几处数据或文件", en: "How many figures or titled documents are needed"))
    let headings = reader.strings(
      "headings", doc: Wording(zh: "标题中有这些词的部分专讲这个主题", en: "Words that make a part the topic's own"))
    let terms = reader.strings("terms", .required, doc: Wording(zh: "说到这个主题的词", en: "Words that count"))
    let support = reader.strings(
      "support", doc: Wording(zh: "只起加强作用的词", en: "Words that make a passage denser but do not count alone"))
    if draft.topics.contains(where: { $0.key == name.value }) {
      reader.report(Wording(zh: "主题“\(name.value)”重复。", en: "topic `\(name.value)` is defined twice"), at: name)
    }
    for (number, least) in [(sentences, 1), (distinct, 1), (facts, 0)] {
      if let number, number.value < least {
        reader.report(Wording(zh: "数值不能小于\(least)。", en: "the number can't be below \(least)"), at: number)
      }
    }
    guard let title, let sentences, let distinct, let facts else { return nil }
    if distinct.value > terms.count {
      reader.report(
        Wording(
          zh: "要求\(distinct.value)个不同的词，但只列了\(terms.count)个，永远达不到。",
          en: "asks for \(distinct.value) different terms but lists \(terms.count), which can never be met"),
        at: distinct)
    }
    return Topic(
      key: name.value, title: title.value, headings: self.terms(headings, &draft), terms: self.terms(terms, &draft),
      support: self.terms(support, &draft), places: places, sentences: sentences.value,
      distinctTerms: distinct.value, facts: facts.value)
  }

  private static func terms(_ words: [Placed<String>], _ draft: inout PackDraft) -> [Topic.Term] {
    words.compactMap { word in draft.phrase(word).map { Topic.Term(phrase: $0, words: word.value) } }
  }
}
