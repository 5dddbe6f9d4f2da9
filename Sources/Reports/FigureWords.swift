/// The words by which relations between figures are known.
///
/// They are data of the rule pack (`figure-words.yaml`); the code knows structure only.
public struct FigureWords: Sendable {
  /// Words before a total: 共.
  public var totals: [String] = []
  /// Words before those, that say of what the total is: 两项.
  public var totalLeads: [String] = []
  /// Units of one meaning: 场, 场次.
  public var sameUnits: [[String]] = []
  /// Words that begin or end as those of `among` do and open nothing: 中心.
  public var notAmong: [String] = []
  /// Words that open the parts of a total: 其中.
  public var ofWhich: [String] = []
  /// Words behind a total that open its parts, before a comma: 审结的160件中.
  public var among: [String] = []
  /// Words that open the part that makes a list complete: 其他.
  public var others: [String] = []
  /// Words that make a list incomplete: 等.
  public var incomplete: [String] = []
  /// Words at the start of a sentence whose figures are the parts of the total before it: 此次.
  public var continuing: [String] = []
  /// How the name of a rate ends: 率.
  public var rateEndings: [String] = []
  /// How the name of a share ends: 占比.
  public var shareEndings: [String] = []
  /// Words between the name of a rate and its value: 达到.
  public var rateLinks: [String] = []
  /// Words that make a percentage one of growth: 同比.
  public var growth: [String] = []
  /// Names of rates that may exceed 100 %: 增长率.
  public var openRates: [String] = []
  /// What is no rate by its name, and cannot exceed 100 % either: 满意度.
  public var degrees: [String] = []
  /// What a rate is called that names nothing of its own part: 覆盖, 完成.
  public var shareStems: [String] = []
  /// What is counted, which ties no rate to a part: 案件.
  public var things: [String] = []
  /// Words of one act, by any of which a rate and its part may call it: 审结, 结案.
  public var sameActs: [[String]] = []
  /// Words before what was due, the base of what was done: 应出庭80件.
  public var due: [String] = []
  /// Words before what was done of that: 实际出庭78件.
  public var done: [String] = []
  /// Words that turn what follows into what is left of a whole: 未.
  public var counterparts: [String] = []
  /// Words by which a whole is its own part: 全部.
  public var allOf: [String] = []
  /// Words behind the base of a share: 的 in 占总数1245项的97.2%.
  public var ofBase: [String] = []
  /// Words behind a base that name no other thing than the total itself: 总数.
  public var totalNouns: [String] = []
  /// Words by which the whole is more than what was counted: 结转.
  public var carryOver: [String] = []

  /// Words by which a percentage is one of reduction, of which both ends should be stated: 压减.
  public var reductions: [String] = []
  /// Words that give several things a value each: 分别.
  public var severally: [String] = []
  /// What is dealt with over the turn of the year, so that what was begun in a year is not what was ended: 案件.
  public var runningOn: [String] = []
  /// Names of rates that are taken of the cases named just before: 纠错率.
  public var ownRates: [String] = []
  /// Words of time and comparison that stand before a growth and name nothing that grew: 同比.
  public var compared: [String] = []
  /// Words before a number of an earlier period: 上年.
  public var prior: [String] = []
  /// Words of a growth: 增长.
  public var rises: [String] = []
  /// Words of a decline: 下降.
  public var falls: [String] = []
  /// Words between the number before and the number now: 由…提高到….
  public var fromWords: [String] = []
  public var toWords: [String] = []
  /// The measure word of a difference of percentages: 个百分点.
  public var points: [String] = []
  /// Stages of one matter, of which the later cannot be more than the earlier.
  public var stages: [Stage] = []
  /// What makes two mentions those of one quantity: 行政复议申请.
  public var tracked: [String] = []
  /// Words of time that may stand before what is counted and say only that it is the year's: 全年.
  public var yearly: [String] = []
  /// Words that narrow a sentence to a part of the year or to another one: 上半年.
  public var partial: [String] = []
  /// Words behind an exact number that make it an approximate one: 余.
  public var more: [String] = []
  /// Units of things that cannot be divided: 件.
  public var whole: [String] = []
  /// Units of people, who can be of several kinds at once.
  public var people: [String] = []
  /// Words that make a fraction of such things an average: 平均.
  public var averages: [String] = []
  /// Words that a number of listed things is followed by: 个, 项, 级.
  public var listed: [String] = []
  /// Those of them that count kinds of things, which a list before them names one by one: 项.
  public var listedKinds: [String] = []
  /// What a title is the name of: 办法.
  public var documents: [String] = []
  /// Words that open the list of what was announced: 即.
  public var listOpeners: [String] = []
  /// Words that part the last things of a list: 和.
  public var listJoints: [String] = []
  /// Words that have one of those in them and part nothing: 参与.
  public var notJoints: [String] = []
  /// Words for what was done to what is counted: 受理.
  public var acts: [String] = []
  /// Words behind the number of an item of an enumeration: 是 in 一是.
  public var items: [String] = []

  /// A stage of a matter and one that comes after it.
  public struct Stage: Sendable {
    public var earlier: [String]
    public var later: [String]
    /// Whether matters of the year before can be among the later ones.
    public var runsOn: Bool

    public init(earlier: [String], later: [String], runsOn: Bool) {
      self.earlier = earlier
      self.later = later
      self.runsOn = runsOn
    }
  }

  public init() {}
}
