import SourceText
import Testing

@Suite("The first element that passes a test") struct PartitionSearchTests {
  @Test("is where looking at each element finds it", arguments: 0...17)
  func sameAsLooking(count: Int) {
    let numbers = (0..<count).map { $0 / 2 }
    for bound in -1...(count + 1) {
      #expect(numbers.partitioningIndex { $0 >= bound } == numbers.firstIndex { $0 >= bound } ?? numbers.endIndex)
    }
  }

  @Test("is an index of the slice that was searched")
  func slice() {
    #expect([5, 1, 2, 3, 9][1..<4].partitioningIndex { $0 >= 2 } == 2)
  }
}
