import Foundation
import Testing

@testable import CommandLine

@Suite("A run that is interrupted")
struct InterruptionTests {
  @Test("leaves the old output or the new one, and nothing half written", arguments: [SIGINT, SIGTERM, SIGKILL])
  func killed(by signal: Int32) throws {
    let scratch = try Scratch()
    let report = try String(contentsOfFile: Executable.reports + "/云溪县-2024.txt", encoding: .utf8)
    for index in 0..<24 { try scratch.write("docs/\(index).txt", report + "\n第\(index)份。\n") }
    let arguments = [
      "check", "docs", "--rules", Executable.rules, "--jobs", "2", "--format", "json=out.json", "--format",
      "html=out.html",
    ]
    let started = ContinuousClock.now
    #expect(try Executable.run(arguments, in: scratch).status >= 0)
    let whole = ContinuousClock.now - started
    let new = ["out.json", "out.html"].map { try? scratch.read($0) }
    for name in ["out.json", "out.html"] { try scratch.write(name, "old") }
    var random = SystemRandomNumberGenerator()
    // Seven moments for each of the three signals.
    for _ in 0..<7 {
      let (process, errors) = try Executable.start(arguments, in: scratch)
      defer { try? FileManager.default.removeItem(at: errors) }
      usleep(useconds_t(Double.random(in: 0..<1, using: &random) * whole.seconds * 1.1 * 1e6))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      for (name, new) in zip(["out.json", "out.html"], new) {
        let found = try scratch.read(name)
        #expect(found == "old" || found == new)
        if found != "old" { try scratch.write(name, "old") }
      }
      let left = try scratch.names.filter { !["docs", "out.json", "out.html"].contains($0) }
      if signal == SIGKILL {
        #expect(left.allSatisfy { $0.hasPrefix(".") && $0.hasSuffix(".tmp") })
        for name in left { try FileManager.default.removeItem(at: scratch.url.appendingPathComponent(name)) }
      } else {
        #expect(left.isEmpty)
        #expect(process.terminationReason == .exit || process.terminationStatus == signal)
      }
    }
  }

  @Test("tells how long a run will take once it can be told")
  func remaining() {
    #expect(Progress.words(done: 3, of: 10, after: .milliseconds(200)) == "正在核查 ██████░░░░░░░░░░░░░░ 3/10")
    #expect(Progress.words(done: 50, of: 100, after: .seconds(12)) == "正在核查 ██████████░░░░░░░░░░ 50/100，约剩 12 秒")
    #expect(Progress.words(done: 10, of: 100, after: .seconds(10)) == "正在核查 ██░░░░░░░░░░░░░░░░░░ 10/100，约剩 1 分 30 秒")
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
