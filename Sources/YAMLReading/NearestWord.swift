/// The known word that somebody most likely meant, or nil when none is near.
///
/// Near is: at most one slip in three letters (a letter wrong, missing, too many, or two swapped), or one is the beginning of the other.
/// Upper and lower case, `_` and `-` are the same here. Among equally near words the first one wins.
public func nearest(_ word: String, among known: [String]) -> String? {
  let wanted = letters(word)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (word: String, slips: Int)?
  for candidate in known {
    let other = letters(candidate)
    let bound = min(max(wanted.count, other.count) / 3, 4)
    // One letter of two, as in Chinese words, is a slip too.
    let most = min(max(bound, wanted.count >= 2 && other.count >= 2 ? 1 : 0), (best?.slips ?? .max) - 1)
    guard most >= 0, let slips = slips(wanted, other, atMost: most) else { continue }
    best = (candidate, slips)
  }
  if let best { return best.word }
  return known.first { candidate in
    let other = letters(candidate)
    return wanted.count >= 2 && other.count >= 2 && (other.starts(with: wanted) || wanted.starts(with: other))
  }
}

private func letters(_ word: String) -> [UInt32] {
  word.unicodeScalars.prefix(65).map { scalar in
    switch scalar {
    case "A"..."Z": scalar.value + 32
    case "_": 0x2D
    default: scalar.value
    }
  }
}

/// The Damerau-Levenshtein distance with adjacent swaps, or nil when it is above `most`.
private func slips(_ one: [UInt32], _ other: [UInt32], atMost most: Int) -> Int? {
  guard abs(one.count - other.count) <= most else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in 0..<one.count {
    var current = [row + 1]
    for column in 0..<other.count {
      var least = min(last[column + 1], current[column]) + 1
      least = min(least, last[column] + (one[row] == other[column] ? 0 : 1))
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    beforeLast = last
    last = current
  }
  let distance = last[other.count]
  return distance <= most ? distance : nil
}
