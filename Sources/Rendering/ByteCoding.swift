/// Writes numbers and texts so that `ByteReader` reads them back; small numbers take one byte.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// A number that is not negative.
  public mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  public mutating func write(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

  public mutating func write(_ data: some Collection<UInt8>) {
    write(data.count)
    bytes.append(contentsOf: data)
  }

  public mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Something that may be missing.
  public mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  public mutating func write<Values: Collection>(
    all values: Values, _ body: (inout ByteWriter, Values.Element) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}

/// Reads what a `ByteWriter` wrote. Whatever the bytes are, it ends: what is not there is nil, and everything after it too.
public struct ByteReader {
  private let bytes: [UInt8]
  private var index: Int
  /// Whether something could not be read.
  public private(set) var hasFailed = false

  public init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    index = min(start, bytes.count)
  }

  /// Whether all of it was read, and nothing failed.
  public var isAtEnd: Bool { !hasFailed && index == bytes.count }

  private mutating func fail<Value>() -> Value? {
    hasFailed = true
    return nil
  }

  public mutating func int() -> Int? {
    var (value, shift) = (UInt(0), 0)
    while !hasFailed, index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << UInt(shift)
      if byte & 0x80 == 0 { return Int(bitPattern: value) }
      shift += 7
    }
    return fail()
  }

  /// The length of something that the rest has room for, a byte for each of its elements.
  private mutating func count() -> Int? {
    guard let count = int() else { return nil }
    return count >= 0 && count <= bytes.count - index ? count : fail()
  }

  public mutating func bool() -> Bool? { int().map { $0 != 0 } }

  public mutating func data() -> [UInt8]? {
    guard let count = count() else { return nil }
    defer { index += count }
    return Array(bytes[index..<(index + count)])
  }

  public mutating func string() -> String? { data().map { String(decoding: $0, as: UTF8.self) } }

  /// Something that may be missing.
  public mutating func optional<Value>(_ body: (inout ByteReader) -> Value?) -> Value? {
    bool() == true ? body(&self) : nil
  }

  public mutating func array<Value>(_ body: (inout ByteReader) -> Value?) -> [Value] {
    guard let count = count() else { return [] }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = body(&self) else {
        hasFailed = true
        return values
      }
      values.append(value)
    }
    return values
  }
}
