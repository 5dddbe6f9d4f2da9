import CLibCrypto

/// SHA-256 of several pieces, each told apart from the next.
///
/// A cryptographic one, since the documents come from anybody: nobody must be able to write a report that is taken for another.
struct ContentHash: Hashable, Sendable {
  /// 32 bytes.
  let bytes: [UInt8]

  /// Of all bytes from a place on.
  init(_ bytes: [UInt8], from start: Int = 0) {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe bytes.withUnsafeBufferPointer { data in
      _ = unsafe digest.withUnsafeMutableBufferPointer {
        unsafe SHA256(data.baseAddress.map { unsafe $0 + start }, data.count - start, $0.baseAddress)
      }
    }
    self.bytes = digest
  }

  /// 64 digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }
}
