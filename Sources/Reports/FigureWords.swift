/// The words by which relations between figures are known.
///
/// They are data of the rule pack (`figure-words.yaml`); the code knows structure only.
package struct FigureWords: Sendable {
  /// Words before a total: 共.
  package var totals: [String] = []
  /// Words before those, that say of what the total is: 两项.
  package var totalLeads: [String] = []
  /// Units of one meaning: 场, 场次.
  package var sameUnits: [[String]] = []
  /// Words that begin or end as those of `among` do and open nothing: 中心.
  package var notAmong: [String] = []
  /// Words that open the parts of a total: 其中.
  package var ofWhich: [String] = []
  /// Words behind a total that open its parts, before a comma: 审结的160件中.
  package var among: [String] = []
  /// Words that open the part that makes a list complete: 其他.
  package var others: [String] = []
  /// Words that make a list incomplete: 等.
  package var incomplete: [String] = []
  /// Words at the start of a sentence whose figures are the parts of the total before it: 此次.
  package var continuing: [String] = []
  /// How the name of a rate ends: 率.
  package var rateEndings: [String] = []
  /// How the name of a share ends: 占比.
  package var shareEndings: [String] = []
  /// Words between the name of a rate and its value: 达到.
  package var rateLinks: [String] = []
  /// Words that make a percentage one of growth: 同比.
  package var growth: [String] = []
  /// Names of rates that may exceed 100 %: 增长率.
  package var openRates: [String] = []
  /// What is no rate by its name, and cannot exceed 100 % either: 满意度.
  package var degrees: [String] = []
  /// What a rate is called that names nothing of its own part: 覆盖, 完成.
  package var shareStems: [String] = []
  /// What is counted, which ties no rate to a part: 案件.
  package var things: [String] = []
  /// Words of one act, by any of which a rate and its part may call it: 审结, 结案.
  package var sameActs: [[String]] = []
  /// Words before what was due, the base of what was done: 应出庭80件.
  package var due: [String] = []
  /// Words before what was done of that: 实际出庭78件.
  package var done: [String] = []
  /// Words that turn what follows into what is left of a whole: 未.
  package var counterparts: [String] = []
  /// Words by which a whole is its own part: 全部.
  package var allOf: [String] = []
  /// Words behind the base of a share: 的 in 占总数1245项的97.2%.
  package var ofBase: [String] = []
  /// Words behind a base that name no other thing than the total itself: 总数.
  package var totalNouns: [String] = []
  /// Words by which the whole is more than what was counted: 结转.
  package var carryOver: [String] = []

  /// Words by which a percentage is one of reduction, of which both ends should be stated: 压减.
  package var reductions: [String] = []
  /// Words that give several things a value each: 分别.
  package var severally: [String] = []
  /// What is dealt with over the turn of the year, so that what was begun in a year is not what was ended: 案件.
  package var runningOn: [String] = []
  /// Names of rates that are taken of the cases named just before: 纠错率.
  package var ownRates: [String] = []
  /// Words of time and comparison that stand before a growth and name nothing that grew: 同比.
  package var compared: [String] = []
  /// Words before a number of an earlier period: 上年.
  package var prior: [String] = []
  /// Words of a growth: 增长.
  package var rises: [String] = []
  /// Words of a decline: 下降.
  package var falls: [String] = []
  /// Words between the number before and the number now: 由…提高到….
  package var fromWords: [String] = []
  package var toWords: [String] = []
  /// The measure word of a difference of percentages: 个百分点.
  package var points: [String] = []
  /// Stages of one matter, of which the later cannot be more than the earlier.
  package var stages: [Stage] = []
  /// What makes two mentions those of one quantity: 行政复议申请.
  package var tracked: [String] = []
  /// Words of time that may stand before what is counted and say only that it is the year's: 全年.
  package var yearly: [String] = []
  /// Words that narrow a sentence to a part of the year or to another one: 上半年.
  package var partial: [String] = []
  /// Words behind an exact number that make it an approximate one: 余.
  package var more: [String] = []
  /// Units of things that cannot be divided: 件.
  package var whole: [String] = []
  /// Units of people, who can be of several kinds at once.
  package var people: [String] = []
  /// Words that make a fraction of such things an average: 平均.
  package var averages: [String] = []
  /// Words that a number of listed things is followed by: 个, 项, 级.
  package var listed: [String] = []
  /// Those of them that count kinds of things, which a list before them names one by one: 项.
  package var listedKinds: [String] = []
  /// What a title is the name of: 办法.
  package var documents: [String] = []
  /// Words that open the list of what was announced: 即.
  package var listOpeners: [String] = []
  /// Words that part the last things of a list: 和.
  package var listJoints: [String] = []
  /// Words that have one of those in them and part nothing: 参与.
  package var notJoints: [String] = []
  /// Words for what was done to what is counted: 受理.
  package var acts: [String] = []
  /// Words behind the number of an item of an enumeration: 是 in 一是.
  package var items: [String] = []

  /// A stage of a matter and one that comes after it.
  package struct Stage: Sendable {
    package var earlier: [String]
    package var later: [String]
    /// Whether matters of the year before can be among the later ones.
    package var runsOn: Bool

    package init(earlier: [String], later: [String], runsOn: Bool) {
      self.earlier = earlier
      self.later = later
      self.runsOn = runsOn
    }
  }

  package init() {}
}
