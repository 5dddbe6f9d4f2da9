import ArgumentParser
import Foundation
import SampleReports

/// Writes the sample files that the project shows in `reports/annual`.
struct Samples: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes the sample reports into a folder.")

  @Argument(help: "The folder, reports/annual as a rule.")
  var folder = "reports/annual"

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for sample in PublishedSamples.all {
      try Data(sample.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(sample.fileName)"))
      print("\(folder)/\(sample.fileName)")
    }
  }
}
