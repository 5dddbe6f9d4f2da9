import Matching
import Reports
import SourceText
import Testing

/// The relations of a text as lines: kind, verdict, judged figure, calculation.
private func relations(
  _ string: String, of kinds: [FigureRelation.Kind] = [.rate, .attainability, .bound, .sum]
) -> [String] {
  let fixture = LineFixture(string)
  let text = fixture.text
  var phrases = PhraseSet()
  let reader = FigureReader(vocabulary: Corpus.vocabulary, phrases: &phrases)
  let judge = FigureRelations(words: Corpus.words, phrases: &phrases)
  let matches = PhraseAutomaton(phrases).scan(text)
  let figures = reader.read(text, matches: matches, in: fixture.whole)
  let sentences = Sentences.split(text, in: fixture.whole)
  return judge.judge(text, matches: matches, sentences: sentences, figures: figures).filter {
    kinds.contains($0.kind) && $0.verdict != .baseUnstated
  }.map {
    "\($0.kind) \($0.verdict) \(text.string($0.stated)): \($0.computed)"
  }
}

@Test(
  "judges the real reports as close reading does",
  arguments: [
    (
      "lishan-2024",
      [
        "sum ok 344件: 237 + 60 + 47 + 0 = 344", "sum ok 207件: 159 + 48 = 207", "sum ok 775项: 751 + 24 = 775",
        "attainability contradicted 95.06%: 736 ÷ 775 = 94.9677% ≠ 95.06%, 737 ÷ 775 = 95.0968% ≠ 95.06%",
      ]
    ),
    ("jiyang-2024", ["sum ok 218件: 186 + 32 = 218"]),
    (
      "dazu-2022",
      [
        "rate ok 100%: 6 ÷ 6 = 100%", "rate ok 100%: 115 ÷ 115 = 100%", "rate ok 100%: 94 ÷ 94 = 100%",
        "rate ok 100%: 113 ÷ 113 = 100%",
      ]
    ),
  ])
func realReports(name: String, expected: [String]) throws {
  guard let text = Corpus.text(name) else { return }
  #expect(relations(text) == expected)
}

@Test(
  "judges a rate by the part and the base before it",
  arguments: [
    ("全年开庭审理119件,负责人出庭应诉118件,出庭应诉率99.16%。", ["rate ok 99.16%: 118 ÷ 119 = 99.1597% ≈ 99.16%"]),
    ("全年开庭审理119件,负责人出庭应诉118件,出庭应诉率99.15%。", ["rate okTruncated 99.15%: 118 ÷ 119 = 99.1597% ≈ 99.15%"]),
    ("全年开庭审理119件,负责人出庭118件,出庭应诉率达98.32%。", ["rate contradicted 98.32%: 118 ÷ 119 = 99.1597% ≠ 98.32%"]),
    ("受理行政复议申请200件，审结180件，审结率95%。", ["rate contradicted 95%: 180 ÷ 200 = 90% ≠ 95%"]),
    ("受理行政复议申请200件,审结180件,审结率达到90%。", ["rate ok 90%: 180 ÷ 200 = 90%"]),
    ("受理行政复议申请2,000件,其中主动撤回500件,占比26%。", ["rate contradicted 26%: 500 ÷ 2000 = 25% ≠ 26%"]),
    ("受理行政复议申请2000件,其中主动撤回500件,占比25%。", ["rate ok 25%: 500 ÷ 2000 = 25%"]),
    // The part has the rate's name, wherever it stands.
    (
      "评查案卷240卷,其中优秀96卷、合格138卷、不合格6卷,优秀率为45%。",
      ["sum ok 240卷: 96 + 138 + 6 = 240", "rate contradicted 45%: 96 ÷ 240 = 40% ≠ 45%"]
    ),
    (
      "评查案卷180卷,其中合格171卷、不合格9卷,合格率为93%。",
      ["sum ok 180卷: 171 + 9 = 180", "rate contradicted 93%: 171 ÷ 180 = 95% ≠ 93%"]
    ),
    ("排查整改隐患200处,其中完成整改196处,整改率为96%。", ["rate contradicted 96%: 196 ÷ 200 = 98% ≠ 96%"]),
    ("发生案件75件,开庭62件;败诉4件,败诉率为3.53%。", ["rate contradicted 3.53%: 4 ÷ 75 = 5.3333% ≠ 3.53%"]),
    ("发生案件75件,开庭62件;败诉4件,败诉率为5.33%。", ["rate ok 5.33%: 4 ÷ 75 = 5.3333% ≈ 5.33%"]),
    ("负责人应出庭1200件,实际出庭1188件,出庭应诉率为100%。", ["rate contradicted 100%: 1188 ÷ 1200 = 99% ≠ 100%"]),
    // The base is said, but not tied to the rate.
    ("化解纠纷500件,接待群众300人次,满意率98%。", []),
    ("新收案件200件,受理案件156件,案件办结率95%。", []),
    // More than the whole came from elsewhere.
    ("受理申请200件,含上年结转20件,审结210件,审结率95.45%。", ["rate cannotTell 95.45%: 210 ÷ 20 = 1050.00%"]),
    ("受理申请约200件,审结180件,审结率95%。", []),
    ("案件办结率100%,群众满意率98%以上。", []),
    ("全年受理案件50件,办结率达102%。", ["bound contradicted 102%: 102% > 100%"]),
    ("办结率同比增长120%,调解成功数量增长率130%。", []),
    // Another sentence has the base that fits.
    ("复议办结186件。调解纠纷500件,复议纠错8件,纠错率4.3%。", ["rate ok 4.3%: 8 ÷ 186 = 4.301% ≈ 4.3%"]),
  ])
