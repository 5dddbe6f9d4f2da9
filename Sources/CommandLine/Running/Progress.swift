/// How far a run is, on standard error; drawn only where a person watches and nothing else is written to the same screen meanwhile.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var done = 0
  private var last: ContinuousClock.Instant?
  private var isDrawn = false

  /// - Parameter writesMeanwhile: whether results go to standard output while the run goes on.
  init(total: Int, writesMeanwhile: Bool = false) {
    self.total = total
    isShown = total > 1 && Terminal.isErrorTerminal && !(writesMeanwhile && Terminal.isOutputTerminal)
  }

  /// Counts a document.
  mutating func advance() {
    done += 1
    if !isShown { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    isDrawn = true
    Terminal.complain("\r\u{1B}[K" + Progress.words(done: done, of: total, after: now - start))
  }

  /// What is told of a run that has done some of its documents in this time.
  static func words(done: Int, of total: Int, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let filled = total > 0 ? done * 20 / total : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let text = say("正在核查 \(bar) \(done)/\(total)", "auditing \(bar) \(done)/\(total)")
    // In the first moments nothing can be said.
    if seconds < 1 || done == 0 { return text }
    let rest = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
    let left =
      rest < 60
      ? say("\(rest) 秒", "\(rest) s") : say("\(rest / 60) 分 \(rest % 60) 秒", "\(rest / 60) min \(rest % 60) s")
    return text + say("，约剩 \(left)", ", about \(left) left")
  }

  /// Wipes the line.
  func finish() {
    if isDrawn { Terminal.complain("\r\u{1B}[K") }
  }
}
