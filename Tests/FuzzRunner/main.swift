import CLibFuzzer
import Fuzzing
import Glibc

/// The target that `scripts/fuzz` names.
nonisolated(unsafe) private var target = FuzzTarget.text

guard let name = unsafe getenv("FAZHI_FUZZ_TARGET"), let named = unsafe FuzzTarget(rawValue: String(cString: name))
else {
  fatalError("FAZHI_FUZZ_TARGET names one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
}
unsafe target = named

var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
exit(
  unsafe LLVMFuzzerRunDriver(&count, &words) { data, count in
    unsafe target.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  })
