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
  let reader = FigureReader(vocabulary: Corpus.vocabulary, sameUnits: Corpus.words.sameUnits, phrases: &phrases)
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
    ("受理行政复议申请200件,上年结转20件,审结210件。", ["subset ok 210件: 210 ≤ 200 + 20 = 220"]),
    ("受理行政复议申请200件,上年结转5件,审结210件。", ["subset contradicted 210件: 210 > 200 + 5 = 205"]),
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

@Test(
  "finds part and base of a rate by what ties them: what was due, one of many, one act in two words, the base's name",
  arguments: [
    ("应出庭案件96件,实际出庭94件,出庭率98.92%。", ["rate contradicted 98.92%: 94 ÷ 96 = 97.9167% ≠ 98.92%"]),
    ("应公示信息1.2万条,已公示1.19万条,公示率99.17%。", ["rate ok 99.17%: 11900 ÷ 12000 = 99.1667% ≈ 99.17%"]),
    ("全县217个村(社区)中已有203个配备顾问,覆盖率95.3%。", ["rate contradicted 95.3%: 203 ÷ 217 = 93.548% ≠ 95.3%"]),
    ("8个项目中,已提请6个,完成率75%。", ["rate ok 75%: 6 ÷ 8 = 75%"]),
    ("5件中的4件,完成率90%。", ["rate contradicted 90%: 4 ÷ 5 = 80% ≠ 90%"]),
    // A rate of another thing than the one that is among many.
    ("全县217个村中203个配备顾问,满意率88.2%。", ["rate cannotTell 88.2%: 203 ÷ 217 = 93.548%"]),
    ("受理仲裁案件420件,办结401件,结案率94.58%。", ["rate contradicted 94.58%: 401 ÷ 420 = 95.4762% ≠ 94.58%"]),
    ("收到74件,受理70件;审结66件,结案率92.49%。", ["rate contradicted 92.49%: 66 ÷ 70 = 94.2857% ≠ 92.49%"]),
    (
      "审结180件,其中撤销12件、变更3件、确认违法12件,纠错率15%。",
      ["rate ok 15%: (12 + 3 + 12) ÷ 180 = 15%"]
    ),
    ("审结180件,其中撤销12件、变更3件、确认违法12件,纠错率18%。", ["rate contradicted 18%: (12 + 3 + 12) ÷ 180 = 15% ≠ 18%"]),
    ("网上可办1210项,占事项总数1245项的99.2%。", ["rate contradicted 99.2%: 1210 ÷ 1245 = 97.189% ≠ 99.2%"]),
    ("审结180件,调解61件,占审结案件的33.89%。", ["rate ok 33.89%: 61 ÷ 180 = 33.8889% ≈ 33.89%"]),
    (
      "112家述法,书面述法112家,占比100%;现场述法15家,占14.3%。",
      ["rate ok 100%: 112 ÷ 112 = 100%", "rate contradicted 14.3%: 15 ÷ 112 = 13.393% ≠ 14.3%"]
    ),
    // Shares of a whole that is not stated.
    ("涉企案件120件,占60%;其他案件80件,占40%。", []),
    ("受理94件(审结87件,审结率95.25%)。", ["rate contradicted 95.25%: 87 ÷ 94 = 92.5532% ≠ 95.25%"]),
    ("办结率95.7%(受理200件,办结195件)。", ["rate contradicted 95.7%: 195 ÷ 200 = 97.5% ≠ 95.7%"]),
    // The noun of a rate's name is what is counted, and ties nothing.
    ("审查文件248件,其中规范性文件6件,规范性文件报备率100%。", ["rate ok 100%: 6 ÷ 6 = 100%"]),
    ("受理申请200件,审结案件180件,案件满意率95%。", []),
    // The base of the rates before, in a series.
    (
      "案卷160卷,优秀96卷,优秀率60%;良好52卷,良好率32.5%;不合格2卷,不合格率1.25%。",
      [
        "rate ok 60%: 96 ÷ 160 = 60%", "rate ok 32.5%: 52 ÷ 160 = 32.5%",
        "rate ok 1.25%: 2 ÷ 160 = 1.25%",
      ]
    ),
    ("开庭55件,负责人出庭53件,出庭率由上年的92%提高至93.66%。", ["rate contradicted 93.66%: 53 ÷ 55 = 96.3636% ≠ 93.66%"]),
    ("应换发人员926人,实际换发911人,换证率93.88%。", ["rate contradicted 93.88%: 911 ÷ 926 = 98.3801% ≠ 93.88%"]),
    ("应到180人,实到171人,到庭率59%。", ["rate contradicted 59%: 171 ÷ 180 = 95% ≠ 59%"]),
    ("不予处罚412件,占处罚案件总数(1648件)的52%。", ["rate contradicted 52%: 412 ÷ 1648 = 25% ≠ 52%"]),
    ("审结率92.6%,共受理106件,审结102件。", ["rate contradicted 92.6%: 102 ÷ 106 = 96.226% ≠ 92.6%"]),
    ("审结率96.2%,共受理106件,审结102件。", ["rate ok 96.2%: 102 ÷ 106 = 96.226% ≈ 96.2%"]),
    ("满意率98%,受理申请106件,审结102件。", []),
    ("满意度达108.2%。", ["bound contradicted 108.2%: 108.2% > 100%"]),
    // What the year before is compared with carries nothing over.
    ("审结64件,败诉5件,败诉率8.71%,比上年下降2.1个百分点。", ["rate contradicted 8.71%: 5 ÷ 64 = 7.8125% ≠ 8.71%"]),
    ("持证上岗率105%。", ["bound contradicted 105%: 105% > 100%"]),
    ("年度计划完成率120%。", []),
  ])
