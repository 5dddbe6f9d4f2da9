import SampleReports

/// A folder of two hundred reports as districts write them, some of whose sections are lightly edited copies of others'.
struct CopiedFolder {
  /// What the bodies write themselves, beside the stock phrases that a quarter of all sentences are.
  enum Own: String, CaseIterable {
    /// Sentences of their own.
    case sentences
    /// Half of them a superior's sentences with other figures.
    case half
    /// Only a superior's sentences with other figures.
    case figures
    /// Only a superior's sentences with other figures and other places.
    case figuresAndPlaces
  }

  /// The text of each report.
  let reports: [String]
  /// The numbers of the reports that have a section from each other, the smaller first.
  let planted: Set<[Int]>

  init(_ own: Own, seed: UInt64, copies: Int) {
    var author = Author(own: own, seed: seed)
    var reports = (0..<200).map { _ in (0..<8).map { _ in (0..<author.below(7) + 7).map { _ in author.sentence() } } }
    var planted: Set<[Int]> = []
    let order = reports.indices.shuffled(using: &author.chance)
    for copy in 0..<copies {
      let (from, to) = (order[2 * copy], order[2 * copy + 1])
      let section = author.below(8)
      reports[to][section] = author.edited(reports[from][section])
      planted.insert([from, to].sorted())
    }
    self.planted = planted
    self.reports = reports.enumerated().map { Self.text(of: $1, body: Self.body($0)) }
  }

  /// Sections of a report of its own.
  static func sections(seed: UInt64, count: Int = 8) -> [[String]] {
    var chance = SplitMix(seed: seed)
    return (0..<count).map { _ in (0..<8).map { _ in Words.sentence(using: &chance) } }
  }

  static func body(_ number: Int) -> String {
    let (first, second) = (Array("澄漪澜岚沐霁棠芷珩砚"), Array("溪屏渡原陵浦汀崖泽坞"))
    return "\(first[number % 10])\(second[number / 10 % 10])" + (number < 100 ? "县" : "区")
  }

  static func text(of sections: [[String]], body: String, year: Int = 2024) -> String {
    let headings = [
      "（一）依法履行政府职能", "（二）完善依法行政制度体系", "（三）推进依法决策", "（四）严格规范公正文明执法", "（五）依法预防化解矛盾纠纷",
      "二、主要负责人履行推进法治建设第一责任人职责情况", "三、存在的不足和原因", "四、下一年度工作安排",
    ]
    let parts = zip(headings, sections).map { "\($0)\n\($1.joined())\n" }
    return """
      \(body)人民政府\(year)年法治政府建设情况报告
      现将\(body)\(year)年法治政府建设情况报告如下。
      一、主要举措和成效
      \(parts.joined())\(body)人民政府
      \(year + 1)年2月18日

      """
  }
}

/// Writes sentences of which no two are alike, stock phrases and a superior's sentences.
private struct Author {
  let own: CopiedFolder.Own
  var chance: SplitMix
  private let given: [String]

  init(own: CopiedFolder.Own, seed: UInt64) {
    self.own = own
    chance = SplitMix(seed: seed)
    var superior = SplitMix(seed: 11)
    given = (0..<60).map { _ in Words.sentence(using: &superior) }
  }

  mutating func below(_ count: Int) -> Int { Int(chance.next() % UInt64(count)) }

  mutating func sentence() -> String {
    if below(4) == 0 { return Words.stock[below(Words.stock.count)] }
    switch own {
    case .sentences: return Words.sentence(using: &chance)
    case .half: return below(2) == 0 ? Words.sentence(using: &chance) : withOtherFigures(given[below(given.count)])
    case .figures: return withOtherFigures(given[below(given.count)])
    case .figuresAndPlaces:
      let sentence = withOtherFigures(given[below(given.count)])
      return Words.places.reduce(sentence) { $0.replacing($1, with: Words.places[below(Words.places.count)]) }
    }
  }

  /// The sentence with figures of as many digits.
  private mutating func withOtherFigures(_ sentence: String) -> String {
    sentence.replacing(/[0-9]+/) { figure in
      let least = (1..<figure.output.count).reduce(1) { least, _ in least * 10 }
      return String(least + below(least * 9))
    }
  }

