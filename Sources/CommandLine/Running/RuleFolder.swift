import Rules
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the rules of a run lie.
///
/// They are looked for where `--rules` says, then where `.fazhi-audit.yaml` says, then beside the executable and in the folders
/// above it, then in the `share` folder of the prefix under which it is installed.
struct RuleFolder {
  /// The folder that holds `pack.yaml`.
  let path: FilePath

  /// How many folders above the executable's own are looked into.
  private static let ancestors = 5
  /// More files than this are no rule pack.
  private static let fileLimit = 1000
  private static let sizeLimit = 1024 * 1024

  /// Finds the rules.
  ///
  /// - Parameters:
  ///   - given: the folder that `--rules` names.
  ///   - configured: the folder that the configuration names.
  static func find(given: String?, configured: FilePath?) throws(CommandFailure) -> RuleFolder {
    if let named = given.map({ FilePath($0) }) ?? configured {
      guard let path = pack(in: named) else { throw nothing(in: named) }
      return RuleFolder(path: path)
    }
    guard var folder = executablePath()?.folder else { throw nowhere() }
    let own = folder
    for _ in 0...ancestors {
      if let path = pack(in: folder.appending("rules")) { return RuleFolder(path: path) }
      if folder == folder.folder { break }
      folder = folder.folder
    }
    if let path = pack(in: own.folder.appending("share/fazhi-audit/rules")) { return RuleFolder(path: path) }
    throw nowhere()
  }

  /// The folder with `pack.yaml`: this one or, when it has none, the only one in it that does.
  private static func pack(in folder: FilePath) -> FilePath? {
    if FileFacts(folder.appending("pack.yaml"))?.kind == .file { return folder }
    guard let listing = try? Folder(folder) else { return nil }
    let inner = (0..<listing.count).map { folder.appending(listing.name(at: $0)) }
      .filter { FileFacts($0.appending("pack.yaml"))?.kind == .file }
    return inner.count == 1 ? inner[0] : nil
  }

  private static func nothing(in folder: FilePath) -> CommandFailure {
    guard let facts = FileFacts(folder), facts.kind == .folder else {
      return CommandFailure(
        Wording(
          zh: "规则文件夹 \(folder.shown) 不存在。请检查 --rules 或 .fazhi-audit.yaml 中的路径。",
          en: "there is no rule folder \(folder.shown); check --rules or .fazhi-audit.yaml."))
    }
    return CommandFailure(
      Wording(
        zh: "\(folder.shown) 里没有规则：找不到 pack.yaml。请用 --rules 指定含有 pack.yaml 的文件夹。",
        en: "no rules in \(folder.shown): there is no pack.yaml. Name a folder that holds one with --rules."))
  }

  private static func nowhere() -> CommandFailure {
    CommandFailure(
      Wording(
        zh: "找不到规则。请用 --rules 指定含有 pack.yaml 的文件夹，或者在 .fazhi-audit.yaml 中写明 rules: 文件夹。",
        en: "no rules found. Name a folder that holds pack.yaml with --rules, or in .fazhi-audit.yaml under rules:."))
  }

  /// Loads the pack; the warnings are for the user, who may go on.
  func load() throws(CommandFailure) -> (pack: RulePack, warnings: [Problem]) {
    switch loadPack(try files()) {
    case .pack(let pack, let warnings): return (pack, warnings)
    case .problems(let problems):
      let count = problems.count { $0.severity == .error }
      throw CommandFailure(
        problems,
        Wording(
          zh: "规则文件有 \(count) 处错误，无法核查。请按上面的提示修改后再试。",
          en: "\(count) mistakes in the rule files; put them right and try again."))
    }
  }

  /// All YAML files under the folder, in the order of their paths.
  func files() throws(CommandFailure) -> RuleFiles {
    var files: [RuleFiles.File] = []
    try gather(path, prefix: "", depth: 0, into: &files)
    return RuleFiles(files)
  }

  private func gather(
    _ folder: FilePath, prefix: String, depth: Int, into files: inout [RuleFiles.File]
  ) throws(CommandFailure) {
    let listing: Folder
    do {
      listing = try Folder(folder)
    } catch {
      throw trouble(folder, error.words)
    }
    for index in 0..<listing.count {
      let file = folder.appending(listing.name(at: index))
      let name = prefix + String(decoding: listing.name(at: index), as: UTF8.self)
      guard let facts = FileFacts(file) else { continue }
      switch facts.kind {
      case .folder where depth < 8: try gather(file, prefix: name + "/", depth: depth + 1, into: &files)
      case .folder, .other: continue
      case .file:
        if file.fileExtension != "yaml" && file.fileExtension != "yml" { continue }
        if files.count == RuleFolder.fileLimit {
          throw trouble(
            path,
            Wording(
              zh: "规则文件超过 \(RuleFolder.fileLimit) 个", en: "more than \(RuleFolder.fileLimit) rule files"))
        }
        files.append(RuleFiles.File(path: file.shown, name: name, bytes: try read(file)))
      }
    }
  }

  private func read(_ file: FilePath) throws(CommandFailure) -> [UInt8] {
    do {
      return try readFile(file, limit: RuleFolder.sizeLimit)
    } catch {
      switch error {
      case .system(let trouble): throw self.trouble(file, trouble.words)
      case .isFolder: throw trouble(file, SystemTrouble(code: EISDIR).words)
      case .tooLarge:
        throw trouble(file, Wording(zh: "规则文件不得超过 1 MB", en: "a rule file may not be larger than 1 MB"))
      }
    }
  }

  private func trouble(_ path: FilePath, _ why: Wording) -> CommandFailure {
    let problem = Problem(why, path: path.shown)
    return CommandFailure([problem], Wording(zh: "规则无法读取。", en: "the rules can't be read."))
  }
}
