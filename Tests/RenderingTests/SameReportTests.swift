import Comparison
import Testing

struct SameReportTests {
  private func sketch(_ number: UInt64) -> ReportSketch {
    ReportSketch(prints: (0..<64).map { number << 32 | $0 }, whole: number, issuer: nil, year: 2024)
  }

  @Test func `A finder keeps as many reports as it may, and tells how many it left out`() {
    var finder = SameReportFinder(most: 2)
    #expect(finder.add(sketch(1), path: "甲.txt") == nil)
    #expect(finder.add(sketch(2), path: "乙.txt") == nil)
    #expect(finder.leftOut == 0)
    #expect(finder.add(sketch(3), path: "丙.txt") == nil)
    #expect(finder.leftOut == 1)
    #expect(finder.add(sketch(1), path: "丁.txt")?.path == "甲.txt", "those that are kept are found")
    #expect(finder.add(sketch(3), path: "戊.txt") == nil, "those that are not kept are not")
    #expect(finder.leftOut == 2)
  }
}
