/// A zip file as tests need it: entries as they are given, with right checksums, stored unless they were packed beforehand.
package struct ZipFile {
  package var entries: [Entry] = []

  /// One file in the archive.
  package struct Entry {
    /// Any bytes: paths that climb, names with NULs.
    package var name: [UInt8]
    /// What lies in the archive.
    package var bytes: [UInt8]
    /// Bytes after inflation.
    package var size: Int
    package var checksum: Int
    package var isDeflated = false
    package var isEncrypted = false
    /// The mode that Unix gives a file, for links.
    package var mode = 0o100644
    /// The position of the entry whose bytes this one shares; nil when it has its own.
    package var shares: Int?

    /// A stored entry.
    package init(_ name: some Collection<UInt8>, _ bytes: [UInt8]) {
      self.name = Array(name)
      self.bytes = bytes
      size = bytes.count
      var sum = ZipChecksum()
      sum.add(bytes)
      checksum = sum.value
    }

    /// An entry that was packed.
    package init(_ name: some Collection<UInt8>, _ packed: Deflated) {
      self.name = Array(name)
      bytes = packed.bytes
      size = packed.size
      checksum = packed.checksum
      isDeflated = true
    }
  }

  package init(_ entries: [(String, String)]) {
    self.init(entries.map { ($0.0, Array($0.1.utf8)) })
  }

  package init(_ entries: [(String, [UInt8])]) {
    self.entries = entries.map { Entry($0.0.utf8, $0.1) }
  }

  package init(entries: [Entry]) {
    self.entries = entries
  }

  package var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    var offsets: [Int] = []
    for entry in entries {
      let offset = entry.shares.map { offsets[$0] } ?? file.count
      offsets.append(offset)
      // Bit 11 says that the name is UTF-8.
      let flags = Self.little((entry.isEncrypted ? 1 : 0) | (entry.name.contains { $0 >= 0x80 } ? 0x800 : 0), 2)
      let facts =
        flags + Self.little(entry.isDeflated ? 8 : 0, 2) + [0, 0, 0, 0] + Self.little(entry.checksum, 4)
        + Self.little(entry.bytes.count, 4) + Self.little(entry.size, 4) + Self.little(entry.name.count, 2)
        + Self.little(0, 2)
      if entry.shares == nil { file += [0x50, 0x4B, 3, 4, 20, 0] + facts + entry.name + entry.bytes }
      directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + facts + [UInt8](repeating: 0, count: 6)
      directory += Self.little(entry.mode << 16, 4) + Self.little(offset, 4) + entry.name
    }
    let count = Self.little(entries.count, 2)
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.little(directory.count, 4)
      + Self.little(file.count, 4) + [0, 0]
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// CRC-32, as zip files have it.
struct ZipChecksum {
  private var sum: UInt32 = .max

  var value: Int { Int(~sum) }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { sum = sum >> 8 ^ Self.table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var sum = UInt32(index)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    return sum
  }
}
