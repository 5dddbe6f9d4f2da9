import CLibPCRE2
import Glibc
import SourceText

/// What a thread needs while it searches: room for the groups, a stack and the limits.
///
/// Each thread makes one at its first search and keeps it, so that searches need neither locks nor memory.
@safe final class MatchScratch {
  let data: OpaquePointer
  let context: OpaquePointer
  private let stack: OpaquePointer

  /// Room for the match itself and for this many groups less one.
  static let pairCount: UInt32 = 128
  /// Enough for ten thousand rounds of a repeated group; endless recursions take the square of it to be stopped.
  private static let stackSize = 256 * 1024

  private init?() {
    guard let data = unsafe pcre2_match_data_create_8(Self.pairCount, nil) else { return nil }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      return nil
    }
    guard let stack = unsafe pcre2_jit_stack_create_8(32 * 1024, Self.stackSize, nil) else {
      unsafe pcre2_match_context_free_8(context)
      unsafe pcre2_match_data_free_8(data)
      return nil
    }
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    // These two bound PCRE2's interpreter, which steps in where no machine code may be made.
    _ = unsafe pcre2_set_heap_limit_8(context, 20 * 1024)
    _ = unsafe pcre2_set_depth_limit_8(context, 100_000)
    unsafe self.data = data
    unsafe self.context = context
    unsafe self.stack = stack
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Sets how many steps an attempt may take.
  ///
  /// PCRE2 counts anew at each place where a match could start, so long texts get less at each place: a search stays
  /// within a few seconds whatever the expression.
  func limitSteps(forLength length: Int) {
    let steps = min(1_000_000, max(20_000, 2_000_000_000 / max(1, length)))
    _ = unsafe pcre2_set_match_limit_8(context, UInt32(steps))
  }

  /// The match that was just found, of which `count` pairs are set.
  func match(count: Int, groups: [CompiledPattern.Group]) -> PatternMatch {
    let pairs = unsafe UnsafeBufferPointer(
      start: pcre2_get_ovector_pointer_8(data), count: 2 * Int(Self.pairCount))
    // \K can set the start behind the end.
    let end = unsafe pairs[1]
    var match = PatternMatch(range: FoldedRange(unsafe min(pairs[0], end), end), groups: [:])
    for group in groups where group.number < count {
      let start = unsafe pairs[2 * group.number]
      // PCRE2_UNSET is the largest of its unsigned numbers.
      if start == Int(bitPattern: UInt.max) { continue }
      match.groups[group.name] = FoldedRange(start, unsafe pairs[2 * group.number + 1])
    }
    return match
  }

  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    let status = unsafe pthread_key_create(&key) { pointer in
      if let pointer = unsafe pointer { unsafe Unmanaged<MatchScratch>.fromOpaque(pointer).release() }
    }
    return status == 0 ? key : nil
  }()

  /// This thread's scratch, or nil when there is no memory for one.
  static var ofThisThread: MatchScratch? {
    guard let key else { return nil }
    if let pointer = unsafe pthread_getspecific(key) {
      return unsafe Unmanaged<MatchScratch>.fromOpaque(pointer).takeUnretainedValue()
    }
    guard let scratch = MatchScratch() else { return nil }
    let pointer = unsafe Unmanaged.passRetained(scratch).toOpaque()
    if unsafe pthread_setspecific(key, pointer) != 0 {
      unsafe Unmanaged<MatchScratch>.fromOpaque(pointer).release()
      return nil
    }
    return scratch
  }
}
