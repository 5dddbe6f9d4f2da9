import SourceText

/// The source of a page with one byte for each stretch of text, of a script, or of an attribute that nobody asks for.
///
/// The page is taken apart in the same way, while libxml2, whose parser for HTML looks at every single character in turn, has a fifth of
/// them to look at. Places lead back, and nothing is lost: the text is taken from the source itself.
struct CompactSource {
  /// What the parser reads.
  let bytes: [UInt8]
  /// The places in `bytes` that stand for stretches, ascending.
  private let marks: [UInt32]
  /// Where in the source the byte behind each stretch stands, less where it stands in `bytes`.
  private let shifts: [UInt32]

  /// DEL, which neither begins a name nor ends anything; where a page has it, it belongs to a stretch. A stretch of blanks has its first.
  static let mark: UInt8 = 0x7F

  /// Nil when a tag has more attributes than can be borne.
  init?(_ source: [UInt8]) {
    var isTagTooLong = false
    var found: (marks: [UInt32], shifts: [UInt32]) = ([], [])
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: source.count) { output, count in
      guard let output = output.baseAddress else { return }
      unsafe source.withUnsafeBufferPointer { source in
        var compactor = unsafe PageCompactor(source, output: output)
        compactor.run()
        isTagTooLong = compactor.isTagTooLong
        found = (compactor.marks, compactor.shifts)
        count = compactor.count
      }
    }
    (marks, shifts) = found
    if isTagTooLong { return nil }
  }

  /// How many stretches stand before an offset of `bytes`, searched from a guess that is nearly right.
  func stretches(before offset: Int, from guess: Int) -> Int {
    var count = min(guess, marks.count)
    while count < marks.count, marks[count] < offset { count += 1 }
    while count > 0, marks[count - 1] >= offset { count -= 1 }
    return count
  }

  /// The offset in the source for one of `bytes`, before which so many stretches stand.
  func source(of offset: Int, behind stretches: Int) -> Int {
    stretches == 0 ? offset : offset + Int(shifts[stretches - 1])
  }

  /// Where in the source a stretch lies.
  func stretch(_ number: Int) -> TextRange {
    let place = Int(marks[number])
    return TextRange(source(of: place, behind: number), source(of: place + 1, behind: number + 1))
  }
}
