/// A zip file as tests need it: entries as they are given, stored without compression, with right checksums.
struct ZipFile {
  var entries: [(name: String, bytes: [UInt8])] = []

  init(_ entries: [(String, String)]) {
    self.entries = entries.map { ($0.0, Array($0.1.utf8)) }
  }

  init(_ entries: [(String, [UInt8])]) {
    self.entries = entries.map { (name: $0.0, bytes: $0.1) }
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      let offset = file.count
      let facts =
        [UInt8](repeating: 0, count: 8) + Self.little(Self.checksum(bytes), 4) + Self.little(bytes.count, 4)
        + Self.little(bytes.count, 4) + Self.little(name.utf8.count, 2) + Self.little(0, 2)
      file += [0x50, 0x4B, 3, 4, 20, 0] + facts + Array(name.utf8) + bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      directory += Self.little(offset, 4) + Array(name.utf8)
    }
    let count = Self.little(entries.count, 2)
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.little(directory.count, 4)
      + Self.little(file.count, 4) + [0, 0]
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
