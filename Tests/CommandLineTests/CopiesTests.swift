import Foundation
import SampleReports
import Testing

@Suite("Copied passages")
struct CopiesTests {
  private struct Listing: Decodable {
    var documents: Int
    var stockSentences: Int
    var copies: [Copy]

    struct Copy: Decodable {
      var kind: String
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

  private static func listing(of scratch: Scratch, _ options: [String] = []) throws -> Listing {
    let result = try Executable.run(
      ["copies", ".", "--format", "json", "--rules", Executable.rules] + options, in: scratch)
    #expect(result.status == 0 || result.status == 1, "\(result.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let listing = try decoder.decode(Listing.self, from: Data(result.output.utf8))
    #expect(result.status == (listing.copies.isEmpty ? 0 : 1))
    return listing
  }

  private static func pairs(in listing: Listing) -> Set<[Int]> {
    Set(
      listing.copies.map { copy in
        [copy.first.path, copy.second.path].compactMap { path in
          path.split(separator: "/").last.flatMap { Int($0.prefix { $0 != "." }) }
        }.sorted()
      })
  }

  @Test(
    "are found among two hundred reports, however much of these is stock, and nothing else is",
    arguments: CopiedFolder.Own.allCases)
  func planted(_ own: CopiedFolder.Own) throws {
    let scratch = try Scratch()
    let folder = CopiedFolder(own, seed: 5, copies: 20)
    for (index, report) in folder.reports.enumerated() { try scratch.write("\(index).txt", report) }
    let listing = try Self.listing(of: scratch)
    #expect(listing.documents == 200)
    let pairs = Self.pairs(in: listing)
    #expect(pairs.subtracting(folder.planted) == [])
    switch own {
    case .sentences, .half: #expect(pairs == folder.planted)
    // Where every sentence is the superior's and the copy has other figures besides, little is left to tell it by.
    case .figures, .figuresAndPlaces: #expect(pairs.count >= 18)
    }
    #expect(listing.copies.count == pairs.count)
    #expect(listing.copies.allSatisfy { $0.share >= 50 && !$0.sentences.isEmpty && $0.kind == "other-body" })
  }

  @Test("are none in two hundred reports that put one superior's paragraphs together, each in its own way")
  func generated() throws {
    let scratch = try Scratch()
    let reports = GeneratedReports(size: 12_000)
    for number in 0..<200 {
      try scratch.write("\(number).txt", String(decoding: reports.bytes(of: number), as: UTF8.self))
    }
    let listing = try Self.listing(of: scratch)
    #expect(Self.pairs(in: listing) == [])
    #expect(listing.stockSentences > 10_000)
  }

  @Test("are none where two reports have a set phrase with other figures")
  func setPhrases() throws {
    let scratch = try Scratch()
    let duties = [
      (
        "云溪",
        "县委书记主持召开县委常委会会议研究法治建设议题5次，带头学法4次，作出批示9件。县长主持召开县政府常务会议研究法治政府建设议题8次，主持会前学法10次，带头出庭应诉1次。县委、县政府主要负责人切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调。"
      ),
      (
        "渔浦",
        "县委书记主持召开县委常委会会议研究法治建设议题3次，带头学法6次，作出批示2件。县长主持召开县政府常务会议研究法治政府建设议题7次，主持会前学法12次。主要负责人认真履行推进法治建设第一责任人职责，年终述职述法。"
      ),
    ]
    for (name, duty) in duties {
      try scratch.write(
        "\(name).txt",
        "\(name)县人民政府2024年法治政府建设情况报告\n一、党政主要负责人履行推进法治建设第一责任人职责情况\n\(duty)\n")
    }
    #expect(try Self.listing(of: scratch).copies.isEmpty)
  }

  @Test("are told by kind: of another body, of another year, handed in twice")
  func kinds() throws {
    let scratch = try Scratch()
    let sections = CopiedFolder.sections(seed: 3)
    for (file, body, year, sections) in [
      ("a", "云溪县", 2024, sections), ("b", "渔浦县", 2024, [sections[0]]), ("c", "云溪县", 2023, [sections[1]]),
      ("d", "云溪县", 2024, [sections[2]]),
    ] {
      try scratch.write("\(file).txt", CopiedFolder.text(of: sections, body: body, year: year))
    }
    let kinds = try Self.listing(of: scratch).copies.map { copy in
      "\(copy.first.path.suffix(5).prefix(1))\(copy.second.path.suffix(5).prefix(1)) \(copy.kind)"
    }
    #expect(kinds == ["ab other-body", "ac other-year", "ad same-report"])
  }

  @Test("are none where the sentences are those of a given template")
  func template() throws {
    let scratch = try Scratch()
    let sections = CopiedFolder.sections(seed: 3)
    try scratch.write("reports/a.txt", CopiedFolder.text(of: sections, body: "云溪县"))
    try scratch.write("reports/b.txt", CopiedFolder.text(of: sections, body: "渔浦县"))
    try scratch.write("模板.txt", sections[0].joined() + "\n" + sections[1].joined())
    let all = try Executable.run(["copies", "reports", "--rules", Executable.rules], in: scratch)
    #expect(all.output.contains("发现 8 处雷同，涉及 1 对报告"), "\(all.output)")
    let rest = try Executable.run(
      ["copies", "reports", "--template", "模板.txt", "--rules", Executable.rules], in: scratch)
    #expect(rest.output.contains("发现 6 处雷同，涉及 1 对报告"), "\(rest.output)")
    #expect(rest.output.contains("句公用语句"))
    let missing = try Executable.run(
      ["copies", "reports", "--template", "无.txt", "--rules", Executable.rules], in: scratch)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("无.txt"))
  }

  @Test("are found in reports of one section without end, in bounded time")
  func endless() throws {
    let scratch = try Scratch()
    let sentences = CopiedFolder.sections(seed: 9, count: 800).flatMap(\.self)
    for body in ["云溪县", "渔浦县"] {
      try scratch.write(
        "\(body).txt", "\(body)人民政府2024年法治政府建设情况报告\n" + sentences.joined() + "\n\(body)人民政府\n2025年2月18日\n")
    }
    let start = ContinuousClock.now
    let listing = try Self.listing(of: scratch)
    #expect(listing.copies.count == 1 && listing.copies.first?.share ?? 0 > 90)
    // Comparing every sentence with every other would take minutes in a debug build.
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("cannot be looked for in one report")
  func one() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", CopiedFolder.text(of: CopiedFolder.sections(seed: 1), body: "云溪县"))
    #expect(try Executable.run(["copies", ".", "--rules", Executable.rules], in: scratch).status == 2)
  }
}
