extension RandomAccessCollection {
  /// The first index whose element and all behind it pass a test, in a collection in which none before it does.
  ///
  /// A binary search; `endIndex` when no element passes.
  @inlinable @inline(__always)
  public func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
