import Matching
import SourceText
import Testing

@testable import Reports

private let long = "全县坚持把学习贯彻习近平法治思想作为首要任务,全面落实各项部署,推动工作取得新的进展,群众满意度持续提升。"

/// A text as its outline: level, style, heading, parent.
private func outline(_ lines: [String]) -> [String] {
  let fixture = LineFixture(lines.joined(separator: "\n"))
  return LineFixture.outline(fixture.tree, fixture.text)
}

@Test("orders the headings of all styles by their numbers")
func styles() {
  #expect(
    outline([
      "第一部分 工作情况", "一、主要举措", "（一）加强领导", "1. 压实责任", "（1）明确分工", "①列出清单", long, "2、严格考核", long, "二) 提升能力", "二、存在不足",
      long, "第二部分：工作安排", "十一、其他", long,
    ]) == [
      "1 standalone 第一部分工作情况 <-", "2 standalone 一、主要举措 <0", "3 standalone (一)加强领导 <1",
      "4 standalone 1.压实责任 <2", "5 standalone (1)明确分工 <3", "6 standalone ①列出清单 <4", "4 standalone 2、严格考核 <2",
      "3 standalone 二)提升能力 <1", "2 standalone 二、存在不足 <0", "1 standalone 第二部分:工作安排 <-",
      "2 standalone 十一、其他 <9",
    ])
}

@Test("gives levels by the styles in use, and keeps them where a level is skipped")
func levels() {
  let fixture = LineFixture(
    ["一、工作情况", "(一)加强领导", "1.压实责任。" + long, "二、履职情况", "1.亲自部署。" + long, "2.亲自过问。" + long].joined(separator: "\n"))
  let tree = fixture.tree
  #expect(tree.sections.map(\.level) == [1, 2, 3, 1, 3, 3])
  #expect(tree.sections.map(\.parent) == [nil, 0, 1, nil, 3, 3])
  #expect(
    LevelSkip.skips(in: tree.sections) == [
      LevelSkip(section: 4, expected: .chineseParenthesised, found: .arabic, isUsedBeside: true)
    ])
}

@Test("tells run-in headings, standing headings and numbered paragraphs apart")
func headingStyles() {
  #expect(
    outline([
      "（一）聚焦惠企便民，营商环境不断优化。一是强化制度保障。" + long, "（二）压实责任：" + long, "（三）严格监督。", "（四）" + long + long,
      "1.推动党校配齐配强师资力量,将精干教学力量向习近平法治思想教育培训工作倾斜。深化研究阐释。", "2.完成年度培训12次;",
    ]) == [
      "1 runIn (一)聚焦惠企便民,营商环境不断优化。 <-", "1 runIn (二)压实责任: <-", "1 standalone (三)严格监督。 <-",
      "1 paragraph (四)\(long) <-",
      "2 paragraph 1.推动党校配齐配强师资力量,将精干教学力量向习近平法治思想教育培训工作倾斜。 <3", "2 paragraph 2.完成年度培训12次; <3",
    ])
}

@Test("gives exact ranges of body and extent, and the preamble before the first heading")
func ranges() {
  let fixture = LineFixture(
    ["云溪县开篇第一段。", "第二段。", "一、主要举措", "引言。", "（一）加强领导。正文。", "续。", "二、不足", "问题。"].joined(separator: "\n"))
  let tree = fixture.tree
  let text = fixture.text
  #expect(tree.preamble.map(text.string) == "云溪县开篇第一段。\n第二段。")
  #expect(tree.sections.map { text.string($0.body) } == ["引言。", "正文。\n续。", "问题。"])
  #expect(
    tree.sections.map { text.string($0.extent) } == [
      "一、主要举措\n引言。\n(一)加强领导。正文。\n续。", "(一)加强领导。正文。\n续。", "二、不足\n问题。",
    ])
}

@Test(
  "sees no heading in dates, decimals, lists inside sentences, tables and catalogue rows",
  arguments: [
    "3.15消费者权益日期间开展活动。", "12.4宪法宣传周期间开展活动。", "2024年12月召开会议。", "1.5万件案件已办结。", "三、四月份集中开展整治。", "1、2月份集中开展整治。",
    "一是加强领导。二是压实责任。", "一是加强领导", "第一,加强领导", "第一章程序已经完成,各单位要按照要求抓好落实。", "| 1.受理 | 5件 |", "| 一、 | 二、 |",
    "(2024年2月10日印发)", "2024年2月10日", "一、", "现将有关情况报告如下:", "云溪县司法局、财政局,", "来源:云溪县司法局", "2024年全县办结案件,办结率100%。",
    "一、二、三产业融合发展,全县农业总产值保持稳定。",
  ])
func noHeading(line: String) {
  #expect(outline(["开头一段。", line, long + long]) == [])
}

