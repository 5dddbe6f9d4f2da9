/// Bytes that come one piece after the other: an entry of a zip file, what another program writes.
protocol ByteStream: AnyObject {
  /// For messages.
  var name: [UInt8] { get }
  /// Reads the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int
}

/// Bytes that are there already.
final class BytesInMemory: ByteStream {
  let name: [UInt8]
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = Array(name.utf8)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    unsafe bytes.withUnsafeBytes { source in
      unsafe buffer.copyBytes(from: source[position..<position + count])
    }
    position += count
    return count
  }
}