func rates(text: String, expected: [String]) {
  #expect(relations(text) == expected)
}

@Test(
  "judges stages, growth, lists, mentions and the writing of figures",
  arguments: [
    ("开庭审理113件,负责人出庭应诉113件。", ["subset ok 113件: 113 ≤ 113"]),
    ("开庭审理113件,负责人出庭应诉131件。", ["subset contradicted 131件: 131 > 113"]),
    ("受理行政复议申请200件,审结210件。", ["subset doubtful 210件: 210 > 200"]),
    ("受理行政复议申请200件,上年结转20件,审结210件。", ["subset ok 210件: 210 ≤ 220"]),
    ("受理行政复议申请200件,上年结转5件,审结210件。", ["subset contradicted 210件: 210 > 205"]),
    ("受理行政复议申请56件,办结信访事项80件。", []),
    ("受理行政复议申请200件,审结120人次。", []),
    ("制定文件3件,其中新制定5件。", ["subset contradicted 5件: 5 > 3"]),
    ("受理行政复议申请218件,同比增长12.37%。", ["growth ok 12.37%: (218 − 194) ÷ 194 = 12.3711% ≈ 12.37%"]),
    (
      "受理行政复议申请18件,同比增长12.37%。",
      ["growth doubtful 12.37%: (18 − 16) ÷ 16 = 12.50% ≠ 12.37%, (18 − 17) ÷ 17 = 5.8824% ≠ 12.37%"]
    ),
    ("受理行政复议申请30件(同比增长150%)。", ["growth ok 150%: (30 − 12) ÷ 12 = 150%"]),
    ("受理行政复议申请30件,办结率同比增长12.37%。", []),
    ("受理行政复议申请30余件,同比增长12.37%。", []),
    ("检查频次30次,同比下降120%。", ["growth contradicted 120%: 120% > 100%"]),
    ("培训由200人增加到230人,增长15%。", ["growth ok 15%: (230 − 200) ÷ 200 = 15%"]),
    ("培训由200人增加到230人,增长25%。", ["growth contradicted 25%: (230 − 200) ÷ 200 = 15% ≠ 25%"]),
    ("网办率由82%提高到91%,提高9个百分点。", ["growth ok 9个百分点: 91 − 82 = 9"]),
    ("网办率由82%提高到91%,提高8个百分点。", ["growth contradicted 8个百分点: 91 − 82 = 9 ≠ 8"]),
    ("网办率由82%提高到91%,提高9%。", ["unit contradicted 9%: 91 − 82 = 9"]),
    ("申请材料、办理环节、跑动次数分别压减40%、68%、73%。", ["list ok 40%、68%、73%: 3 = 3"]),
    ("申请材料、办理环节、跑动次数分别压减40%、68%。", ["list contradicted 40%、68%: 3 ≠ 2"]),
    ("申请材料、跑动次数等分别压减40%、68%、73%。", []),
    ("采用“三个一”思路,即“一个方案、一套标准、一场讲座”。", ["list ok 三个: 3 = 3"]),
    ("采用“四个一”思路,即“一个方案、一套标准、一场讲座”。", ["list contradicted 四个: 3 ≠ 4"]),
    ("实现“审核覆盖率、参与率、讨论率”3个100%。", ["list ok 3个: 3 = 3"]),
    ("抓好三项工作:一是加强培训;二是严格考核。", ["list contradicted 三项: 2 ≠ 3"]),
    ("一是加强培训;二是严格考核。", ["list ok 二是: 2 = 2"]),
    (
      "全年受理行政复议申请218件。2024年共受理行政复议申请281件。",
      ["repetition contradicted 281件: 218 ≠ 281"]
    ),
    ("全年受理行政复议申请218件。2024年共受理行政复议申请218件。", ["repetition ok 218件: 218 = 218"]),
    ("上半年受理行政复议申请98件。全年受理行政复议申请218件。", []),
    ("受训227余人次,约230人次,230余人次,12.5万余人次。", ["approximation contradicted 227余人次: 227"]),
    ("召开专题会议2.5次,平均每件2.5次。", []),
    ("召开专题会议2.5次。", ["unit contradicted 2.5次: 2.5"]),
    ("办理案件207件,其中刑事案件159起,民事案件48件。", ["unit contradicted 207件: 159 + 48 = 207"]),
  ])
