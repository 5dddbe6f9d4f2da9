import Reports
import Rules
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The waivers of a run, each file with the folder from which its paths are counted.
struct WaiverFiles: Sendable {
  private var files: [(source: UserFile, folder: FilePath, list: WaiverList)] = []
  /// The day on which they are looked at.
  let day: CalendarDate

  /// All waivers in the order of the files.
  var waivers: [Waiver] { files.flatMap(\.list.waivers) }

  /// The files as they were read.
  var sources: [UserFile] { files.map(\.source) }

  /// Reads files of waivers; a mistake in one ends the command.
  init(_ paths: [FilePath], rules: [String], day: CalendarDate) throws(CommandFailure) {
    self.day = day
    var problems: [Problem] = []
    for path in paths {
      let source = try UserFile(path, what: Wording(zh: "豁免文件", en: "the waivers"))
      let list = WaiverList(
        path: path.shown, bytes: source.bytes, numberedFrom: waivers.count, rules: rules, problems: &problems)
      let folder = path.folder.resolved ?? path.folder
      files.append((source, folder, list))
    }
    if problems.contains(where: { $0.severity == .error }) {
      throw CommandFailure(problems, Wording(zh: "豁免文件有错误。", en: "the waivers have mistakes."))
    }
  }

  /// Holds the waivers against the findings of a document; gives the numbers of those that name it.
  func apply(to findings: inout [Finding], of rules: [Rule], document: DocumentNames) -> [Int] {
    files.flatMap { $0.list.apply(to: &findings, of: rules, document: document.names(from: $0.folder), on: day) }
  }

  /// Today, where the machine is; the only look at a clock in the program.
  static var today: CalendarDate? {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil else { return nil }
    return unsafe CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
