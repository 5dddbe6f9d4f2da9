import ArgumentParser
import CGNU
import Documents
import Foundation

/// Reads documents as `fazhi-audit` does before it judges them, and says what that took.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Reads FILES twice and prints the seconds of processor time of the second pass, programs that it starts included."
  )

  @Argument(help: "The documents.")
  var files: [String]

  @Option(help: "How often the second pass is made.")
  var rounds = 1

  func run() throws {
    // As `fazhi-audit check` does.
    keep_freed_memory(16 << 20)
    try pass()
    let start = Self.processorTime
    for _ in 0..<rounds { try pass() }
    print(String(format: "%.6f", (Self.processorTime - start) / Double(max(rounds, 1))))
  }

  private func pass() throws {
    for file in files {
      guard let bytes = Self.bytes(of: file) else { throw ValidationError("\(file) can't be read") }
      do {
        _ = try decodeDocument(bytes, name: file)
      } catch {
        throw ValidationError("\(file): \(error.message)")
      }
    }
  }

  /// Reads a file into an array at once, as `fazhi-audit` does, without the detour over Foundation.
  private static func bytes(of file: String) -> [UInt8]? {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return nil }
    let size = Int(info.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(unsafe read(descriptor, buffer.baseAddress, size), 0)
    }
    return bytes.count == size ? bytes : nil
  }

  private static var processorTime: Double {
    [__rusage_who_t(RUSAGE_SELF.rawValue), __rusage_who_t(RUSAGE_CHILDREN.rawValue)].reduce(0.0) { sum, who in
      var usage = rusage()
      _ = unsafe getrusage(who, &usage)
      return sum + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
  }
}
