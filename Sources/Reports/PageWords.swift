import Matching
import SourceText

/// An occurrence of a word by which lines of a page are told.
struct WordHit {
  var range: FoldedRange
  var word: WordClass
}

/// The page words in the first and the last lines of a text, in reading order, without those inside a longer one.
struct PageWords {
  private let hits: [WordHit]

  /// - Parameter windows: the stretches to look at, ascending, not overlapping.
  init(_ vocabulary: CompiledVocabulary, matches: PhraseMatches, windows: [FoldedRange]) {
    var found: [WordHit] = []
    for phrase in vocabulary.pageWords {
      matches.each(of: phrase.id) { range in
        for window in windows where window.contains(range) { found.append(WordHit(range: range, word: phrase.word)) }
      }
    }
    // Longer words first, so that 时间 inside 发布时间 is dropped.
    found.sort { left, right in
      left.range.start != right.range.start ? left.range.start < right.range.start : left.range.end > right.range.end
    }
    var kept: [WordHit] = []
    for hit in found {
      if let last = kept.last, last.range.contains(hit.range), last.range != hit.range { continue }
      kept.append(hit)
    }
    hits = kept
  }

  /// The words inside `range`.
  func inside(_ range: FoldedRange) -> ArraySlice<WordHit> {
    let first = hits.partitioningIndex { $0.range.start >= range.start }
    var end = first
    while end < hits.count, hits[end].range.start < range.end { end += 1 }
    return hits[first..<end]
  }
}
