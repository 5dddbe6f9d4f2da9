import Documents
import Matching
import SourceText

/// A line of the page and what it looks like on its own.
struct PageLine {
  /// Its block.
  var block: Int
  /// The block without blanks at its ends.
  var range: FoldedRange
  var look: Look

  enum Look: Hashable {
    case empty
    case clock
    case metadata
    case furniture
    /// A date and nothing else.
    case date
    /// Opens what follows the report: 附件.
    case appendix
    /// All in brackets: （盖章）.
    case remark
    case numbered
    case prose
    /// A short line that may be a title, an organ, an addressee.
    case plain
  }
}

/// Tells what lines of a page look like.
struct PageLineReader {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let words: PageWords
  let matches: PhraseMatches
  let metadata: MetadataReader

  func line(_ block: Int) -> PageLine {
    let range = text.trimmed(text.blocks[block])
    return PageLine(block: block, range: range, look: look(of: range))
  }

  private func look(of range: FoldedRange) -> PageLine.Look {
    if range.isEmpty { return .empty }
    if text.isOrnament(range) { return .furniture }
    let hits = words.inside(range)
    if isClock(range, hits) { return .clock }
    if !hits.isEmpty, metadata.isMetadata(range, hits) { return .metadata }
    if text.isNumbered(range) { return .numbered }
    let prose = text.isProse(range)
    if isFurniture(range, hits, isProse: prose) { return .furniture }
    if let first = hits.first, first.word == .appendix, opens(range, first) { return .appendix }
    if isDate(range) { return .date }
    if isDocumentNumber(range) || isStamped(range, isProse: prose) { return .metadata }
    if prose || opensMatter(range) { return .prose }
    if isAddress(range) { return .furniture }
    return isBracketed(range) ? .remark : .plain
  }

  /// Whether the line says what day it is: a clock's word and little else.
  private func isClock(_ range: FoldedRange, _ hits: ArraySlice<WordHit>) -> Bool {
    guard range.count <= 160, hits.contains(where: { $0.word == .clock }),
      !text.contains(glyph: Glyph.fullStop, in: range)
    else { return false }
    let dates = DateScan(text: text).dates(in: range)
    // Next to a labelled field the date is the field's, and the line is metadata with a clock on it.
    return !dates.isEmpty && !metadata.isMetadata(range, hits)
  }

  /// Whether the line belongs to the web page: navigation, buttons, copyright.
  ///
  /// A word alone proves nothing, 首页 stands in sentences too; the line must be built like a page's line.
  private func isFurniture(_ range: FoldedRange, _ hits: ArraySlice<WordHit>, isProse: Bool) -> Bool {
    let furniture = hits.filter { $0.word == .furniture || $0.word == .clock }
    guard let first = furniture.first, range.count <= 900 else { return false }
    let isFirst = opens(range, first)
    if isFirst, !isProse, text.byte(at: first.range.end) == 0x3A { return true }
    // A title may begin with such a word too: 政务服务管理局2024年度…报告.
    if endsAsReport(range), separators(in: range) < (isFirst ? 1 : 2) { return false }
    let covered = furniture.reduce(0) { $0 + $1.range.count }
    if covered * 2 >= range.count { return true }
    if isProse {
      return isFirst && (furniture.count >= 2 || range.count <= 150) && !text.contains(byte: 0x2C, in: range)
    }
    return isFirst || separators(in: range) >= 1 || furniture.count >= 3
  }

  /// Whether the line opens with the word, brackets and marks left aside.
  private func opens(_ range: FoldedRange, _ hit: WordHit) -> Bool {
    var index = range.start
    while index < hit.range.start {
      switch text.byte(at: index) {
      case 0x00...0x20, 0x28, 0x2A, 0x2D, 0x3C, 0x3E, 0x5B, 0x7C, 0x23: index += 1
      default:
        guard text.glyph(at: index) == Glyph.openTag else { return false }
        index += 3
      }
    }
    return true
  }

  private func endsAsReport(_ range: FoldedRange) -> Bool {
    vocabulary.reportNouns.contains { text.ends(range, with: $0) }
  }

  /// The marks between entries of a navigation: > | » › →.
  private func separators(in range: FoldedRange) -> Int {
    var count = 0
    var index = range.start
    while index < range.end {
      switch text.byte(at: index) {
      case 0x3E, 0x7C: count += 1
      case 0xC2 where text.byte(at: index + 1) == 0xBB: count += 1
      case 0xE2:
        let glyph = text.glyph(at: index)
        if glyph == Glyph.angle || glyph == Glyph.arrow { count += 1 }
      default: break
      }
      index += 1
    }
    return count
  }

  private func isDate(_ range: FoldedRange) -> Bool {
    guard range.count <= 48 else { return false }
    let bare = unbracketed(range)
    let scan = DateScan(text: text)
    guard let date = scan.date(at: bare.start, limit: bare.end) else { return false }
    return scan.timeEnd(after: date.range.end, limit: bare.end) == bare.end
  }

  /// Whether the line, though without a label, carries a date with the time of day: 云溪政务 2025-03-02 11:20.
  private func isStamped(_ range: FoldedRange, isProse: Bool) -> Bool {
    guard !isProse, range.count <= 120 else { return false }
    let scan = DateScan(text: text)
    return scan.dates(in: range).contains {
      // Programs write 2025-02-21 before the source; who signs a report writes 年月日, and behind the name.
      scan.timeEnd(after: $0.range.end, limit: range.end) > $0.range.end
        || $0.range.start == range.start && $0.range.end < range.end
          && [0x2D, 0x2F].contains(text.byte(at: range.start + 4))
    }
  }

  /// Whether the line is a document's number, 云政[2025]3号, on its own or before the signer's name.
  private func isDocumentNumber(_ range: FoldedRange) -> Bool {
    guard range.count <= 90, let open = text.bytes[range.start..<range.end].firstIndex(of: 0x5B),
      open > range.start, text.byte(at: open + 5) == 0x5D, text.byte(at: open + 1) == 0x32
    else { return false }
    var index = open + 6
    while text.isDigit(at: index) { index += 1 }
    guard index > open + 6, text.glyph(at: index) == Glyph.spokenDay else { return false }
    return index + 3 == range.end || text.hasGap(before: index + 3)
  }

  private func isBracketed(_ range: FoldedRange) -> Bool {
    text.byte(at: range.start) == 0x28 && text.byte(at: range.end - 1) == 0x29
  }

  func unbracketed(_ range: FoldedRange) -> FoldedRange {
    isBracketed(range) && range.count >= 2 ? FoldedRange(range.start + 1, range.end - 1) : range
  }

  /// Whether the line announces the report: 现将有关情况报告如下:
  private func opensMatter(_ range: FoldedRange) -> Bool {
    guard text.byte(at: range.end - 1) == 0x3A else { return false }
    return vocabulary.leads.contains { matches.contains($0.id, in: range) }
  }

  /// Whether the line is an address of the web.
  private func isAddress(_ range: FoldedRange) -> Bool {
    let isASCII = text.bytes[range.start..<range.end].allSatisfy { $0 < 0x80 }
    return isASCII && text.contains(byte: 0x2F, in: range) && text.contains(byte: 0x2E, in: range)
  }
}
