import SourceText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends a run cleanly when the user or the system asks for it: what was begun is taken back, and what was finished stays.
///
/// The signal only leaves a mark. The run looks at it between documents and gives up as for any failure, by which unfinished files and
/// scratch folders go away; then the process ends by the signal, as whoever sent it expects. A second signal ends it at once.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// The signal that came, or 0.
  private static let received = Atomic<Int32>(0)

  /// Runs work that looks at the mark, in turns, by `check`.
  static func heeded<Value>(_ work: () throws(CommandFailure) -> Value) throws(CommandFailure) -> Value {
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    var heeded: [Int32] = []
    for number in signals {
      let before = signal(number) { number in
        let (isFirst, _) = Interruption.received.compareExchange(expected: 0, desired: number, ordering: .relaxed)
        if isFirst { return }
        signal(number, SIG_DFL)
        raise(number)
      }
      // What the caller had ignored, as nohup does, stays ignored.
      if unsafe unsafeBitCast(before, to: Int.self) == ignored {
        signal(number, SIG_IGN)
      } else {
        heeded.append(number)
      }
    }
    defer { for number in heeded { signal(number, SIG_DFL) } }
    return try work()
  }

  /// Gives up when a signal came.
  static func check() throws(CommandFailure) {
    if isRequested {
      throw CommandFailure(Wording(zh: "已中断，没有写入任何未完成的文件。", en: "interrupted; no unfinished file was written."))
    }
  }

  /// Whether a signal came.
  static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// Ends the process by the signal that came, if one did.
  static func endIfRequested() {
    let number = received.load(ordering: .relaxed)
    if number == 0 { return }
    signal(number, SIG_DFL)
    raise(number)
  }
}
