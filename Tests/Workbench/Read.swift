import ArgumentParser
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
    try pass()
    let start = Self.processorTime
    for _ in 0..<rounds { try pass() }
    print(String(format: "%.6f", (Self.processorTime - start) / Double(max(rounds, 1))))
  }

  private func pass() throws {
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      do {
        _ = try decodeDocument(bytes, name: file)
      } catch {
        throw ValidationError("\(file): \(error.message)")
      }
    }
  }

  private static var processorTime: Double {
    [__rusage_who_t(RUSAGE_SELF.rawValue), __rusage_who_t(RUSAGE_CHILDREN.rawValue)].reduce(0.0) { sum, who in
      var usage = rusage()
      _ = unsafe getrusage(who, &usage)
      return sum + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
  }
}
