import ArgumentParser
import Foundation
import SampleReports

/// Writes many different reports for measuring.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes COUNT reports of about 25 KB, 500 to a subfolder, the same on every machine.")

  @Argument(help: "How many.")
  var count: Int

  @Argument(help: "The folder to write to; one that holds them already is left as it is.")
  var folder: String

  @Flag(help: "Documents of mixed quality, format and encoding instead, of about 8 KB, some unreadable.")
  var mixed = false

  func run() throws {
    if mixed { try Self.writeMixed(count, to: folder) } else { try Self.write(count, to: folder) }
  }

  private static func writeMixed(_ count: Int, to folder: String) throws {
    let documents = MixedDocuments()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      let (name, bytes) = documents.document(number)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
  }

  /// Writes the reports unless the folder says that it holds them already.
  static func write(_ count: Int, to folder: String) throws {
    let done = "\(folder)/.complete"
    if FileManager.default.fileExists(atPath: done) { return }
    let reports = GeneratedReports()
    for number in 0..<count {
      let subfolder = "\(folder)/\(padded(number / 500, 4))"
      if number % 500 == 0 {
        try FileManager.default.createDirectory(atPath: subfolder, withIntermediateDirectories: true)
      }
      let file = URL(fileURLWithPath: "\(subfolder)/\(padded(number, 6)).txt")
      try Data(reports.bytes(of: number)).write(to: file)
    }
    try Data().write(to: URL(fileURLWithPath: done))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
