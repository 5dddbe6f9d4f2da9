import Documents
import Reports
import Rules
import Testing

/// Random tables and sentences: consistent ones raise no alarm, and one number changed by more than the tolerance does.
@Suite("Whatever the numbers are")
struct FigurePropertyTests {
  /// A generator of numbers that gives the same row for the same seed.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  private static let informing = ["figures.base-stated", "figures.relative-time"]

  private static func faults(in body: String, name: String = "report.txt") throws -> Set<String> {
    let pack = try #require(Packs.shipped)
    let text = """
      云溪县人民政府2024年法治政府建设情况报告

      现将有关情况报告如下。

      一、主要举措和成效

      全县依法行政水平稳步提升。

      \(body)

      二、存在的不足

      部分乡镇办案力量仍然不足，需要进一步加强培训。
      """
    let document = try decodeDocument(Array(text.utf8), name: name)
    let findings = pack.audit(document, given: GivenFacts()).findings
    return Set(
      findings.filter { $0.status == .violated }.map { pack.rules[$0.rule].id }
        .filter { $0.hasPrefix("figures.") && !informing.contains($0) })
  }

  @Test("a table adds up, or is told not to, in Markdown and in plain rows", arguments: 0..<60)
  func tables(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) &* 7919 &+ 1)
    let labels = ["行政处罚", "行政许可", "行政强制", "行政征收", "行政确认", "政府信息公开", "行政检查"].shuffled(using: &chance)
    let rows = Int.random(in: 2...labels.count, using: &chance)
    let columns = Int.random(in: 1...4, using: &chance)
    let cells = (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 10...3000, using: &chance) } }
    let totals = (0..<columns).map { column in cells.reduce(0) { $0 + $1[column] } }
    func table(_ totals: [Int], isMarkdown: Bool) -> String {
      let all = zip(labels, cells).map { ($0, $1) } + [("合计", totals)]
      let lines = all.map { label, numbers in
        let cells = [label] + numbers.map(String.init)
        return isMarkdown ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: "\t")
      }
      let names = ["事项", "受理数", "审结数", "撤回数", "终止数"].prefix(columns + 1)
      let head =
        isMarkdown
        ? ["| " + names.joined(separator: " | ") + " |", "|" + names.map { _ in " --- |" }.joined()]
        : [names.joined(separator: "\t")]
      return (head + lines).joined(separator: "\n")
    }
    var wrong = totals
    let column = Int.random(in: 0..<columns, using: &chance)
    wrong[column] += Int.random(in: 1...max(1, totals[column] / 10), using: &chance)
    for isMarkdown in [true, false] {
      let name = isMarkdown ? "report.md" : "report.txt"
      #expect(try Self.faults(in: table(totals, isMarkdown: isMarkdown), name: name) == [])
      #expect(try Self.faults(in: table(wrong, isMarkdown: isMarkdown), name: name) == ["figures.sum"])
    }
  }

  @Test("a sentence with a total and its parts agrees, or is told not to", arguments: 0..<80)
  func sums(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) &* 104_729 &+ 3)
    let names = ["维持", "撤销", "变更", "确认违法", "终止", "驳回"].shuffled(using: &chance)
    let parts = (0..<Int.random(in: 2...6, using: &chance)).map { _ in Int.random(in: 20...500, using: &chance) }
    let total = parts.reduce(0, +)
    let unit = ["件", "起", "宗"].randomElement(using: &chance) ?? "件"
    func sentence(_ parts: [Int]) -> String {
      let list = zip(names, parts).map { "\($0)\($1)\(unit)" }.joined(separator: "、")
      return seed % 2 == 0 ? "全年共办结\(total)\(unit)，其中\(list)。" : "审结\(total)\(unit)（其中\(list)）。"
    }
    #expect(try Self.faults(in: sentence(parts)) == [])
    var wrong = parts
    let place = Int.random(in: parts.indices, using: &chance)
    // Whole numbers have no tolerance: one is enough. Far smaller parts may be a choice of the largest.
    wrong[place] += Int.random(in: 1...max(1, total / 20), using: &chance) * (wrong[place] > total / 10 + 1 ? -1 : 1)
    // A sum that is complete before its last part may be a total of those alone.
    guard !parts.indices.contains(where: { wrong.prefix($0 + 1).reduce(0, +) == total }) else { return }
    #expect(try Self.faults(in: sentence(wrong)) == ["figures.sum"], "\(sentence(wrong))")
  }

  @Test("a rate agrees rounded and cut off, and no further", arguments: 0..<80)
  func rates(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) &* 15_485_863 &+ 5)
    let whole = Int.random(in: 30...2000, using: &chance)
    let part = Int.random(in: whole / 2...whole, using: &chance)
    let decimals = Int.random(in: 0...2, using: &chance)
    let scale = [1, 10, 100][decimals]
    func sentence(_ rate: Int) -> String {
      let digits = String(rate % scale)
      let fraction = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - digits.count) + digits
      return "全年开庭审理\(whole)件，负责人出庭应诉\(part)件，出庭应诉率\(rate / scale)\(fraction)%。"
    }
    let exact = part * 100 * scale
    let (cutOff, rounded) = (exact / whole, (exact * 2 + whole) / (whole * 2))
    #expect(try Self.faults(in: sentence(rounded)) == [])
    #expect(try Self.faults(in: sentence(cutOff)) == [])
    for wrong in [cutOff - 1, rounded - 3] where wrong != rounded && wrong > 0 {
      #expect(try Self.faults(in: sentence(wrong)).contains("figures.rate"), "\(sentence(wrong))")
    }
  }

  @Test(
    "what is no contradiction is none",
    arguments: [
      // Growth over 100 %.
      "受理行政复议申请300件，同比增长150%。", "培训人次增长230.5%，检查频次下降65%。",
      // People and times.
      "组织执法培训300人次，参训人员120人。", "全年培训1200人次，其中乡镇干部320人。", "接待群众500人次，涉及群众230人。",
      // Other periods.
      "上半年受理行政复议申请98件。全年受理行政复议申请218件。", "2023年受理行政复议申请190件。2024年受理行政复议申请218件。",
      "截至6月底，制定行政规范性文件4件。全年制定行政规范性文件9件。",
      // Not all parts.
      "办理案件207件，其中主要为行政处罚案件100件、行政许可案件80件。", "办理案件207件，其中刑事等案件159件，民事案件40件。",
      "审查文件248件，其中规范性文件6件、部门文件6件。", "开展宣传活动300场次，其中进企业80场次、进校园95场次等。",
      // Other things.
      "受理行政复议申请56件，办结信访事项80件。", "开庭审理12件，调解纠纷30件，负责人接待群众40人次。",
      "化解纠纷500件，接待群众300人次，满意率98%。", "建立审查、备案、评估等制度，分别办理12件、30件。",
      "推进“三个一批”，即“一批重点项目、一批改革事项、一批示范单位”建设。", "坚持“四个最严”，加强监管。",
      "出动执法人员2300余人次，检查企业1.2万家次，成立3个多月来办结15件。", "复议案件由120件增加到150件，增长四分之一。",
      "召开三次会议，研究十二项议题，形成纪要三份。", "投入资金1.25亿元，其中省级0.8亿元，市县配套0.45亿元。",
      "共受理3.5万件，其中线上1.23万件，线下2.27万件。", "办理代表建议12件，委员提案30件，办复率均为100%。",
      "受理行政复议申请200件，审结180件，其余20件正在审理，结案率为90%。", "抽查事项覆盖率100%，抽查结果公示率100%。",
      "全县10个乡镇、3个街道、156个村实现全覆盖。", "平均办理时限由15个工作日压缩至3.5个工作日。",
    ])
  func silence(body: String) throws {
    #expect(try Self.faults(in: body) == [])
  }
}
