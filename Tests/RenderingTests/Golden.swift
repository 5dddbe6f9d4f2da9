import Foundation
import SourceText
import Testing

/// Files with the output that was once looked at and found good.
///
/// `FAZHI_RECORD_GOLDEN=1` writes them anew; a test that records fails, so that nobody takes a recording for a pass.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  static func expect(_ bytes: [UInt8], toBe name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["FAZHI_RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record(
        "recorded \(name); look at it, then run the tests again without recording", sourceLocation: sourceLocation)
      return
    }
    let expected = [UInt8](try Data(contentsOf: file))
    if bytes == expected { return }
    let (seen, wanted) = (lines(bytes), lines(expected))
    let first = zip(seen, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(seen.count, wanted.count)
    Issue.record(
      """
      \(name) differs at line \(first + 1):
      - \(first < wanted.count ? wanted[first] : "(end)")
      + \(first < seen.count ? seen[first] : "(end)")
      `make golden` records anew.
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
