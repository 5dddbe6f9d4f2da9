/// A way in which reports write figures that belong together.
enum FigureForm: CaseIterable {
  case rate, rateOfCases, cutOffRate, share, namedRate, spelledRate, attainableRate
  case markedSum, bracketedSum, closedSum, sumWithOthers, spelledSum, roundedSum, continuedSum
  case growth, decline, growthFromTo, points
  case stage, carriedStage, part
  case severally, listBehind, quotedList, enumeration
  case repetition, approximation, above, units

  /// Those with a rate of which no base is stated.
  static let withoutBase: [FigureForm] = [.above]

  /// The rule that finds it broken.
  var rule: String {
    switch self {
    case .rate, .rateOfCases, .cutOffRate, .share, .namedRate, .spelledRate: "figures.rate"
    case .attainableRate: "figures.rate-attainable"
    case .markedSum, .bracketedSum, .closedSum, .sumWithOthers, .spelledSum, .roundedSum, .continuedSum: "figures.sum"
    case .growth, .decline, .growthFromTo, .points: "figures.growth"
    case .stage, .carriedStage, .part: "figures.subset"
    case .severally, .listBehind, .quotedList, .enumeration: "figures.list-length"
    case .repetition: "figures.same-quantity"
    case .approximation: "figures.approximate-exact"
    case .above: "figures.percent-range"
    case .units: "figures.units"
    }
  }

  /// A right sentence, the same broken by one number, and what a finding must quote.
  struct Made {
    var right: String
    var broken: String
    var quotes: [String]
  }

  func make(_ chance: inout SplitMix) -> Made {
    switch self {
    case .rate, .rateOfCases, .cutOffRate, .share, .namedRate, .spelledRate, .attainableRate: makeRate(&chance)
    case .markedSum, .bracketedSum, .closedSum, .sumWithOthers, .spelledSum, .roundedSum, .continuedSum:
      makeSum(&chance)
    case .growth, .decline, .growthFromTo, .points: makeGrowth(&chance)
    case .stage, .carriedStage, .part, .repetition, .approximation, .above, .units: makeCount(&chance)
    case .severally, .listBehind, .quotedList, .enumeration: makeList(&chance)
    }
  }

  // MARK: Rates

  private func makeRate(_ chance: inout SplitMix) -> Made {
    let whole = chance.number(in: 60...900)
    let part = chance.number(in: whole * 3 / 5...whole - 1)
    let rounded = Decimal(part * 10_000, over: whole, cutOff: false)
    let other = Decimal(hundredths: rounded.hundredths - chance.number(in: 100...400))
    switch self {
    case .rate:
      let words = { (rate: Decimal) in "全年开庭审理\(whole)件，负责人出庭应诉\(part)件，出庭应诉率\(rate)%。" }
      return Made(right: words(rounded), broken: words(other), quotes: ["\(other)%", "\(part)件", "\(whole)件"])
    case .rateOfCases:
      let words = { (rate: Decimal) in "受理行政复议申请\(whole)件，审结\(part)件，审结率达到\(rate)%。" }
      return Made(right: words(rounded), broken: words(other), quotes: ["\(other)%", "\(part)件", "\(whole)件"])
    case .cutOffRate:
      let cutOff = Decimal(part * 10_000, over: whole, cutOff: true)
      let words = { (rate: Decimal) in "全年开庭审理\(whole)件，负责人出庭\(part)件，负责人出庭率为\(rate)%。" }
      return Made(right: words(cutOff), broken: words(other), quotes: ["\(other)%", "\(part)件", "\(whole)件"])
    case .share:
      let words = { (rate: Decimal) in "受理行政复议申请\(whole)件，其中网上申请\(part)件，占比\(rate)%。" }
      return Made(right: words(rounded), broken: words(other), quotes: ["\(other)%", "\(part)件", "\(whole)件"])
    case .namedRate:
      let words = { (rate: Decimal) in "评查案卷\(whole)卷，其中合格\(part)卷、不合格\(whole - part)卷，合格率为\(rate)%。" }
      return Made(right: words(rounded), broken: words(other), quotes: ["\(other)%", "\(part)卷", "\(whole)卷"])
    case .spelledRate:
      let tens = chance.number(in: 6...9) * 10
      let words = { (rate: Int) in
        "抽查案卷200卷，合格\(tens * 2)卷，合格率为百分之\(Self.chinese(rate))。"
      }
      let wrong = tens - chance.number(in: 2...5)
      return Made(
        right: words(tens), broken: words(wrong), quotes: ["百分之\(Self.chinese(wrong))", "\(tens * 2)卷", "200卷"])
    case .attainableRate:
      let cases = chance.number(in: 20...60)
      let given = chance.number(in: 3...cases / 2)
      let rate = Decimal(given * 10_000, over: cases, cutOff: false)
      var wrong = Decimal(hundredths: rate.hundredths + 7)
      while (0...cases).contains(where: { count in
        [true, false].contains { Decimal(count * 10_000, over: cases, cutOff: $0) == wrong }
      }) {
        wrong = Decimal(hundredths: wrong.hundredths + 7)
      }
      let words = { (rate: Decimal) in "审理行政复议案件\(cases)件，综合纠错率\(rate)%。" }
      return Made(right: words(rate), broken: words(wrong), quotes: ["\(wrong)%", "\(cases)件"])
    case _:
      return Made(right: "", broken: "", quotes: [])
    }
  }

