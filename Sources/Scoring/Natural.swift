/// A natural number of any size, with just the arithmetic that comparing two fractions takes.
///
/// A total score has the product of all categories' weights as its denominator, which 128 bits need not hold. Limbs are
/// least significant first, without leading zeros.
struct Natural: Sendable {
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = value == 0 ? [] : [value]
  }

  static func * (left: Natural, factor: UInt64) -> Natural {
    var product = left
    if factor == 0 { return Natural(0) }
    var carry: UInt64 = 0
    for index in product.limbs.indices {
      let (high, low) = product.limbs[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      product.limbs[index] = sum
      carry = high + (overflow ? 1 : 0)
    }
    if carry > 0 { product.limbs.append(carry) }
    return product
  }

  static func += (left: inout Natural, right: Natural) {
    var carry = false
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      if index == left.limbs.count { left.limbs.append(0) }
      let addend = index < right.limbs.count ? right.limbs[index] : 0
      let (sum, first) = left.limbs[index].addingReportingOverflow(addend)
      let (total, second) = sum.addingReportingOverflow(carry ? 1 : 0)
      left.limbs[index] = total
      carry = first || second
    }
    if carry { left.limbs.append(1) }
  }

  static func <= (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return true
  }
}
