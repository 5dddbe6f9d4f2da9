/// Bytes that come one piece after the other: an entry of a zip file, what another program writes.
protocol ByteStream: AnyObject {
  /// For messages.
  var name: [UInt8] { get }
  /// Reads the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int
}
