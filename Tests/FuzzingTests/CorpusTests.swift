import Foundation
import Fuzzing
import Testing

@Suite("What fuzzing has found")
struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing/Corpus")

  private static func inputs(_ target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: corpus.appending(path: target.rawValue), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test("is read or refused, soon", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    #expect(!inputs.isEmpty, "every target has a corpus, of seeds at least")
    for input in inputs {
      let bytes = [UInt8](try Data(contentsOf: input))
      let time = ContinuousClock().measure { target.run(bytes) }
      #expect(time < .seconds(60), "\(input.lastPathComponent) takes \(time)")
    }
  }
}
