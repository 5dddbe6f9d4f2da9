import Glibc

/// glibc's iconv as a conversion of whole byte arrays to UTF-8; its handle never leaves this file.
@safe struct CharsetConverter: ~Copyable {
  private let handle: iconv_t

  /// A converter, or nil when the system has none for the encoding.
  init?(from encoding: TextEncoding) {
    guard let handle = unsafe iconv_open("UTF-8", encoding.rawValue), unsafe handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    unsafe self.handle = handle
  }

  deinit {
    _ = unsafe iconv_close(handle)
  }

  /// How far a conversion got.
  struct Outcome {
    /// Valid UTF-8 for the bytes before `end`.
    var utf8: [UInt8]
    /// The offset of the first byte that was not converted.
    var end: Int
    var stop: Stop

    enum Stop {
      case complete
      case impossibleBytes
      /// The input ends inside a character.
      case incompleteCharacter
    }
  }

  /// Converts the bytes from `start` on, up to the first that are none of the encoding's.
  func convert(_ bytes: [UInt8], from start: Int) -> Outcome {
    // Two bytes of GBK or UTF-16 become at most three of UTF-8, and nothing grows more.
    var capacity = (bytes.count - start) / 2 * 3 + 16
    while true {
      if let outcome = attempt(bytes, from: start, capacity: capacity) { return outcome }
      capacity *= 2
    }
  }

  /// One conversion into a buffer of `capacity` bytes; nil when it was too small.
  private func attempt(_ bytes: [UInt8], from start: Int, capacity: Int) -> Outcome? {
    var end = start
    var stop = Outcome.Stop.complete
    var isTooSmall = false
    let utf8 = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, written in
      unsafe bytes.withUnsafeBytes { input in
        guard let inputBase = input.baseAddress, let outputBase = output.baseAddress else { return }
        var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
          mutating: inputBase.assumingMemoryBound(to: CChar.self) + start)
        var sourceLeft = input.count - start
        var target: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(outputBase)
          .assumingMemoryBound(to: CChar.self)
        var targetLeft = capacity
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        if unsafe iconv(handle, &source, &sourceLeft, &target, &targetLeft) == Int(bitPattern: UInt.max) {
          switch errno {
          case E2BIG: isTooSmall = true
          case EINVAL: stop = .incompleteCharacter
          case _: stop = .impossibleBytes
          }
        }
        end = input.count - sourceLeft
        written = capacity - targetLeft
      }
    }
    return isTooSmall ? nil : Outcome(utf8: utf8, end: end, stop: stop)
  }
}
