/// The clause in which the reading of figures stands, looked for backwards and only where there is a figure.
struct Clause {
  /// Where the clause begins.
  var start: Int
  /// Up to where it is known which signs part clauses.
  var known: Int

  /// Finds where the clause begins in which `index` stands, which is not before `known`.
  mutating func lookBack(_ bytes: Span<UInt8>, from index: Int) {
    let floor = known
    known = index
    var end = index
    while end > floor {
      var place = end &- 1
      if end &- 8 >= floor {
        let eight = EightBytes(bytes, at: end &- 8)
        let signs = eight.ascii | eight.places(of: 0xE3)
        if signs == 0 {
          end &-= 8
          continue
        }
        place = end &- 8 &+ EightBytes.last(signs)
      }
      switch bytes[place] {
      case 0x0A, 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x7C:
        start = place &+ 1
        return
      case 0xE3 where place &+ 3 <= index && bytes[place &+ 1] == 0x80 && (0x80...0x82).contains(bytes[place &+ 2]):
        // 、 and 。
        start = place &+ 3
        return
      default:
        end = place
      }
    }
  }
}
