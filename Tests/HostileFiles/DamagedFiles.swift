/// A sound file damaged in many ways, the same in each run: flipped bits, bytes of chance, stretches lost or doubled, ends cut off.
package struct DamagedFiles: Sequence {
  package var sound: [UInt8]
  package var count: Int

  package init(of sound: [UInt8], count: Int) {
    self.sound = sound
    self.count = count
  }

  package func makeIterator() -> Iterator { Iterator(sound: sound, left: count) }

  package struct Iterator: IteratorProtocol {
    fileprivate let sound: [UInt8]
    fileprivate var left: Int
    private var state: UInt64 = 20_250_401

    fileprivate init(sound: [UInt8], left: Int) {
      self.sound = sound
      self.left = left
    }

    private mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(Swift.max(sides, 1)))
    }

    package mutating func next() -> [UInt8]? {
      if left == 0 { return nil }
      left -= 1
      var bytes = sound
      if roll(4) == 0 { return Array(bytes.prefix(roll(bytes.count))) }
      for _ in 0...roll(8) {
        // The ends of a file hold what says where the rest is.
        let place = roll(3) == 0 ? bytes.count - 1 - roll(Swift.min(400, bytes.count)) : roll(bytes.count)
        switch roll(5) {
        case 0, 1: bytes[place] ^= 1 << UInt8(roll(8))
        case 2: bytes[place] = UInt8(roll(256))
        case 3: bytes.removeSubrange(place..<Swift.min(bytes.count, place + roll(50)))
        case _: bytes.insert(contentsOf: bytes[place..<Swift.min(bytes.count, place + roll(50))], at: place)
        }
        if bytes.isEmpty { return bytes }
      }
      return bytes
    }
  }
}
