#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names in a folder, hidden ones left out, in the order of their bytes; all in one buffer, since a folder may hold very many.
struct Folder {
  private var names: [UInt8] = []
  private var entries: [Entry] = []

  private struct Entry {
    var start: UInt32
    var count: UInt16
    var kind: UInt8
  }

  /// Lists a folder.
  init(_ path: FilePath) throws(SystemTrouble) {
    var names: [UInt8] = []
    guard let stream = unsafe opendir(path.terminated) else { throw .last }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let start = names.count
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe names.append(contentsOf: name.prefix { $0 != 0 })
      }
      if names.count == start || names[start] == 0x2E {
        names.removeSubrange(start...)
        continue
      }
      let kind = unsafe entry.pointee.d_type
      entries.append(Entry(start: UInt32(clamping: start), count: UInt16(clamping: names.count - start), kind: kind))
    }
    self.names = names
    let sorted = names
    entries.sort { left, right in
      sorted[Int(left.start)..<Int(left.start) + Int(left.count)].lexicographicallyPrecedes(
        sorted[Int(right.start)..<Int(right.start) + Int(right.count)])
    }
  }

  var count: Int { entries.count }

  func name(at index: Int) -> ArraySlice<UInt8> {
    let start = Int(entries[index].start)
    return names[start..<start + Int(entries[index].count)]
  }

  /// What the folder itself says an entry is, or nil when that takes a look at the entry.
  func kind(at index: Int) -> FileFacts.Kind? {
    switch Int32(entries[index].kind) {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK), Int32(DT_UNKNOWN): nil
    default: .other
    }
  }
}
