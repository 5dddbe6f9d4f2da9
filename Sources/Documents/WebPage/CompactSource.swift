import SourceText

/// The source of a page with each stretch of characters beyond ASCII as one byte.
///
/// The marks of HTML are ASCII, so the page is taken apart in the same way, while libxml2, whose parser for HTML looks at every single
/// character in turn, has a third of them to look at on a Chinese page. Places lead back, and nothing is lost: the text is taken from the
/// source itself.
struct CompactSource {
  /// What the parser reads.
  let bytes: [UInt8]
  /// The places in `bytes` that stand for stretches, ascending.
  private let marks: [UInt32]
  /// Where in the source the byte behind each stretch stands, less where it stands in `bytes`.
  private let shifts: [UInt32]

  /// DEL, which neither begins a name nor ends anything; where a page has it, it is a stretch of its own.
  static let mark: UInt8 = 0x7F

  init(_ source: [UInt8]) {
    var marks: [UInt32] = []
    var shifts: [UInt32] = []
    marks.reserveCapacity(source.count / 32)
    shifts.reserveCapacity(source.count / 32)
    let span = source.span
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: source.count) { buffer, filled in
      var from = 0
      var to = 0
      while from < span.count {
        let byte = span[from]
        if byte < Self.mark {
          unsafe buffer[to] = byte
          to &+= 1
          from &+= 1
          continue
        }
        var end = from &+ 1
        if byte > Self.mark {
          while end < span.count, span[end] > Self.mark { end &+= 1 }
        }
        unsafe buffer[to] = Self.mark
        marks.append(UInt32(truncatingIfNeeded: to))
        to &+= 1
        from = end
        shifts.append(UInt32(truncatingIfNeeded: from &- to))
      }
      filled = to
    }
    self.marks = marks
    self.shifts = shifts
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
