/// How far a run is, on standard error; drawn only where a person watches and nothing else is written to the same screen.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var last: ContinuousClock.Instant?
  private var isDrawn = false

  init(total: Int) {
    self.total = total
    isShown = total > 1 && Terminal.isErrorTerminal && !Terminal.isOutputTerminal
  }

  /// Counts a document.
  mutating func advance() {
    done += 1
    if !isShown { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    isDrawn = true
    Terminal.complain("\r" + say("正在核查 \(done)/\(total)", "auditing \(done)/\(total)"))
  }

  /// Wipes the line.
  func finish() {
    if isDrawn { Terminal.complain("\r\u{1B}[K") }
  }
}
