import Reports
import SourceText
import Testing

private let long = "全县坚持把学习贯彻习近平法治思想作为首要任务,全面落实各项部署,推动工作取得新的进展,群众满意度持续提升。"

/// The faults of headings that each have a paragraph below them: heading, kind, expected number.
private func faults(_ headings: [String]) -> [String] {
  faults(lines: headings.flatMap { $0.hasSuffix("。") || $0.hasSuffix(":") ? [$0] : [$0, long] })
}

private func faults(lines: [String]) -> [String] {
  let fixture = LineFixture(lines.joined(separator: "\n"))
  let tree = fixture.tree
  return NumberingFault.faults(in: tree.sections, text: fixture.text).map {
    let heading = tree.sections[$0.section].numbering.map { fixture.text.string($0.range) } ?? ""
    return "\(heading) \($0.kind) \($0.style.written($0.expected))"
  }
}

@Test(
  "finds a number out of sequence, once",
  arguments: [
    (["一、甲工作", "三、乙工作", "四、丙工作"], ["三、 gap 二、"]),
    (["一、甲工作", "二、乙工作", "二、丙工作", "三、丁工作"], ["二、 repeated 三、"]),
    (["一、甲工作", "二、乙工作", "二、丙工作", "四、丁工作"], ["二、 repeated 三、"]),
    (["二、甲工作", "三、乙工作"], ["二、 missingFirst 一、"]),
    (["一、甲工作", "二、乙工作", "五、丙工作", "四、丁工作"], ["五、 gap 三、"]),
    (["三、甲工作", "二、乙工作", "三、丙工作"], ["三、 missingFirst 一、"]),
    (["一、甲工作", "3.子工作。" + long, "2.丑工作。" + long], ["3. missingFirst 1."]),
    (["一、甲工作", "二、乙工作", "三、丙工作", "二、丁工作"], ["二、 backward 四、"]),
    (["一、甲工作", "(一)子工作", "(三)丑工作", "二、乙工作", "(二)寅工作"], ["(三) gap （二）", "(二) missingFirst （一）"]),
    (["一、甲工作", "1.子工作。" + long, "2.丑工作。" + long, "4.寅工作。" + long], ["4. gap 3."]),
    (["第一部分甲工作", "第三部分乙工作"], ["第三部分 gap 第二"]),
    (["十、甲工作", "十二、乙工作"], ["十、 missingFirst 一、", "十二、 gap 十一、"]),
    // Third-level numbers run on in one place and start anew in another.
    (
      [
        "(一)甲工作", "1.子工作。" + long, "2.丑工作。" + long, "(二)乙工作", "3.寅工作。" + long, "4.卯工作。" + long, "(三)丙工作",
        "1.辰工作。" + long, "2.巳工作。" + long, "(四)丁工作", "1.午工作。" + long, "2.未工作。" + long,
      ], ["3. mixed 1."]
    ),
  ])
func outOfSequence(headings: [String], expected: [String]) {
  #expect(faults(headings) == expected)
}

@Test(
  "accepts what is in sequence or no sequence at all",
  arguments: [
    ["一、甲工作", "二、乙工作", "三、丙工作"],
    ["一、甲工作", "(一)子工作", "(二)丑工作", "二、乙工作", "(一)寅工作"],
    ["一、甲工作", "(一)子工作", "(二)丑工作", "二、乙工作", "(三)寅工作", "(四)卯工作"],
    // Arabic numbers that run on, or start anew.
    ["(一)甲工作", "1.子工作。" + long, "2.丑工作。" + long, "(二)乙工作", "3.寅工作。" + long],
    ["(一)甲工作", "1.子工作。" + long, "(二)乙工作", "1.寅工作。" + long, "2.卯工作。" + long],
    // A lone paragraph that begins with a number.
    ["一、甲工作", "2.这一项工作由县司法局牵头,各乡镇和县直各部门配合,按照年度计划逐项推进落实。", "二、乙工作"],
    ["一、甲工作", "35.6公里道路已经完工,全县道路通行条件明显改善。", "二、乙工作"],
    // The number stands in the running text.
    ["一、甲工作", "一是抓落实;二是抓督办。", "二、乙工作"],
    ["一、甲工作。" + long + "二、乙工作。" + long, "三、丙工作"],
    // A list opened by a colon starts anew.
    ["一、甲工作", "(一)子工作", "(二)丑工作", "下一步重点做好以下几项:", "(一)寅工作", "(二)卯工作"],
    ["一、甲工作", "1.子工作。" + long, "2.丑工作。" + long, "存在以下问题。", "1.寅工作。" + long, "2.卯工作。" + long],
    ["第一部分甲工作", "一、子工作", "二、丑工作", "第二部分乙工作", "三、寅工作"],
  ])
func inSequence(headings: [String]) {
  #expect(faults(headings) == [])
}
