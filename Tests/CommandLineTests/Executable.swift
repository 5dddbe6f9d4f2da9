import Foundation

/// The executable that was built beside the tests, run as a user runs it.
struct Executable {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let reports = package.appendingPathComponent("reports/annual").path
  static let rules = package.appendingPathComponent("rules").path

  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program in a folder of its own.
  static func run(
    _ arguments: [String], in scratch: Scratch, input: String? = nil, output: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = try url()
    process.arguments = arguments
    process.currentDirectoryURL = scratch.url
    process.environment = surroundings.merging(environment) { $1 }
    let id = UUID().uuidString
    let files = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: scratch.url, create: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (out, err) = (files.appendingPathComponent("out-\(id)"), files.appendingPathComponent("err-\(id)"))
    let stdin = files.appendingPathComponent("in-\(id)")
    try Data((input ?? "").utf8).write(to: stdin)
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Starts the program and lets it run; what it says on standard error is in a file.
  static func start(_ arguments: [String], in scratch: Scratch) throws -> (process: Process, errors: URL) {
    let process = Process()
    process.executableURL = try url()
    process.arguments = arguments
    process.currentDirectoryURL = scratch.url
    process.environment = surroundings
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("fazhi-err-\(UUID().uuidString)")
    try Data().write(to: errors)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, errors)
  }

  /// The tests' own, but without a cache: each run is to do its work, and nothing is to be left in the user's folders.
  private static var surroundings: [String: String] {
    ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": "/dev/null/none"]) { $1 }
  }

  static func url() throws -> URL {
    var folder = URL(fileURLWithPath: Swift.CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("fazhi-audit")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