func furtherRelations(text: String, expected: [String]) {
  #expect(relations(text, of: [.subset, .growth, .list, .repetition, .approximation, .unit]) == expected)
}

@Test(
  "claims an unattainable share only of the things its name ends with",
  arguments: [
    (
      "已将775项依申请事项全部纳入平台,“全程网办”事项占比95.06%。",
      ["attainability contradicted 95.06%: 736 ÷ 775 = 94.9677% ≠ 95.06%, 737 ÷ 775 = 95.0968% ≠ 95.06%"]
    ),
    (
      "审结的160件中,维持78件、驳回82件,直接纠错率为7.85%。",
      [
        "sum ok 160件: 78 + 82 = 160",
        "attainability contradicted 7.85%: 12 ÷ 160 = 7.50% ≠ 7.85%, 13 ÷ 160 = 8.125% ≠ 7.85%",
      ]
    ),
    ("已将775项依申请事项全部纳入平台,“全程网办”事项占比95.10%。", ["attainability ok 95.10%: 737 ÷ 775 = 95.0968% ≈ 95.10%"]),
    ("已将775项依申请事项全部纳入平台,女性干部占比95.06%。", []),
    ("已将775项事项纳入平台,梳理证照32种、清单60项,网办事项占比95.06%。", []),
    ("已将70775项事项纳入平台,网办事项占比95.06%。", ["attainability ok 95.06%: 67278 ÷ 70775 = 95.059% ≈ 95.06%"]),
  ])
func attainability(text: String, expected: [String]) {
  #expect(relations(text) == expected)
}

@Test(
  "judges a total by its parts",
  arguments: [
    ("共办理法律援助案件207件,其中刑事案件159件,民事案件48件。", ["sum ok 207件: 159 + 48 = 207"]),
    ("共办理法律援助案件207件,其中刑事案件159件,民事案件49件。", ["sum contradicted 207件: 159 + 49 = 208 ≠ 207"]),
    ("共办理法律援助案件207件,其中刑事案件159件,民事案件48件,化解纠纷30件。", ["sum ok 207件: 159 + 48 = 207"]),
    ("办结38件(其中撤回13件,撤销4件,确认违法7件,维持12件)。", ["sum contradicted 38件: 13 + 4 + 7 + 12 = 36 ≠ 38"]),
    ("办结38件(撤回13件、撤销6件、确认违法7件、维持12件)。", ["sum ok 38件: 13 + 6 + 7 + 12 = 38"]),
    ("政务服务事项515项,行政许可218项,其他297项。", ["sum ok 515项: 218 + 297 = 515"]),
    ("政务服务事项515项,行政许可208项,其他297项。", ["sum contradicted 515项: 208 + 297 = 505 ≠ 515"]),
    ("排查文件共344件。此次清理,保留237件,失效60件,废止47件。", ["sum ok 344件: 237 + 60 + 47 = 344"]),
    ("排查文件共344件。其中保留237件,失效60件,废止48件。", ["sum contradicted 344件: 237 + 60 + 48 = 345 ≠ 344"]),
    ("办理案件1.5万件,其中简易案件1万件,普通案件5000件。", ["sum ok 1.5万件: 10000 + 5000 = 15000"]),
    ("制定文件3件,其中新制定5件。", []),
    ("办理代表建议128件、委员提案163件,共281件。", ["sum contradicted 281件: 128 + 163 = 291 ≠ 281"]),
    ("办理代表建议128件、委员提案163件,共291件。", ["sum ok 291件: 128 + 163 = 291"]),
    ("审结的160件中,维持87件、驳回21件、撤销14件、终止47件。", ["sum contradicted 160件: 87 + 21 + 14 + 47 = 169 ≠ 160"]),
    // No claim: an incomplete list, far too little, approximate numbers, other units.
    ("共办理案件207件,其中刑事等案件159件,民事案件46件。", []),
    ("审查各类文件248件,其中规范性文件6件、部门文件6件。", []),
    ("共办理案件200余件,其中刑事案件159件,民事案件48件。", []),
    ("共检查企业120家,其中责令改正80次,立案30件。", []),
    ("举办培训12场,发放资料300份,接待群众50人次。", []),
  ])
func sums(text: String, expected: [String]) {
  #expect(relations(text) == expected)
}
