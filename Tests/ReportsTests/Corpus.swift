import Glibc

@testable import Reports

/// Files beside the package that tests may use when they are there.
enum Corpus {
  /// The text of a real report, or nil where the corpus is absent.
  static func text(_ name: String) -> String? { read(root + "/../shared/corpus/\(name).txt") }

  /// The words of the shipped rule pack.
  static let words: FigureWords = {
    var lists: [String: [String]] = [:]
    var groups: [String: [[String]]] = [:]
    var group = ""
    var stages: [FigureWords.Stage] = []
    for line in (read(root + "/rules/figure-words.yaml") ?? "").split(separator: "\n") {
      if line.contains("{earlier:") {
        let parts = line.split(separator: "[").dropFirst().map { part in
          part.prefix { $0 != "]" }.split(separator: ",").map { String($0.filter { $0 != " " }) }
        }
        stages.append(
          FigureWords.Stage(earlier: parts[0], later: parts[1], runsOn: line.contains("runs_on: true")))
        continue
      }
      if line.hasSuffix(":") { group = String(line.dropLast().filter { $0 != " " }) }
      if line.contains("{words:") {
        groups[group, default: []].append(
          line.split(separator: "[")[1].prefix { $0 != "]" }.split(separator: ",").map {
            String($0.filter { $0 != " " })
          })
        continue
      }
      guard let open = line.firstIndex(of: "["), let colon = line.firstIndex(of: ":"), !line.contains("#") else {
        continue
      }
      let key = line[..<colon].filter { $0 != " " }
      lists[String(key)] = line[line.index(after: open)...].dropLast().split(separator: ",").map {
        String($0.filter { $0 != " " })
      }
    }
    var words = FigureWords()
    words.totals = lists["totals"] ?? []
    words.ofWhich = lists["of_which"] ?? []
    words.among = lists["among"] ?? []
    words.due = lists["due"] ?? []
    words.others = lists["others"] ?? []
    words.incomplete = lists["incomplete"] ?? []
    words.continuing = lists["continuing"] ?? []
    words.rateEndings = lists["rate_endings"] ?? []
    words.shareEndings = lists["share_endings"] ?? []
    words.rateLinks = lists["rate_links"] ?? []
    words.growth = lists["growth"] ?? []
    words.openRates = lists["open_rates"] ?? []
    words.degrees = lists["degrees"] ?? []
    words.shareStems = lists["share_stems"] ?? []
    words.done = lists["done"] ?? []
    words.counterparts = lists["counterparts"] ?? []
    words.allOf = lists["all_of"] ?? []
    words.ofBase = lists["of_base"] ?? []
    words.totalNouns = lists["total_nouns"] ?? []
    words.totalLeads = lists["total_leads"] ?? []
    words.notAmong = lists["not_among"] ?? []
    words.prior = lists["prior"] ?? []
    words.listedKinds = lists["listed_kinds"] ?? []
    words.documents = lists["documents"] ?? []
    words.things = lists["things"] ?? []
    words.sameActs = groups["same_acts"] ?? []
    words.sameUnits = groups["same_units"] ?? []
    words.carryOver = lists["carry_over"] ?? []
    words.reductions = lists["reductions"] ?? []
    words.severally = lists["severally"] ?? []
    words.runningOn = lists["running_on"] ?? []
    words.ownRates = lists["own_rates"] ?? []
    words.compared = lists["compared"] ?? []
    words.rises = lists["rises"] ?? []
    words.falls = lists["falls"] ?? []
    words.fromWords = lists["from"] ?? []
    words.toWords = lists["to"] ?? []
    words.points = lists["points"] ?? []
    words.tracked = lists["tracked"] ?? []
    words.yearly = lists["yearly"] ?? []
    words.partial = lists["partial"] ?? []
    words.more = lists["more"] ?? []
    words.whole = lists["whole"] ?? []
    words.people = lists["people"] ?? []
    words.averages = lists["averages"] ?? []
    words.listed = lists["listed"] ?? []
    words.listOpeners = lists["list_openers"] ?? []
    words.listJoints = lists["list_joints"] ?? []
    words.notJoints = lists["not_joints"] ?? []
    words.items = lists["items"] ?? []
    words.stages = stages
    return words
  }()

  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.units = [
      "件", "件次", "人次", "人", "次", "场", "场次", "个", "项", "份", "条", "名", "期", "起", "宗", "元", "小时", "部", "张", "户", "家",
      "台", "卷", "处", "年", "个百分点", "个月", "km",
    ]
    vocabulary.approximations = ["余", "多", "约", "近", "以上", "超", "超过", "左右"]
    return vocabulary
  }()

  private static var root: String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }

  private static func read(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { _ = unsafe fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let byte = unsafe fgetc(file)
      guard byte >= 0, let byte = UInt8(exactly: byte) else { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
