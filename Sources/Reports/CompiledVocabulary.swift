import Matching
import SourceText

/// A vocabulary in folded spelling, with the numbers of the phrases that are searched in the whole text.
struct CompiledVocabulary: Sendable {
  let subject: [Phrase]
  let reportNouns: [[UInt8]]
  let titleJoints: [[UInt8]]
  let kinds: [Kind]
  let fields: [Vocabulary.FieldCue]
  /// Labels, furniture, clocks and appendix words: what lines of a page are told by.
  let pageWords: [PageWord]
  let leads: [Phrase]
  let itemMarks: [PhraseID]
  let siteNames: [[UInt8]]
  let audiences: [[UInt8]]
  let notNames: [[UInt8]]
  let nameEnds: [[UInt8]]
  let bodies: BodyEndings
  /// The characters by which years are found: 年 《 》.
  let year: PhraseID?
  let openTitle: PhraseID?
  let quoteMark: PhraseID?
  let closeTitle: PhraseID?

  /// A phrase as it is spelled and as it is searched for.
  struct Phrase: Sendable {
    let bytes: [UInt8]
    let id: PhraseID
  }

  struct PageWord: Sendable {
    let id: PhraseID
    let word: WordClass
  }

  struct Kind: Sendable {
    let kind: DocumentKind
    let all: [[UInt8]]
    let any: [[UInt8]]
    let ending: [[UInt8]]
    let none: [[UInt8]]
  }

  init(_ vocabulary: Vocabulary, phrases: inout PhraseSet) {
    func folded(_ words: [String]) -> [[UInt8]] { words.map(FoldedText.fold).filter { !$0.isEmpty } }
    subject = Self.searched(vocabulary.subject, &phrases)
    leads = Self.searched(vocabulary.leads, &phrases)
    itemMarks = Self.searched(vocabulary.itemMarks, &phrases).map(\.id)
    reportNouns = folded(vocabulary.reportNouns)
    titleJoints = folded(vocabulary.titleJoints)
    siteNames = folded(vocabulary.siteNames)
    audiences = folded(vocabulary.audiences)
    notNames = folded(vocabulary.notNames)
    nameEnds = folded(vocabulary.nameEnds)
    fields = vocabulary.fields
    kinds = vocabulary.kinds.map {
      Kind(
        kind: $0.kind, all: folded($0.all), any: folded($0.any), ending: folded($0.ending), none: folded($0.none))
    }
    var pageWords: [PageWord] = []
    for (index, field) in vocabulary.fields.enumerated() {
      pageWords += Self.searched(field.labels, &phrases).map { PageWord(id: $0.id, word: .label(index)) }
    }
    pageWords += Self.searched(vocabulary.furniture, &phrases).map { PageWord(id: $0.id, word: .furniture) }
    pageWords += Self.searched(vocabulary.clocks, &phrases).map { PageWord(id: $0.id, word: .clock) }
    pageWords += Self.searched(vocabulary.appendices, &phrases).map { PageWord(id: $0.id, word: .appendix) }
    self.pageWords = pageWords
    bodies = BodyEndings(vocabulary)
    year = phrases.add("年")
    openTitle = phrases.add("《")
    quoteMark = phrases.add("\"")
    closeTitle = phrases.add("》")
  }

  private static func searched(_ words: [String], _ phrases: inout PhraseSet) -> [Phrase] {
    var found: [Phrase] = []
    for word in words {
      if let id = phrases.add(word) { found.append(Phrase(bytes: FoldedText.fold(word), id: id)) }
    }
    return found
  }
}

/// What a word of the page tells of its line.
enum WordClass: Hashable {
  /// The label of a metadata field, by its place in the vocabulary.
  case label(Int)
  case furniture
  case clock
  case appendix
}
