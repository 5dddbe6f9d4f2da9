import Matching
import Reports
import SourceText
import Testing

/// The figures of a text as lines: subject, value, unit, ~ for approximate, - for one end of a range.
private func figures(_ string: String) -> [String] {
  let fixture = LineFixture(string)
  var phrases = PhraseSet()
  let reader = FigureReader(vocabulary: Corpus.vocabulary, phrases: &phrases)
  let matches = PhraseAutomaton(phrases).scan(fixture.text)
  return reader.read(fixture.text, matches: matches, in: fixture.whole).map {
    let marks = ($0.isApproximate ? "~" : "") + ($0.isRangeEnd ? "-" : "")
    return
      "\(fixture.text.string($0.subject))|\($0.value.written(decimals: 0))|\($0.unitName(in: fixture.text))|\(marks)"
  }
}

@Test(
  "reads figures with value, unit and subject",
  arguments: [
    ("全年受理行政复议申请218件，办结186件。", ["全年受理行政复议申请|218|件|", "办结|186|件|"]),
    ("完善权责清单1,638项", ["完善权责清单|1638|项|"]),
    ("吸引30万余人、10余万人次参与", ["吸引|300000|人|~", "|100000|人次|~"]),
    ("投资1.5亿元，2.35万件", ["投资|150000000|元|", "|23500|件|"]),
    ("占比95.06%，上升１．２个百分点", ["占比|95.06|%|", "上升|1.2|个百分点|"]),
    ("压减约40%、68%以上", ["压减|40|%|~", "|68|%|~"]),
    ("压减5%—10%，培训5至8场，抽查3-5人次", ["压减|5|%|-", "压减|10|%|-", "培训|5|场|-", "培训|8|场|-", "抽查|3|人次|-", "抽查|5|人次|-"]),
    ("办结率为百分之九十五，完成百分之98.5", ["办结率为|95|%|", "完成|98.5|%|"]),
    ("比上年多3件", ["比上年多|3|件|"]),
    ("2024年12月召开会议12次", ["2024年12月召开会议|12|次|"]),
    ("其中:行政许可12件;行政处罚5件(含简易程序2件)", ["行政许可|12|件|", "行政处罚|5|件|", "含简易程序|2|件|"]),
    ("全长12km", ["全长|12|km|"]),
    ("召开专题会议十二次，研究议题一百二十余项。", ["召开专题会议|12|次|", "研究议题|120|项|~"]),
    ("两千三百人参加，惠及三万余人，百余件", ["|2300|人|", "惠及|30000|人|~", "|100|件|~"]),
    ("召开会议三次,十余场,近二十家", ["召开会议|3|次|", "|10|场|~", "|20|家|~"]),
    ("群众满意度98.5。", ["群众满意度|98.5||"]),
  ])
func figuresRead(text: String, expected: [String]) {
  #expect(figures(text) == expected)
}

@Test(
  "leaves alone what only looks like a figure",
  arguments: [
    "2024年", "2021—2025年", "2008年至2023年底", "2025年2月8日", "2025-01-26 10:48:47", "2025.1.26", "10—12月", "二〇二四年",
    "云政发〔2021〕33号", "临府办[2021]3号", "12345热线", "12348法律服务热线", "拨打110", "电话0412-6681234", "第3次会议", "第20条", "“6+X”清单",
    "“1+6+N”体系", "“3·15”", "“12.4”宪法宣传日", "3.15消费者权益日", "5G网络", "http://www.example.cn/2024/01.html", "1.加强领导",
    "2、加强领导", "(3)加强领导", "分为(1)加强领导", "11500111009347908d/2023-00019", "1.2.3", "2024", "A4纸",
    "第三次会议", "一次会议，一件小事", "“四个自信”", "三位一体", "六个一", "十四五", "第十二条", "三五个", "几十件", "八五普法",
  ])
func noFigure(text: String) {
  #expect(figures(text) == [])
}

@Test("reads a million digits as no figure, and in linear time")
func millionDigits() {
  #expect(figures("办结" + String(repeating: "9", count: 1_000_000) + "件") == [])
  #expect(figures("办结9223372036854775807万件") == [])
  #expect(figures("办结0." + String(repeating: "1", count: 40) + "件") == [])
}

@Test(
  "rounds a percentage half up and cuts it off exactly",
  arguments: [
    (118, 119, 2, "99.16", "99.15"), (1, 3, 2, "33.33", "33.33"), (1, 8, 0, "13", "12"), (1, 8, 2, "12.50", "12.50"),
    (0, 5, 1, "0.0", "0.0"), (5, 5, 0, "100", "100"), (7, 5, 0, "140", "140"), (1, 200, 1, "0.5", "0.5"),
    (Int.max, Int.max, 6, "100.000000", "100.000000"),
  ])
func percentages(part: Int, whole: Int, decimals: Int, rounded: String, truncated: String) throws {
  let result = try #require(
    ExactNumber.percentage(
      of: ExactNumber(units: part, scale: 0), whole: ExactNumber(units: whole, scale: 0), decimals: decimals))
  #expect(result.rounded.written(decimals: decimals) == rounded)
  #expect(result.truncated.written(decimals: decimals) == truncated)
}

@Test("says nil instead of overflowing")
func overflow() {
  let most = ExactNumber(units: .max, scale: 0)
  #expect(most.adding(ExactNumber(units: 1, scale: 0)) == nil)
  #expect(most.multiplied(by: 2) == nil)
  #expect(ExactNumber(units: .max, scale: 12) < most)
  #expect(ExactNumber.percentage(of: most, whole: ExactNumber(units: 0, scale: 0), decimals: 1) == nil)
  #expect(ExactNumber(units: 9500, scale: 2) == ExactNumber(units: 95, scale: 0))
  #expect(ExactNumber(units: -305, scale: 2).description == "-3.05")
  #expect(ExactNumber(units: 5, scale: 3).description == "0.005")
}
