import Fuzzing
import Glibc

/// The target that `scripts/fuzz` names.
private let target: FuzzTarget = {
  let name = unsafe getenv("FAZHI_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("FAZHI_FUZZ_TARGET names one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
  }
  return target
}()

@_silgen_name("__lsan_disable")
private func pauseLeakSearch()

@_silgen_name("__lsan_enable")
private func resumeLeakSearch()

/// What libFuzzer calls before all inputs.
///
/// The rules are loaded here: they stay for good, and the search for leaks does not see that they do, since Swift keeps the case
/// of an enumeration in spare bits of the pointer to what is in it.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  pauseLeakSearch()
  target.prepare()
  resumeLeakSearch()
  return 0
}

/// What libFuzzer, whose `main` this program has, calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe target.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
