/// Does pieces of work on several threads and hands over the results in order, on the caller's thread.
///
/// No more results wait for their turn than a few a thread, so that memory does not grow with the number of pieces. One job means no
/// thread at all.
public func doInOrder<Result: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result, deliver: (Result) throws(Failure) -> Void
) throws(Failure) {
  if jobs <= 1 || count <= 1 {
    for index in 0..<count { try deliver(work(index)) }
    return
  }
  let queue = WorkQueue(count: count, jobs: jobs, work)
  // The caller's thread takes part: it works whenever there is nothing to deliver.
  let workers = (1..<jobs).compactMap { _ in WorkThread { while queue.work() {} } }
  defer {
    queue.stop()
    for worker in workers { worker.join() }
  }
  while let results = queue.nextResults() {
    for result in results { try deliver(result) }
  }
}

/// Pieces of work that several threads take from, and the results that wait for their turn.
private final class WorkQueue<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  /// Neighbours are taken together: a turn at the lock costs little, but a small document hardly more.
  private let batch: Int
  private let batches: Int
  /// How many batches may be taken ahead of the one that is to be delivered next.
  private let window: Int
  private let piece: @Sendable (Int) -> Result

  /// Guards all that follows.
  private let monitor = Monitor()
  private var taken = 0
  private var delivered = 0
  private var waiting: [Int: [Result]] = [:]
  private var isStopped = false

  init(count: Int, jobs: Int, _ piece: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.piece = piece
    batch = max(1, min(8, count / (jobs * 8)))
    batches = (count + batch - 1) / batch
    window = jobs * 4
  }

  private var mayTake: Bool { !isStopped && taken < batches && taken - delivered < window }

  /// Does one batch, waiting until one may be done; false when there are no more.
  func work() -> Bool {
    let index = monitor.locked {
      while !isStopped, taken < batches, !mayTake { monitor.wait() }
      return take()
    }
    guard let index else { return false }
    finish(index)
    return true
  }

  /// The results of the next batch in order, or nil when all have been delivered; the caller works while they aren't there.
  func nextResults() -> [Result]? {
    while true {
      let step = monitor.locked {
        while waiting[delivered] == nil, delivered < batches, !mayTake { monitor.wait() }
        if let results = waiting.removeValue(forKey: delivered) {
          delivered += 1
          monitor.wakeAll()
          return Step.deliver(results)
        }
        return take().map(Step.work) ?? .end
      }
      switch step {
      case .deliver(let results): return results
      case .work(let index): finish(index)
      case .end: return nil
      }
    }
  }

  private enum Step {
    case deliver([Result])
    case work(Int)
    case end
  }

  /// Lets the threads end that wait for work.
  func stop() {
    monitor.locked {
      isStopped = true
      monitor.wakeAll()
    }
  }

  private func take() -> Int? {
    if !mayTake { return nil }
    taken += 1
    return taken - 1
  }

  private func finish(_ index: Int) {
    let results = (index * batch..<min((index + 1) * batch, count)).map(piece)
    monitor.locked {
      waiting[index] = results
      if index == delivered { monitor.wakeAll() }
    }
  }
}
