import Reports
import SourceText
import YAMLReading

/// Reads `vocabulary.yaml`: the words by which a document is read.
enum VocabularyDecoder {
  static func read(_ reader: inout MappingReader) -> Vocabulary {
    var vocabulary = Vocabulary()
    func words(_ key: String) -> [String] { reader.strings(key).map(\.value) }
    vocabulary.subject = words("subject")
    vocabulary.reportNouns = words("report_nouns")
    vocabulary.titleJoints = words("title_joints")
    vocabulary.kinds = reader.mappings("kinds") { inner in
      let kind = inner.choice("kind", .required, of: DocumentKind.self)
      let cue = { (kind: DocumentKind, words: [[String]]) in
        Vocabulary.KindCue(kind: kind, all: words[0], any: words[1], ending: words[2], none: words[3])
      }
      let lists = ["all", "any", "ending", "none"].map { inner.strings($0).map(\.value) }
      return kind.map { cue($0.value, lists) }
    }
    vocabulary.fields = reader.mappings("fields") { inner in
      let field = inner.string("field", .required)
      let labels = inner.strings("labels", .required).map(\.value)
      let date = inner.choice("date", of: DateFact.Kind.self)
      return field.map { Vocabulary.FieldCue(field: $0.value, labels: labels, date: date?.value) }
    }
    vocabulary.clocks = words("clocks")
    vocabulary.furniture = words("furniture")
    vocabulary.appendices = words("appendices")
    vocabulary.siteNames = words("site_names")
    vocabulary.audiences = words("audiences")
    vocabulary.organs = reader.mappings("organs") { bodyCue(&$0) }
    vocabulary.regions = reader.mappings("regions") { bodyCue(&$0) }
    vocabulary.lookalikes = words("lookalikes")
    vocabulary.selfReferences = words("self_references")
    vocabulary.notNames = words("not_names")
    vocabulary.leads = words("leads")
    vocabulary.units = words("units")
    vocabulary.approximations = words("approximations")
    return vocabulary
  }

  private static func bodyCue(_ reader: inout MappingReader) -> Vocabulary.BodyCue? {
    let endings = reader.strings("endings", .required).map(\.value)
    let level = reader.choice("level", of: Level.self)
    return Vocabulary.BodyCue(endings: endings, level: level?.value)
  }
}

/// Reads `figure_words`: the words by which relations between figures are known.
enum FigureWordsDecoder {
  static func read(_ reader: inout MappingReader) -> FigureWords? {
    var words = FigureWords()
    words.totals = reader.strings("totals").map(\.value)
    words.ofWhich = reader.strings("of_which").map(\.value)
    words.among = reader.strings("among").map(\.value)
    words.others = reader.strings("others").map(\.value)
    words.incomplete = reader.strings("incomplete").map(\.value)
    words.continuing = reader.strings("continuing").map(\.value)
    words.rateEndings = reader.strings("rate_endings").map(\.value)
    words.shareEndings = reader.strings("share_endings").map(\.value)
    words.rateLinks = reader.strings("rate_links").map(\.value)
    words.growth = reader.strings("growth").map(\.value)
    words.completionRates = reader.strings("completion_rates").map(\.value)
    words.due = reader.strings("due").map(\.value)
    words.carryOver = reader.strings("carry_over").map(\.value)
    return words
  }
}
