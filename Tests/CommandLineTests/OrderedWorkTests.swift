import SourceText
import Synchronization
import Testing
import Threads

@testable import CommandLine

@Suite("Work on several threads")
struct OrderedWorkTests {
  @Test("is handed over in order, all of it, for any number of threads", arguments: [1, 2, 3, 16], [0, 1, 7, 1000])
  func order(jobs: Int, count: Int) {
    var seen: [Int] = []
    doInOrder(
      count, jobs: jobs,
      { index in
        var sum = 0
        for step in 0..<(index % 7) * 1000 { sum &+= step }
        return sum == -1 ? 0 : index
      }, deliver: { (result: Int) in seen.append(result) })
    #expect(seen == Array(0..<count))
  }

  @Test("does not run ahead of a slow receiver")
  func window() {
    let started = Atomic(0)
    var most = 0
    var delivered = 0
    doInOrder(
      5000, jobs: 4, { _ in started.add(1, ordering: .relaxed).newValue },
      deliver: { (_: Int) in
        delivered += 1
        most = max(most, started.load(ordering: .relaxed) - delivered)
      })
    #expect(most <= 4 * 5 * 8)
  }

  @Test("ends at the first failure of the receiver", arguments: [1, 4])
  func failure(jobs: Int) {
    var delivered = 0
    #expect(throws: CommandFailure.self) {
      let work: @Sendable (Int) -> Int = { $0 }
      try doInOrder(1000, jobs: jobs, work) { (index: Int) throws(CommandFailure) in
        if index == 10 { throw CommandFailure(.init("no")) }
        delivered += 1
      }
    }
    #expect(delivered == 10)
  }
}
