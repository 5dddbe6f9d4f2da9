import SourceText

/// Slips of the pen: a number that becomes right when one digit is written anew or two change places.
extension FigureRelations {
  /// Whether a rate, its part or its base is one slip away from agreeing with the other two.
  ///
  /// Where the text ties figures loosely, a slip is what tells a wrong number from a number of something else.
  /// Percentages of two digits are near to each other too often to tell anything, unless both change places.
  func isSlip(_ part: Figure, _ base: Figure, _ rate: Figure) -> Bool {
    guard let percentage = ExactNumber.percentage(of: part.value, whole: base.value, decimals: rate.decimals) else {
      return false
    }
    let stated = rate.value.written(decimals: rate.decimals)
    if rate.decimals == 0 { return Self.areSwapped(percentage.rounded.written(decimals: 0), stated) }
    if Self.isSlip(percentage.rounded.written(decimals: rate.decimals), stated)
      || Self.isSlip(percentage.truncated.written(decimals: rate.decimals), stated)
    {
      return true
    }
    guard part.zeros == 0, base.zeros == 0, let whole = base.value.integer,
      let below = Self.numerator(rate.value, of: whole)
    else { return false }
    return [below, below + 1].contains { number in
      compare(ExactNumber(units: number, scale: 0), base.value, rate) != nil
        && Self.isSlip("\(number)", part.value.description)
    }
  }

  /// Whether two numbers of as many digits differ in one of them, or in the order of two.
  static func isSlip(_ first: String, _ second: String) -> Bool {
    let (one, other) = (Array(first.utf8), Array(second.utf8))
    guard one.count == other.count, one.count > 1 else { return false }
    return one.indices.count { one[$0] != other[$0] } == 1 || areSwapped(first, second)
  }

  /// Whether two numbers have the same digits, two of them in other places.
  static func areSwapped(_ first: String, _ second: String) -> Bool {
    let (one, other) = (Array(first.utf8), Array(second.utf8))
    guard one.count == other.count else { return false }
    let places = one.indices.filter { one[$0] != other[$0] }
    guard places.count == 2, let place = places.first, let last = places.last else { return false }
    return one[place] == other[last] && one[last] == other[place]
  }
}