  /// A section as it is after somebody went over it: in some sentences other figures, another word, a clause left out; some are
  /// gone, two have changed places, one is new.
  mutating func edited(_ section: [String]) -> [String] {
    var edited: [String] = []
    for var sentence in section {
      if below(12) == 0 { continue }
      if below(10) < 3 { sentence = withOtherFigures(sentence) }
      if below(10) < 4, let word = Words.all.first(where: sentence.contains) {
        sentence = sentence.replacing(word, with: Words.all[below(Words.all.count)])
      }
      if below(7) == 0, let comma = sentence.lastIndex(of: "，"), sentence.firstIndex(of: "，") != comma {
        sentence = sentence[..<comma] + "。"
      }
      edited.append(sentence)
    }
    if edited.count > 3 { edited.swapAt(1, 3) }
    edited.insert(Words.sentence(using: &chance), at: below(edited.count))
    return edited
  }
}

private enum Words {
  static let stock = [
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，扎实推进法治政府建设各项工作。",
    "严格执行《重大行政决策程序暂行条例》，落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定等程序要求。",
    "全面落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，推动严格规范公正文明执法。",
    "自觉接受人大监督、政协民主监督、司法监督和社会监督，认真办理人大代表建议和政协委员提案。",
    "主要负责人切实履行推进法治建设第一责任人职责，做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    "坚持和发展新时代“枫桥经验”，完善人民调解、行政调解、司法调解联动工作体系，把矛盾纠纷化解在基层。",
    "深入推进“放管服”改革，持续优化法治化营商环境，最大限度便企利民。",
    "部分领导干部运用法治思维和法治方式解决问题的能力还需进一步提升，执法队伍专业化水平有待提高。",
  ]
  static let places = [
    "青禾镇", "石渡镇", "栖云街道", "渔浦街道", "白鹭湾", "南浔桥片区", "东坪工业园", "柳溪口", "龙首岩", "北仓片区", "黄泥坳", "双塔路", "鹤鸣山", "响水滩",
  ]
  private static let subjects = [
    "司法局", "市场监管局", "应急管理局", "城管执法大队", "各镇街", "法制审核机构", "行政审批局", "生态环境分局", "农业农村局", "住建部门", "卫健部门", "水务局", "民政局",
    "公安分局",
  ]
  private static let verbs = [
    "牵头制定", "组织修订", "印发实施", "集中清理", "专题研究", "全面排查", "重点督办", "分批培训", "逐一核验", "公开征集", "现场评查", "联合检查", "依法纠正", "跟踪问效",
  ]
  private static let objects = [
    "河道采砂许可", "集体土地征收档案", "餐饮油烟投诉", "预付卡消费纠纷", "危化品运输通行证", "农资打假线索", "校外培训备案", "物业管理纠纷", "充电桩审批", "老旧小区加装电梯",
    "建筑垃圾处置核准", "古树名木保护", "冷链食品追溯", "养老机构消防验收", "渔船检验登记", "扬尘治理台账", "宅基地审批流程", "劳动仲裁案件", "公交线路调整听证", "户外广告设置",
  ]
  private static let means = [
    "建立周调度月通报机制", "推行一件事一次办", "引入第三方评估", "运用无人机巡查", "开通掌上预约通道", "编制办事指引手册", "设立法律顾问值班岗", "实行首违不罚清单", "组建联合专班",
    "嵌入智慧平台预警模块", "落实限时办结承诺", "开设流动服务车", "签订跨区协作协议",
  ]
  private static let results = [
    "群众满意度明显上升", "平均办理时限缩短", "同类投诉明显下降", "相关做法在全市推广", "历史遗留问题基本化解", "企业跑动次数减少", "案卷评查合格率提升", "执法风险点得到管控",
  ]

  static var all: [String] { places + subjects + verbs + means }

  static func sentence(using chance: inout SplitMix) -> String {
    func one(of words: [String]) -> String { words[Int(chance.next() % UInt64(words.count))] }
    func figure(_ most: UInt64) -> String { String(2 + chance.next() % most) }
    let (subject, verb, object, place) = (one(of: subjects), one(of: verbs), one(of: objects), one(of: places))
    let (means, result) = (one(of: means), one(of: results))
    switch chance.next() % 5 {
    case 0: return "\(subject)\(verb)\(object)\(figure(400))件，在\(place)\(means)，\(result)。"
    case 1: return "针对\(place)反映集中的\(object)问题，\(subject)\(means)，\(verb)相关事项\(figure(900))项，\(result)。"
    case 2: return "全年\(verb)\(object)\(figure(3000))宗，其中\(place)\(figure(300))宗，\(means)，\(result)。"
    case 3: return "围绕\(object)和\(one(of: objects))两个领域，\(means)，\(subject)累计出动人员\(figure(5000))人次。"
    default:
      return "在\(place)、\(one(of: places))等地开展\(object)专项行动，\(verb)线索\(figure(200))条，\(subject)\(means)，推动\(result)。"
    }
  }
}
