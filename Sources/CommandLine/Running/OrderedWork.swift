/// Does pieces of work on several threads and hands over the results in order.
///
/// No more results wait for their turn than a few a thread, so that memory does not grow with the number of pieces.
func doInOrder<Result: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result, deliver: (Result) throws(Failure) -> Void
) async throws(Failure) {
  if jobs <= 1 || count <= 1 {
    for index in 0..<count { try deliver(work(index)) }
    return
  }
  // Neighbours share a task: handing one over costs as much as a small document.
  let batch = max(1, min(8, count / (jobs * 8)))
  let batches = (count + batch - 1) / batch
  let window = jobs * 4
  let failure = await withTaskGroup(of: (index: Int, results: [Result]).self, returning: Failure?.self) { group in
    var next = 0
    var delivered = 0
    var atWork = 0
    var waiting: [Int: [Result]] = [:]
    while delivered < batches {
      while atWork < jobs, next < batches, next - delivered < window {
        let index = next
        group.addTask {
          let pieces = index * batch..<min((index + 1) * batch, count)
          return (index, pieces.map(work))
        }
        next += 1
        atWork += 1
      }
      guard let done = await group.next() else { return nil }
      atWork -= 1
      waiting[done.index] = done.results
      while let results = waiting.removeValue(forKey: delivered) {
        do throws(Failure) {
          for result in results { try deliver(result) }
        } catch {
          group.cancelAll()
          return error
        }
        delivered += 1
      }
    }
    return nil
  }
  if let failure { throw failure }
}