func tiedRates(text: String, expected: [String]) {
  #expect(relations(text) == expected)
}

@Test(
  "finds the numbers between which something has grown",
  arguments: [
    ("办结1563件,比上年增加231件,增长17.34%。", ["growth ok 17.34%: 231 ÷ (1563 − 231) = 17.3423% ≈ 17.34%"]),
    ("办结912件,较上年减少48件,下降8%。", ["growth contradicted 8%: 48 ÷ (912 + 48) = 5% ≠ 8%"]),
    ("受理312件,较上年的260件增长25%。", ["growth contradicted 25%: (312 − 260) ÷ 260 = 20% ≠ 25%"]),
    ("办理540件,去年同期为600件,同比下降10%。", ["growth ok 10%: (600 − 540) ÷ 600 = 10%"]),
    ("由2023年的150件下降至2024年的120件,降幅25%。", ["growth contradicted 25%: (150 − 120) ÷ 150 = 20% ≠ 25%"]),
    ("2023年受理250件,2024年受理285件,同比增长14%。", ["growth ok 14%: (285 − 250) ÷ 250 = 14%"]),
    ("满意率96.5%,比上年的94.2%提高3.2个百分点。", ["growth contradicted 3.2个百分点: 96.5 − 94.2 = 2.3 ≠ 3.2"]),
    ("案件由300件增加到345件,增加54件。", ["growth contradicted 54件: 345 − 300 = 45 ≠ 54"]),
    ("案件数量减少132件,由1032件降至890件。", ["growth contradicted 132件: 1032 − 890 = 142 ≠ 132"]),
    ("检查由上年的3620次减少至2715次,压减35%。", ["growth contradicted 35%: (3620 − 2715) ÷ 3620 = 25% ≠ 35%"]),
    ("收案256件,结案243件,同比上升15.3%、12.5%。", []),
    ("信访总量同比下降12%,由1250件降为1125件。", ["growth contradicted 12%: (1250 − 1125) ÷ 1250 = 10% ≠ 12%"]),
    ("2024年为1280件,2023年为1600件,同比下降25%。", ["growth contradicted 25%: (1600 − 1280) ÷ 1600 = 20% ≠ 25%"]),
    // Several counts before a growth, of which it may be any.
    ("举办讲座300人次、展览13场,增长20%。", ["growth ok 20%: (300 − 249) ÷ 249 = 20.48% ≈ 20%"]),
    ("受理312件,比上年新增60件,办结300件。", []),
  ])
func changes(text: String, expected: [String]) {
  #expect(relations(text, of: [.growth]) == expected)
}

