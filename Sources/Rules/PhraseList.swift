public import Matching
public import SourceText
import YAMLReading

/// Set phrases that a report writes exactly or not at all.
public struct PhraseList: Sendable {
  /// What the list is called.
  public var title: Wording
  public var phrases: [SetPhrase]
}

/// One set phrase, and how a slip in it is found.
///
/// A phrase with `differences` characters wrong has at least one of `differences + 1` pieces right: these are searched for together with all
/// other phrases of the pack, and only around them the text is compared character by character.
public struct SetPhrase: Sendable {
  /// As its author wrote it.
  public var words: String
  /// Its characters without punctuation, folded.
  public var letters: [UInt32]
  /// The same in UTF-8.
  public var spelling: [UInt8]
  /// Pieces of it, of which a slip leaves at least one whole.
  public var pieces: [Piece]
  /// How many characters may be missing, added or others for a place to count as a slip in it.
  public var differences: Int
  /// Phrases that resemble it and are right.
  public var unless: [PhraseID]

  /// A piece and where in `letters` it begins and ends.
  public struct Piece: Sendable {
    public var phrase: PhraseID
    public var start: Int
    public var end: Int
    /// Where it begins in `spelling`.
    public var offset: Int
  }
}

extension PhraseList {
  /// Reads one entry of `phrase_lists`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let title = reader.text("title", .required)
    let phrases = reader.mappings("phrases", .required) { SetPhrase(&$0, &draft) }
    guard let title else { return nil }
    self.init(title: title.value, phrases: phrases)
  }
}

extension SetPhrase {
  /// Reads one entry of `phrases`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let phrase = reader.string("phrase", .required)
    let differences = reader.int("differences", .required)
    let unless = reader.strings("unless")
    guard let phrase, let differences else { return nil }
    let folded = FoldedText.fold(phrase.value)
    let runs = Self.runs(of: String(decoding: folded, as: UTF8.self))
    let letters = runs.flatMap { $0 }
    // A piece of one character stands anywhere.
    let most = max(1, letters.count / 2 - 1)
    guard (1...most).contains(differences.value), letters.count >= 4 else {
      reader.report(
        Wording(
          zh: "“\(phrase.value)”有\(letters.count)个字，不同的字数应当在1到\(most)之间。",
          en: "`\(phrase.value)` has \(letters.count) characters; the number of differences is from 1 to \(most)"),
        at: differences)
      return nil
    }
    var pieces: [Piece] = []
    for piece in Self.pieces(of: runs, count: differences.value + 1) {
      guard let id = draft.phrases.add(Self.written(letters[piece])) else { continue }
      pieces.append(
        Piece(
          phrase: id, start: piece.lowerBound, end: piece.upperBound,
          offset: Self.written(letters[..<piece.lowerBound]).utf8.count))
    }
    self.init(
      words: phrase.value, letters: letters, spelling: Array(Self.written(letters[...]).utf8), pieces: pieces,
      differences: differences.value,
      unless: draft.phraseIDs(unless))
  }

  private static func written(_ letters: ArraySlice<UInt32>) -> String {
    String(String.UnicodeScalarView(letters.compactMap { Unicode.Scalar($0) }))
  }

  /// The stretches of a phrase between its punctuation.
  private static func runs(of phrase: String) -> [[UInt32]] {
    var runs: [[UInt32]] = [[]]
    for scalar in phrase.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        runs[runs.count - 1].append(scalar.value)
      } else if runs[runs.count - 1].isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  /// Cuts the longest stretches in two until there are enough of them.
  private static func pieces(of runs: [[UInt32]], count: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for run in runs {
      let start = pieces.last?.upperBound ?? 0
      pieces.append(start..<(start + run.count))
    }
    while pieces.count < count, let longest = pieces.indices.max(by: { pieces[$0].count < pieces[$1].count }) {
      let piece = pieces[longest]
      let middle = piece.lowerBound + piece.count / 2
      pieces[longest] = piece.lowerBound..<middle
      pieces.insert(middle..<piece.upperBound, at: longest + 1)
    }
    return pieces.filter { $0.count >= 2 }
  }
}
