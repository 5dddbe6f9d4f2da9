import CLibPCRE2
import SourceText
import Synchronization

/// An expression as PCRE2 holds it; the only type, with `MatchScratch`, that knows PCRE2.
///
/// The code is written when the expression is compiled and once more, under a lock, when the first search translates it
/// for the machine; afterwards it is only read, so threads can share it.
@safe final class CompiledPattern: @unchecked Sendable {
  private let code: OpaquePointer
  let groups: [Group]
  private let isTranslated = Atomic(false)
  private let translation = Mutex(())

  /// A named group.
  struct Group {
    var name: String
    var number: Int
  }

  /// Why PCRE2 refused an expression.
  struct Failure: Error {
    var message: Wording
    /// Offset in the expression as PCRE2 got it.
    var offset: Int
  }

  /// Compiles an expression in folded spelling.
  ///
  /// - Parameter isAnchored: whether it is to match only where it is asked for, for `matches(…, beginningWith:)`.
  init(_ expression: [UInt8], isAnchored: Bool = false) throws(Failure) {
    if expression.isEmpty {
      throw Failure(message: Wording(zh: "正则表达式为空", en: "the regular expression is empty"), offset: 0)
    }
    if expression.count > 65_536 {
      throw Failure(
        message: Wording(
          zh: "正则表达式过长（折算后超过 65536 字节）", en: "the regular expression is too long (more than 65,536 bytes)"),
        offset: 0)
    }
    var errorCode: Int32 = 0
    var errorOffset = 0
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C | PCRE2_MULTILINE
      | (isAnchored ? PCRE2_ANCHORED : 0)
    let compiled = unsafe expression.withUnsafeBufferPointer { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw Failure(message: compilationWording(of: errorCode), offset: errorOffset)
    }
    var captures: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    if captures >= MatchScratch.pairCount {
      unsafe pcre2_code_free_8(compiled)
      let most = MatchScratch.pairCount - 1
      throw Failure(
        message: Wording(zh: "捕获组过多（最多 \(most) 个）", en: "too many groups (at most \(most))"), offset: 0)
    }
    unsafe code = compiled
    unsafe groups = Self.namedGroups(of: compiled)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  private static func namedGroups(of code: OpaquePointer) -> [Group] {
    var count: UInt32 = 0
    var width: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &width)
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard count > 0, let table = unsafe table else { return [] }
    // An entry is the number in two bytes, then the name and a NUL.
    let entries = unsafe UnsafeBufferPointer(start: table, count: Int(count) * Int(width))
    return (0..<Int(count)).map { index in
      let entry = unsafe entries[(index * Int(width))..<((index + 1) * Int(width))]
      let number = unsafe Int(entry[entry.startIndex]) << 8 | Int(entry[entry.startIndex + 1])
      let name = unsafe entry.dropFirst(2).prefix { $0 != 0 }
      return Group(name: unsafe String(decoding: name, as: UTF8.self), number: number)
    }
  }

  /// Translates the code for the machine, once; where that is not possible PCRE2 interprets it.
  private func translate() {
    if isTranslated.load(ordering: .acquiring) { return }
    translation.withLock { _ in
      if isTranslated.load(ordering: .relaxed) { return }
      _ = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
      isTranslated.store(true, ordering: .releasing)
    }
  }

  /// The matches inside `range`, ascending, not overlapping, `most` at most.
  func matches(in bytes: [UInt8], range: FoldedRange, atMost most: Int) throws(PatternLimit) -> [PatternMatch] {
    var start = max(0, range.start)
    var end = min(range.end, bytes.count)
    if start > end { return [] }
    // PCRE2 trusts us that no character is cut in two.
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    translate()
    guard let scratch = MatchScratch.ofThisThread else { throw limit(for: PCRE2_ERROR_NOMEMORY) }
    scratch.limitSteps(forLength: end - start)
    var found: [PatternMatch] = []
    var failure: Int32?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var offset = start
      var options = PCRE2_NO_UTF_CHECK
      while found.count < most, offset <= end {
        let result = unsafe pcre2_match_8(code, base, end, offset, options, scratch.data, scratch.context)
        if result < 0 {
          if result != PCRE2_ERROR_NOMATCH { failure = result }
          return
        }
        let match = scratch.match(count: Int(result), groups: groups)
        found.append(match)
        // After an empty match the next one may start at the same place, if it is not empty.
        let isEmpty = match.range.isEmpty
        offset = max(offset, match.range.end)
        options = isEmpty ? PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY_ATSTART : PCRE2_NO_UTF_CHECK
      }
    }
    if let failure { throw limit(for: failure) }
    return found
  }

  /// The same for an expression that was compiled as anchored and whose matches all begin with one of `leading`.
  func matches(
    in bytes: [UInt8], range: FoldedRange, atMost most: Int, beginningWith leading: LeadingCharacters
  ) throws(PatternLimit) -> [PatternMatch] {
    let start = max(0, range.start)
    var end = min(range.end, bytes.count)
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard var place = leading.first(in: bytes.span, from: start, to: end) else { return [] }
    translate()
    guard let scratch = MatchScratch.ofThisThread else { throw limit(for: PCRE2_ERROR_NOMEMORY) }
    scratch.limitSteps(forLength: end - start)
    var found: [PatternMatch] = []
    var failure: Int32?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      while true {
        let result = unsafe pcre2_match_8(
          code, base, end, place, PCRE2_NO_UTF_CHECK, scratch.data, scratch.context)
        var next = place + 1
        if result >= 0 {
          let match = scratch.match(count: Int(result), groups: groups)
          found.append(match)
          next = max(next, match.range.end)
        } else if result != PCRE2_ERROR_NOMATCH {
          failure = result
          return
        }
        guard found.count < most, let other = leading.first(in: bytes.span, from: next, to: end) else { return }
        place = other
      }
    }
    if let failure { throw limit(for: failure) }
    return found
  }
}