  // MARK: Sums

  private func makeSum(_ chance: inout SplitMix) -> Made {
    let (first, second, third) = (
      chance.number(in: 60...400), chance.number(in: 60...400), chance.number(in: 20...90)
    )
    let slip = chance.number(in: 1...4)
    switch self {
    case .markedSum:
      let words = { (part: Int) in "共办理法律援助案件\(first + second)件，其中刑事案件\(first)件，民事案件\(part)件。" }
      return Made(
        right: words(second), broken: words(second - slip),
        quotes: ["\(first + second)件", "\(first)件", "\(second - slip)件"])
    case .bracketedSum:
      let total = first + second + third
      let words = { (part: Int) in "审结\(total)件（其中维持\(first)件、撤销\(part)件、终止\(third)件）。" }
      return Made(
        right: words(second), broken: words(second + slip),
        quotes: ["\(total)件", "\(first)件", "\(second + slip)件", "\(third)件"])
    case .closedSum:
      let words = { (total: Int) in "办理人大代表建议\(first)件、政协委员提案\(second)件，共\(total)件。" }
      return Made(
        right: words(first + second), broken: words(first + second + slip * 10),
        quotes: ["\(first)件", "\(second)件", "\(first + second + slip * 10)件"])
    case .sumWithOthers:
      let words = { (part: Int) in "公布政务服务事项\(first + second)项，行政许可\(part)项，其他\(second)项。" }
      return Made(
        right: words(first), broken: words(first + slip),
        quotes: ["\(first + second)项", "\(first + slip)项", "\(second)项"])
    case .spelledSum:
      let (many, few) = (chance.number(in: 10...25), chance.number(in: 8...20))
      let words = { (part: Int) in
        "召开法治工作会议\(Self.chinese(many + few))次，其中常务会议\(Self.chinese(many))次，专题会议\(Self.chinese(part))次。"
      }
      return Made(
        right: words(few), broken: words(few - 1),
        quotes: [Self.chinese(many + few) + "次", Self.chinese(many) + "次", Self.chinese(few - 1) + "次"])
    case .roundedSum:
      let (online, offline) = (chance.number(in: 80...200), chance.number(in: 50...90))
      func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)万件" }
      let words = { (part: Int) in
        "共办理事项\(tenths(online + offline))，其中线上办理\(tenths(online))，线下办理\(tenths(part))。"
      }
      return Made(
        right: words(offline), broken: words(offline - 8),
        quotes: [tenths(online + offline), tenths(online), tenths(offline - 8)])
    case .continuedSum:
      let total = first + second + third
      let words = { (part: Int) in
        "清理行政规范性文件共\(total)件。此次清理，保留\(first)件，废止\(second)件，修改\(part)件。"
      }
      return Made(
        right: words(third), broken: words(third + slip),
        quotes: ["\(total)件", "\(first)件", "\(second)件", "\(third + slip)件"])
    case _:
      return Made(right: "", broken: "", quotes: [])
    }
  }

  // MARK: Growth

  private func makeGrowth(_ chance: inout SplitMix) -> Made {
    let before = chance.number(in: 24...90)
    let now = self == .decline ? before - chance.number(in: 5...20) : before + chance.number(in: 5...60)
    let change = abs(now - before)
    let rate = Decimal(change * 10_000, over: before, cutOff: false)
    func isPossible(_ rate: Decimal) -> Bool {
      (1...now * 4 + 400).contains { old in
        (self == .decline ? old > now : old < now)
          && [true, false].contains { Decimal(abs(now - old) * 10_000, over: old, cutOff: $0) == rate }
      }
    }
    var wrong = Decimal(hundredths: rate.hundredths + 13)
    while isPossible(wrong) { wrong = Decimal(hundredths: wrong.hundredths + 13) }
    switch self {
    case .growth:
      let words = { (rate: Decimal) in "收到行政复议申请\(now)件，同比增长\(rate)%。" }
      return Made(right: words(rate), broken: words(wrong), quotes: ["\(now)件", "\(wrong)%"])
    case .decline:
      let words = { (rate: Decimal) in "发生一审行政诉讼案件\(now)件，较上年下降\(rate)%。" }
      return Made(right: words(rate), broken: words(wrong), quotes: ["\(now)件", "\(wrong)%"])
    case .growthFromTo:
      let words = { (rate: Decimal) in "参加培训的执法人员由\(before)人增加到\(now)人，增长\(rate)%。" }
      return Made(right: words(rate), broken: words(wrong), quotes: ["\(before)人", "\(now)人", "\(wrong)%"])
    case .points:
      let (from, to) = (chance.number(in: 60...80), chance.number(in: 82...98))
      let words = { (points: Int) in "全程网办率由\(from)%提高到\(to)%，提高\(points)个百分点。" }
      return Made(
        right: words(to - from), broken: words(to - from + 1),
        quotes: ["\(from)%", "\(to)%", "\(to - from + 1)个百分点"])
    case _:
      return Made(right: "", broken: "", quotes: [])
    }
  }

  // MARK: Counts

  private func makeCount(_ chance: inout SplitMix) -> Made {
    let whole = chance.number(in: 40...400)
    let less = chance.number(in: 3...30)
    switch self {
    case .stage:
      let words = { (part: Int) in "行政诉讼案件开庭审理\(whole)件，行政机关负责人出庭应诉\(part)件。" }
      return Made(
        right: words(whole - less), broken: words(whole + less), quotes: ["\(whole)件", "\(whole + less)件"])
    case .carriedStage:
      let words = { (part: Int) in "全年受理行政复议申请\(whole)件，上年结转\(less)件，审结\(part)件。" }
      return Made(
        right: words(whole + less - 1), broken: words(whole + less + 2),
        quotes: ["\(whole)件", "\(less)件", "\(whole + less + 2)件"])
    case .part:
      let words = { (part: Int) in "组织执法培训\(whole)场，其中线上培训\(part)场。" }
      return Made(right: words(less), broken: words(whole + less), quotes: ["\(whole)场", "\(whole + less)场"])
    case .repetition:
      let words = { (again: Int) in
        "全年受理法律援助案件\(whole)件。坚持应援尽援，2024年共受理法律援助案件\(again)件，群众反映良好。"
      }
      return Made(right: words(whole), broken: words(whole + less), quotes: ["\(whole)件", "\(whole + less)件"])
    case .approximation:
      let tens = chance.number(in: 3...90) * 10
      let ones = chance.number(in: 1...9)
      let words = { (count: Int) in "开展法治宣讲，受众\(count)余人次。" }
      return Made(right: words(tens), broken: words(tens + ones), quotes: ["\(tens + ones)余人次"])
    case .above:
      let words = { (rate: Int) in "政府信息公开申请按时答复，办结率达到\(rate)%。" }
      return Made(right: words(100 - less), broken: words(100 + less), quotes: ["\(100 + less)%"])
    case .units:
      let words = { (unit: String) in
        "办理法律援助案件\(whole + less)件，其中刑事案件\(whole)\(unit)，民事案件\(less)件。"
      }
      return Made(
        right: words("件"), broken: words("起"), quotes: ["\(whole + less)件", "\(whole)起", "\(less)件"])
    case _:
      return Made(right: "", broken: "", quotes: [])
    }
  }

  // MARK: Lists

  private func makeList(_ chance: inout SplitMix) -> Made {
    let things = ["申请材料", "办理环节", "办理时限", "跑动次数", "审批层级", "收费项目"]
    let ones = ["一套标准", "一张清单", "一个方案", "一次调研", "一场讲座", "一月一调度"]
    let works = ["加强培训", "严格考核", "公开结果", "压实责任", "强化保障", "完善制度"]
    let count = chance.number(in: 3...5)
    let quantity = Self.chinese(count)
    let other = Self.chinese(count + 1)
    switch self {
    case .severally:
      let values = (0..<count).map { _ in "\(chance.number(in: 20...90))%" }
      let words = { (values: [String]) in
        things.prefix(count).joined(separator: "、") + "分别压减" + values.joined(separator: "、") + "。"
      }
      let fewer = Array(values.dropLast())
      return Made(right: words(values), broken: words(fewer), quotes: [fewer.joined(separator: "、")])
    case .listBehind:
      let words = { (number: String) in
        "推行“\(number)个一”工作法，即“" + ones.prefix(count).joined(separator: "、") + "”。"
      }
      return Made(right: words(quantity), broken: words(other), quotes: ["\(other)个"])
    case .quotedList:
      let words = { (number: Int) in
        "重大决策实现“"
          + ["审核覆盖率", "顾问参与率", "集体讨论率", "公开征求意见率", "风险评估率"].prefix(count)
          .joined(separator: "、") + "”\(number)个100%。"
      }
      return Made(right: words(count), broken: words(count + 1), quotes: ["\(count + 1)个"])
    case .enumeration:
      let words = { (number: String) in
        "重点抓好\(number)项工作："
          + works.prefix(count).enumerated().map { Self.chinese($0.offset + 1) + "是" + $0.element }
          .joined(separator: "；") + "。"
      }
      return Made(right: words(quantity), broken: words(other), quotes: ["\(other)项"])
    case _:
      return Made(right: "", broken: "", quotes: [])
    }
  }

  /// A number of 1 to 99 in Chinese characters.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if number < 10 { return digits[number] }
    return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
  }
}

/// A number with two decimals, rounded half up or cut off by integer arithmetic alone.
private struct Decimal: Equatable, CustomStringConvertible {
  var hundredths: Int

  init(hundredths: Int) { self.hundredths = hundredths }

  init(_ number: Int, over divisor: Int, cutOff: Bool) {
    hundredths = cutOff ? number / divisor : (number * 2 + divisor) / (divisor * 2)
  }

  var description: String {
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension SplitMix {
  fileprivate mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
