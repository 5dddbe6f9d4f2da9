import Reports
import SourceText
import YAMLReading

/// Reads `vocabulary.yaml`: the words by which a document is read.
enum VocabularyDecoder {
  static func read(_ reader: inout MappingReader) -> Vocabulary {
    var vocabulary = Vocabulary()
    func words(_ key: String) -> [String] { reader.words(key) }
    vocabulary.subject = words("subject")
    vocabulary.reportNouns = words("report_nouns")
    vocabulary.titleJoints = words("title_joints")
    vocabulary.kinds = reader.mappings("kinds") { inner in
      let kind = inner.choice("kind", .required, of: DocumentKind.self)
      let cue = { (kind: DocumentKind, words: [[String]]) in
        Vocabulary.KindCue(kind: kind, all: words[0], any: words[1], ending: words[2], none: words[3])
      }
      let lists = ["all", "any", "ending", "none"].map { inner.words($0) }
      return kind.map { cue($0.value, lists) }
    }
    vocabulary.fields = reader.mappings("fields") { inner in
      let field = inner.string("field", .required)
      let labels = inner.words("labels", .required)
      let date = inner.choice("date", of: DateFact.Kind.self)
      return field.map { Vocabulary.FieldCue(field: $0.value, labels: labels, date: date?.value) }
    }
    vocabulary.clocks = words("clocks")
    vocabulary.furniture = words("furniture")
    vocabulary.appendices = words("appendices")
    vocabulary.siteNames = words("site_names")
    vocabulary.audiences = words("audiences")
    vocabulary.organs = reader.mappings("organs") { inner in
      var cue = bodyCue(&inner)
      cue?.levelInTitle = inner.choice("level_in_title", of: Level.self)?.value
      return cue
    }
    vocabulary.regions = reader.mappings("regions") { bodyCue(&$0) }
    vocabulary.lookalikes = words("lookalikes")
    vocabulary.shortForms = reader.mappings("short_forms") { inner in
      let short = inner.string("short", .required)
      let long = inner.words("long", .required)
      return short.map { Vocabulary.ShortForm(short: $0.value, long: long) }
    }
    vocabulary.selfReferences = words("self_references")
    vocabulary.notNames = words("not_names")
    vocabulary.nameEnds = words("name_ends")
    vocabulary.leads = words("leads")
    vocabulary.itemMarks = words("item_marks")
    vocabulary.units = words("units")
    vocabulary.approximations = words("approximations")
    return vocabulary
  }

  private static func bodyCue(_ reader: inout MappingReader) -> Vocabulary.BodyCue? {
    let endings = reader.words("endings", .required)
    let level = reader.choice("level", of: Level.self)
    return Vocabulary.BodyCue(endings: endings, level: level?.value)
  }
}

/// Reads `figure_words`: the words by which relations between figures are known.
enum FigureWordsDecoder {
  static func read(_ reader: inout MappingReader) -> FigureWords? {
    var words = FigureWords()
    words.totals = reader.words("totals")
    words.totalLeads = reader.words("total_leads")
    words.sameUnits = reader.mappings("same_units") { $0.words("words", .required) }
    words.ofWhich = reader.words("of_which")
    words.among = reader.words("among")
    words.notAmong = reader.words("not_among")
    words.others = reader.words("others")
    words.incomplete = reader.words("incomplete")
    words.continuing = reader.words("continuing")
    words.rateEndings = reader.words("rate_endings")
    words.shareEndings = reader.words("share_endings")
    words.rateLinks = reader.words("rate_links")
    words.growth = reader.words("growth")
    words.openRates = reader.words("open_rates")
    words.degrees = reader.words("degrees")
    words.shareStems = reader.words("share_stems")
    words.things = reader.words("things")
    words.sameActs = reader.mappings("same_acts") { $0.words("words", .required) }
    words.due = reader.words("due")
    words.done = reader.words("done")
    words.counterparts = reader.words("counterparts")
    words.allOf = reader.words("all_of")
    words.ofBase = reader.words("of_base")
    words.totalNouns = reader.words("total_nouns")
    words.carryOver = reader.words("carry_over")
    words.reductions = reader.words("reductions")
    words.severally = reader.words("severally")
    words.runningOn = reader.words("running_on")
    words.ownRates = reader.words("own_rates")
    words.compared = reader.words("compared")
    words.prior = reader.words("prior")
    words.rises = reader.words("rises")
    words.falls = reader.words("falls")
    words.fromWords = reader.words("from")
    words.toWords = reader.words("to")
    words.points = reader.words("points")
    words.stages = reader.mappings("stages") { inner in
      let earlier = inner.words("earlier", .required)
      let later = inner.words("later", .required)
      let runsOn = inner.bool("runs_on")
      return FigureWords.Stage(earlier: earlier, later: later, runsOn: runsOn?.value ?? false)
    }
    words.tracked = reader.words("tracked")
    words.yearly = reader.words("yearly")
    words.partial = reader.words("partial")
    words.more = reader.words("more")
    words.whole = reader.words("whole")
    words.people = reader.words("people")
    words.averages = reader.words("averages")
    words.listed = reader.words("listed")
    words.listedKinds = reader.words("listed_kinds")
    words.documents = reader.words("documents")
    words.listOpeners = reader.words("list_openers")
    words.listJoints = reader.words("list_joints")
    words.notJoints = reader.words("not_joints")
    words.items = reader.words("items")
    words.acts = reader.words("acts")
    return words
  }
}

extension MappingReader {
  /// Words to look for, none of which is nothing but white space or line breaks.
  fileprivate mutating func words(_ key: String, _ presence: Presence = .optional) -> [String] {
    strings(key, presence).map { word in
      if FoldedText.fold(word.value).isEmpty || word.value.containsAnyByte(where: { $0 == 0x0A }) {
        report(
          Wording(zh: "词语只有空白或者有换行，永远匹配不到。", en: "a word of white space or with a line break can never match"), at: word
        )
      }
      return word.value
    }
  }
}
