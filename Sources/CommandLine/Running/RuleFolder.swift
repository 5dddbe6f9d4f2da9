import Rules
import SourceText
import YAMLReading

/// Where the rules of a run lie.
///
/// They are looked for where `--rules` says, then where `.fazhi-audit.yaml` says, then beside the executable and in the folders
/// above it, then in the `share` folder of the prefix under which it is installed. A pack that extends another brings that along.
struct RuleFolder {
  /// The folder that holds `pack.yaml`.
  let path: FilePath
  /// The only file, of an overlay that is one file and no folder.
  var file: FilePath?
  /// What the configuration lays over the rules, in its order.
  var overlays: [(folder: RuleFolder, name: Placed<String>)] = []
  /// The rules that the configuration names, among which a pack that is extended by name is looked for first.
  var configured: FilePath?

  /// How many folders above the executable's own are looked into.
  private static let ancestors = 5
  /// Packs that extend one another.
  private static let depthLimit = 8
  /// More files than this are no rule pack.
  private static let fileLimit = 1000
  private static let sizeLimit = 1024 * 1024

  /// Finds the rules; rules that are named on the command line come without the configuration's overlays.
  ///
  /// - Parameter given: the folder that `--rules` names.
  static func find(given: String?, configuration: Configuration) throws(CommandFailure) -> RuleFolder {
    let configured = configuration.rules.map { configuration.path($0) }
    if let given {
      var found = try at(FilePath(given))
      found.configured = configured
      return found
    }
    var found: RuleFolder
    if let name = configuration.rules { found = try at(name, configuration) } else { found = try standard() }
    found.configured = configured
    for name in configuration.overlays { found.overlays.append((try at(name, configuration), name)) }
    return found
  }

  /// The rules at a path that the configuration names; where there are none, the configuration is shown.
  private static func at(
    _ name: Placed<String>, _ configuration: Configuration
  ) throws(CommandFailure) -> RuleFolder {
    do {
      return try at(configuration.path(name))
    } catch {
      throw CommandFailure(
        error.messages.map { name.problem($0) }, Wording(zh: "规则无法读取。", en: "the rules can't be read."))
    }
  }

  /// The rules at a path that somebody has named.
  private static func at(_ path: FilePath) throws(CommandFailure) -> RuleFolder {
    if FileFacts(path)?.kind == .file, ["yaml", "yml"].contains(path.fileExtension) {
      return RuleFolder(path: path.folder, file: path)
    }
    guard let folder = pack(in: path) else { throw nothing(in: path) }
    return RuleFolder(path: folder)
  }

  /// The rules that come with the program.
  private static func standard() throws(CommandFailure) -> RuleFolder {
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

  /// Rules as they were loaded.
  struct Loaded {
    var pack: RulePack
    /// For the user, who may go on.
    var warnings: [Problem]
    /// The files that the pack was made of.
    var layers: [RuleFiles]
  }

  /// Loads the pack.
  func load() throws(CommandFailure) -> Loaded {
    let layers = try layers()
    switch loadPack(layers) {
    case .pack(let pack, let warnings): return Loaded(pack: pack, warnings: warnings, layers: layers)
    case .problems(let problems):
      let count = problems.count { $0.severity == .error }
      throw CommandFailure(
        problems,
        Wording(
          zh: "规则文件有 \(count) 处错误，无法核查。请按上面的提示修改后再试。",
          en: "\(count) mistakes in the rule files; put them right and try again."))
    }
  }

  /// The pack, then what lies over it, in that order.
  func layers() throws(CommandFailure) -> [RuleFiles] {
    var layers = try chain(depth: 0)
    for (folder, name) in overlays {
      let files = try folder.files()
      guard let extended = files.extended else {
        throw refusal(
          name,
          Wording(
            zh: "“\(name.value)”没有写 extends，不能叠加在别的规则包上。",
            en: "`\(name.value)` has no `extends`, so it can't lie over another pack"))
      }
      let known = layers.compactMap(\.packName)
      guard known.contains(try folder.nameOfExtended(extended)) else {
        throw refusal(
          extended, unknownWord(extended.value, among: known, subject: Wording(zh: "extends", en: "`extends`")))
      }
      layers.append(files)
    }
    return layers
  }

  /// The pack in this folder, below it those that it extends.
  private func chain(depth: Int) throws(CommandFailure) -> [RuleFiles] {
    let files = try files()
    guard let extended = files.extended else { return [files] }
    if depth == RuleFolder.depthLimit {
      throw refusal(
        extended,
        Wording(
          zh: "extends 超过 \(RuleFolder.depthLimit) 层，可能绕回到了自己。",
          en: "`extends` goes more than \(RuleFolder.depthLimit) packs deep; perhaps it comes back to itself"))
    }
    return try base(extended).chain(depth: depth + 1) + [files]
  }

  /// The pack that is extended: at a path from this folder, or the configured or shipped one of that name.
  private func base(_ extended: Placed<String>) throws(CommandFailure) -> RuleFolder {
    if isPath(extended.value) {
      let path = path.joined(extended.value)
      guard let folder = RuleFolder.pack(in: path) else {
        throw refusal(
          extended,
          Wording(zh: "\(path.shown) 里没有 pack.yaml。", en: "there is no pack.yaml in \(path.shown)"))
      }
      return RuleFolder(path: folder, configured: configured)
    }
    var names: [String] = []
    for candidate in [configured.flatMap { RuleFolder.pack(in: $0) }, (try? RuleFolder.standard())?.path] {
      guard let candidate, candidate.resolved != path.resolved else { continue }
      var folder = RuleFolder(path: candidate)
      folder.configured = configured
      guard let name = try folder.files().packName else { continue }
      if name == extended.value { return folder }
      names.append(name)
    }
    throw refusal(
      extended,
      Wording(
        zh: unknownWord(extended.value, among: names, subject: Wording("extends")).zh + "也可以写路径，例如 ../rules。",
        en: unknownWord(extended.value, among: names, subject: Wording("`extends`")).en
          + "; a path can stand here too, as in ../rules"))
  }

  private func isPath(_ text: String) -> Bool { text.hasPrefix(".") || text.contains("/") }

  private func nameOfExtended(_ extended: Placed<String>) throws(CommandFailure) -> String {
    isPath(extended.value) ? try base(extended).files().packName ?? "" : extended.value
  }

  private func refusal(_ place: Placed<String>, _ message: Wording) -> CommandFailure {
    CommandFailure([place.problem(message)], Wording(zh: "规则无法读取。", en: "the rules can't be read."))
  }

  /// All YAML files under the folder, in the order of their paths; or the one file.
  func files() throws(CommandFailure) -> RuleFiles {
    if let file {
      let name = String(decoding: file.name, as: UTF8.self)
      return RuleFiles([RuleFiles.File(path: file.shown, name: name, bytes: try read(file))], main: name)
    }
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
      throw trouble(file, error.words(limit: RuleFolder.sizeLimit))
    }
  }

  private func trouble(_ path: FilePath, _ why: Wording) -> CommandFailure {
    let problem = Problem(why, path: path.shown)
    return CommandFailure([problem], Wording(zh: "规则无法读取。", en: "the rules can't be read."))
  }
}
