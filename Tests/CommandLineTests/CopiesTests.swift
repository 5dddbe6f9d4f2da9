import Foundation
import Testing

@Suite("Copied passages")
struct CopiesTests {
  private struct Listing: Decodable {
    var documents: Int
    var copies: [Copy]

    struct Copy: Decodable {
      var share: Int
      var first: Side
      var second: Side
      var sentences: [Sentence]
    }
    struct Sentence: Decodable {
      var first: String
      var second: String
    }
    struct Side: Decodable {
      var path: String
      var heading: String
    }
  }

  /// Sentences of no sense, in which no ten characters in a row are likely to come twice.
  private struct Prose {
    var state: UInt64

    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }

    mutating func sentence() -> String {
      let words = (0..<9).map { _ in String(UnicodeScalar(0x5000 + UInt32(next(below: 4000)))!) + "政" }
      return words.joined() + "。"
    }

    mutating func section() -> [String] { (0..<12).map { _ in sentence() } }
  }

  private static let stock = "坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实习近平法治思想，全面落实法治政府建设实施纲要。"

  private static func report(_ number: Int, _ sections: [[String]]) -> String {
    let headings = ["一、主要举措和成效", "二、存在的不足", "三、下一年度工作安排"]
    let parts = zip(headings, sections).map { "\($0)\n\(stock)\($1.joined())" }
    return "云溪县第\(number)局2024年法治政府建设情况报告\n现将有关情况报告如下。\n" + parts.joined(separator: "\n") + "\n"
  }

  @Test("are found among two hundred reports, lightly edited ones too, and nothing else is")
  func planted() throws {
    let scratch = try Scratch()
    var prose = Prose(state: 7)
    var reports = (0..<200).map { _ in (0..<3).map { _ in prose.section() } }
    var planted: Set<Set<String>> = []
    for copy in 0..<20 {
      let (from, to) = (copy, 199 - copy)
      var section = reports[from][copy % 3]
      // Every fifth sentence is written anew, and a word changes in others.
      for index in stride(from: 2, to: section.count, by: 5) { section[index] = prose.sentence() }
      section[0] = section[0].replacing("政。", with: "策。")
      reports[to][copy % 3] = section
      planted.insert(["\(from).txt", "\(to).txt"])
    }
    for (index, sections) in reports.enumerated() { try scratch.write("\(index).txt", Self.report(index, sections)) }
    let result = try Executable.run(
      ["copies", ".", "--format", "json", "--rules", Executable.rules], in: scratch)
    #expect(result.status == 1, "\(result.errors)")
    let listing = try JSONDecoder().decode(Listing.self, from: Data(result.output.utf8))
    #expect(listing.documents == 200)
    let found = Set(
      listing.copies.map { copy in
        Set([copy.first.path, copy.second.path].map { String($0.split(separator: "/").last!) })
      })
    #expect(found == planted)
    #expect(listing.copies.count == 20)
    #expect(listing.copies.allSatisfy { $0.share >= 50 && $0.sentences.count >= 4 })
  }

  @Test("are none where only stock phrases are shared")
  func none() throws {
    let scratch = try Scratch()
    var prose = Prose(state: 3)
    for index in 0..<8 { try scratch.write("\(index).txt", Self.report(index, (0..<3).map { _ in prose.section() })) }
    let result = try Executable.run(["copies", ".", "--rules", Executable.rules], in: scratch)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("比对 8 份报告，发现 0 处雷同"))
  }

  @Test("cannot be looked for in one report")
  func one() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Self.report(1, [["力量不足。"]]))
    #expect(try Executable.run(["copies", ".", "--rules", Executable.rules], in: scratch).status == 2)
  }
}