@Test("takes a short line before longer text for a heading, below the numbered one above it")
func unnumbered() {
  #expect(
    outline(["一、工作情况", long, "加强法治政府建设的组织领导", long, "(一)压实责任", long, "二、不足", long]) == [
      "1 standalone 一、工作情况 <-", "2 standalone 加强法治政府建设的组织领导 <0", "3 standalone (一)压实责任 <1", "1 standalone 二、不足 <-",
    ])
  #expect(
    outline(["存在的不足", "1." + long, "2." + long, "工作安排", "1." + long]) == [
      "1 standalone 存在的不足 <-", "2 paragraph 1.\(long) <0", "2 paragraph 2.\(long) <0", "1 standalone 工作安排 <-",
      "2 paragraph 1.\(long) <3",
    ])
  #expect(outline(["工作举措和成效", long, "存在的不足", long]) == ["1 standalone 工作举措和成效 <-", "1 standalone 存在的不足 <-"])
  #expect(
    outline(["工作举措和成效", "(一)加强领导", long, "(二)压实责任", long, "存在的不足", "(一)力量不足", long]) == [
      "1 standalone 工作举措和成效 <-", "2 standalone (一)加强领导 <0", "2 standalone (二)压实责任 <0", "1 standalone 存在的不足 <-",
      "2 standalone (一)力量不足 <3",
    ])
  #expect(
    outline(["主要举措", "加强组织领导", long]) == ["1 standalone 主要举措 <-", "1 standalone 加强组织领导 <-"])
}

@Test("takes a line in bold for a heading even with a mark at its end")
func emphasised() {
  #expect(
    outline(["一、工作情况", long, "**加强组织领导：**", long, "**压实各方责任。**", "责任到人。压实到底。层层传导压力。", "二、不足", long]) == [
      "1 standalone 一、工作情况 <-", "2 standalone 加强组织领导: <0", "2 standalone 压实各方责任。 <0", "1 standalone 二、不足 <-",
    ])
}

@Test("does not take a piece of a broken paragraph or a row of short lines for headings")
func noUnnumbered() {
  #expect(outline([String(long.dropLast()), "纳入各级党校必修课程", long]) == [])
  #expect(outline(["首页", "政务公开", "办事服务", "互动交流", long]) == [])
  #expect(outline([long, "云溪县人民政府", "2025年2月8日"]) == [])
}

@Test("drops a catalogue whose headings come again")
func catalogue() {
  #expect(
    outline(["一、工作情况1", "二、存在不足3", "三、工作安排4", "一、工作情况", long, "二、存在不足", long, "三、工作安排", long]) == [
      "1 standalone 一、工作情况 <-", "1 standalone 二、存在不足 <-", "1 standalone 三、工作安排 <-",
    ])
}

@Test("fits headings that the format marks in with numbered ones")
func marked() {
  #expect(
    outline(["## 主要举措", "### 一、加强领导", long, "### 其他工作", long, "## 存在不足", long]) == [
      "1 standalone 主要举措 <-", "2 standalone 一、加强领导 <0", "2 standalone 其他工作 <0", "1 standalone 存在不足 <-",
    ])
  #expect(
    outline(["# 主要举措", "一、加强领导", long, "(一)细则", long, "# 存在不足", long]) == [
      "1 standalone 主要举措 <-", "2 standalone 一、加强领导 <0", "3 standalone (一)细则 <1", "1 standalone 存在不足 <-",
    ])
}

@Test(
  "finds in the real reports the headings that a reader finds",
  arguments: [
    ("lishan-2024", 2, [4, 21, 30]), ("jiyang-2024", 2, [4, 17]), ("dazu-2022", 13, [3, 7]),
  ])
func realReports(name: String, first: Int, counts: [Int]) throws {
  guard let string = Corpus.text(name) else { return }
  let fixture = LineFixture(string)
  let tree = fixture.tree(from: first)
  #expect(counts.indices.map { level in tree.sections.count { $0.level == level + 1 } } == counts)
  #expect(tree.preamble != nil)
  #expect(NumberingFault.faults(in: tree.sections, text: fixture.text) == [])
}

@Test("reads 100,000 headings, and any cut of a text, without trouble")
func hostile() {
  let fixture = LineFixture(
    (0..<100_000).map { ["一、甲乙", "(三)甲乙", "9.甲乙", "甲乙丙", "①甲"][$0 % 5] }.joined(separator: "\n"))
  let tree = fixture.tree
  #expect(tree.sections.count >= 80_000)
  _ = NumberingFault.faults(in: tree.sections, text: fixture.text)
  _ = LevelSkip.skips(in: tree.sections)
  let text = fixture.text
  #expect(SectionTree.read(document: fixture.document, text: text, bodyBlocks: [-1, 7, 9_999_999]).sections.count <= 1)
  for string in ["", "一", "一、", "(", "(一", "第", "第一", "1.", "①", "一、\n\n二、", "《", "“", "%", "1", "万", "百分之"] {
    let fixture = LineFixture(string)
    _ = fixture.tree
    _ = Sentences.split(fixture.text, in: fixture.whole)
    var phrases = PhraseSet()
    let reader = FigureReader(vocabulary: Corpus.vocabulary, phrases: &phrases)
    let judge = FigureRelations(words: Corpus.words, phrases: &phrases)
    let matches = PhraseAutomaton(phrases).scan(fixture.text)
    let figures = reader.read(fixture.text, matches: matches, in: fixture.whole)
    let sentences = Sentences.split(fixture.text, in: fixture.whole)
    _ = judge.judge(fixture.text, matches: matches, sentences: sentences, figures: figures)
  }
}