@Test(
  "takes a list for complete by its own words, and a total for one of its own unit",
  arguments: [
    (
      "仲裁178件,标的额2.3亿元,其中买卖90件、工程55件、其他33件。",
      ["sum ok 178件: 90 + 55 + 33 = 178"]
    ),
    (
      "仲裁178件,标的额2.3亿元,其中买卖90件、工程55件、其他43件。",
      ["sum contradicted 178件: 90 + 55 + 43 = 188 ≠ 178"]
    ),
    ("培训48场次,其中县级12场、乡级46场。", ["sum contradicted 48场次: 12 + 46 = 58 ≠ 48"]),
    (
      "清理文件260件,继续有效201件、废止34件、失效17件、修改18件。",
      ["sum contradicted 260件: 201 + 34 + 17 + 18 = 270 ≠ 260"]
    ),
    ("收到建议37条,采纳21条,部分采纳9条,未采纳11条。", ["sum contradicted 37条: 21 + 9 + 11 = 41 ≠ 37"]),
    ("督办问题64个,已整改51个,正在整改15个。", ["sum contradicted 64个: 51 + 15 = 66 ≠ 64"]),
    ("受理申请200件,审结190件、调解60件、和解20件。", []),
    ("许可3250件、确认418件、给付176件,三项合计3484件。", ["sum contradicted 3484件: 3250 + 418 + 176 = 3844 ≠ 3484"]),
    ("受理复议120件、应诉45件,共审结150件。", []),
    ("办结238件,其中:准予221件;不予许可27件。", ["sum contradicted 238件: 221 + 27 = 248 ≠ 238"]),
    ("清理项目54项:取消21项,降低标准18项,保留25项。", ["sum contradicted 54项: 21 + 18 + 25 = 64 ≠ 54"]),
    ("配备人员168人(县级69人、乡级72人)。", ["sum contradicted 168人: 69 + 72 = 141 ≠ 168"]),
    ("审结的241件复议案件中,维持128件,驳回61件,撤销9件,调解34件。", ["sum contradicted 241件: 128 + 61 + 9 + 34 = 232 ≠ 241"]),
    ("培训32期(线上41期、线下18期)。", ["sum contradicted 32期: 41 + 18 = 59 ≠ 32"]),
    ("律师48人、公证员12人、调解员9人,总数为96人。", ["sum contradicted 96人: 48 + 12 + 9 = 69 ≠ 96"]),
    ("干部86名,其中女性30人、党员70人。", []),
  ])
func completeLists(text: String, expected: [String]) {
  #expect(relations(text, of: [.sum]) == expected)
}

@Test(
  "compares what was done with what was due, and what was concluded with all that was there",
  arguments: [
    ("应参加旁听庭审120人,实际参加128人。", ["subset contradicted 128人: 128 > 120"]),
    ("原有9件,新收88件,审结94件。", ["subset cannotTell 94件: 94 ≤ 88 + 9 = 97"]),
    ("上年结转9件,新收88件,审结94件。", ["subset ok 94件: 94 ≤ 88 + 9 = 97"]),
    ("发放问卷600份,收回674份。", ["subset contradicted 674份: 674 > 600"]),
    ("新收35件,办结35件,其中调解结案41件。", ["subset ok 35件: 35 ≤ 35", "subset contradicted 41件: 41 > 35"]),
    ("印发《甲办法》《乙办法》《丙办法》2个文件。", ["list contradicted 2个: 3 ≠ 2"]),
    ("印发《甲办法》《乙办法》等3个文件。", ["list ok 3个: 3 = 3"]),
    ("落实《甲办法》《乙办法》12项任务。", []),
    ("健全学习、会商、督办、考核、通报六项制度。", ["list contradicted 六项: 5 ≠ 6"]),
    ("在青禾镇、柳河镇、白水镇设立4类站点。", []),
    ("围绕“三个强化”,即强化学习、强化执行、强化监督、强化保障,推动工作。", ["list contradicted 三个: 4 ≠ 3"]),
    ("全年共调解矛盾纠纷3125件。全年共调解矛盾纠纷3152件。", ["repetition contradicted 3152件: 3125 ≠ 3152"]),
    ("开展专项检查活动12次。开展专项检查活动15次。", []),
  ])
func stagesAndLists(text: String, expected: [String]) {
  #expect(relations(text, of: [.subset, .list, .repetition]) == expected)
}
