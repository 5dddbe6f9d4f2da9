import Documents
import Rendering
import SourceText

/// The documents of a run, in the order in which they are audited: as named, a folder's own in the order of their bytes.
///
/// Each file is there once, however often it was named. The names lie in one buffer, so that 100,000 documents take a few megabytes.
struct DocumentList: Sendable {
  private var folders: [FilePath] = []
  private var names: [UInt8] = []
  private var entries: [Entry] = []
  /// What was named and could not be found or listed.
  private(set) var troubles: [Wording] = []
  /// What was passed over in archives, which is no trouble.
  private(set) var remarks: [Wording] = []
  private var archives: [FilePath] = []
  private var named: Set<NamedFile> = []
  private var walked: Set<FileFacts.Identity> = []
  private var ignore: IgnoreRules
  private let limits: DocumentLimits
  private let configurations: Configurations
  /// How many documents were left out because a pattern says so.
  private(set) var ignored = 0
  /// How many pages were left out because an earlier run wrote them.
  private var ours = 0
  /// What is wrong with the files of patterns.
  private(set) var problems: [Problem] = []

  /// What is to be thought of a configuration that lies in a folder which is audited.
  enum Configurations {
    /// One was named for the run; what else there is was passed over on purpose.
    case passedOver
    /// The run goes by the one that was found, if any; another is a trouble, since nobody reads it and its author thinks otherwise.
    case unread(besides: FilePath?)
  }

  private struct Entry {
    /// Position in `folders`, or -1 for a file that was named itself, or -2 for standard input; further down the archives.
    var folder: Int32
    /// Position in the archive.
    var member: UInt32 = 0
    var end: UInt32
  }

  /// A file by the folder that it lies in; hard links are two files.
  private struct NamedFile: Hashable {
    var folder: FileFacts.Identity
    var name: [UInt8]
  }

  private static let itself: Int32 = -1
  private static let standardInput: Int32 = -2
  /// That of the first archive; the others follow downwards.
  private static let firstArchive: Int32 = -3
  /// Folders inside folders; deeper ones are named as a trouble.
  private static let depth = 64

  /// A document to be read.
  enum Source: Hashable {
    case file(FilePath)
    case standardInput
    /// A document in an archive, with its position there and its path inside.
    case member(archive: FilePath, index: Int, name: String)

    /// The document for people.
    func shown(standardInput name: String) -> String {
      switch self {
      case .file(let path): path.shown
      case .standardInput: name
      case .member(let archive, _, let name): "\(archive.shown)!/\(name)"
      }
    }
  }

  /// Gathers the documents that are named or lie in folders that are named.
  ///
  /// - Parameters:
  ///   - paths: as the user named them.
  ///   - ignore: what is left out of folders.
  ///   - configurations: what is to be thought of a configuration inside a folder.
  ///   - limits: those within which archives are listed.
  ///   - outputs: files and folders that the run writes: what an earlier run left there is no document.
  init(
    _ paths: [String], ignore: IgnoreRules = IgnoreRules(), configurations: Configurations = .passedOver,
    limits: DocumentLimits = DocumentLimits(), outputs: [FilePath] = []
  ) {
    self.limits = limits
    self.ignore = ignore
    self.configurations = configurations
    for output in outputs {
      guard let output = output.resolved, let facts = FileFacts(output) else { continue }
      if facts.kind == .folder {
        walked.insert(facts.identity)
      } else if let folder = FileFacts(output.folder)?.identity {
        named.insert(NamedFile(folder: folder, name: Array(output.name)))
      }
    }
    for path in paths {
      if path == "-" { addStandardInput() } else { add(FilePath(path)) }
    }
    named = []
    walked = []
    problems = self.ignore.problems
    if ours > 0 {
      remarks.append(
        Wording(
          zh: "略过 \(ours) 个网页：它们是以前的核查结果。", en: "passed over \(ours) pages that are results of earlier runs."))
    }
  }

  var count: Int { entries.count }

  subscript(index: Int) -> Source {
    let entry = entries[index]
    let start = index == 0 ? 0 : Int(entries[index - 1].end)
    let name = names[start..<Int(entry.end)]
    switch entry.folder {
    case DocumentList.standardInput: return .standardInput
    case DocumentList.itself: return .file(FilePath(bytes: Array(name)))
    case ...DocumentList.firstArchive:
      return .member(
        archive: archives[Int(DocumentList.firstArchive - entry.folder)], index: Int(entry.member),
        name: String(decoding: name, as: UTF8.self))
    default: return .file(folders[Int(entry.folder)].appending(name))
    }
  }

  private mutating func append(_ name: some Collection<UInt8>, folder: Int32, member: Int = 0) {
    names.append(contentsOf: name)
    entries.append(Entry(folder: folder, member: UInt32(clamping: member), end: UInt32(clamping: names.count)))
  }

  /// Lists the documents of an archive; false when the file is none that can be opened.
  private mutating func appendMembers(of path: FilePath) -> Bool {
    guard case .archive = DocumentName(path), let listing = ArchiveListing(path, limits: limits) else { return false }
    if listing.documents.isEmpty {
      troubles.append(
        Wording(
          zh: "\(path.shown)：压缩包中没有可以核查的文档", en: "\(path.shown): the archive holds no document to audit"))
      return true
    }
    let folder = DocumentList.firstArchive - Int32(clamping: archives.count)
    archives.append(path)
    for document in listing.documents { append(document.name.utf8, folder: folder, member: document.index) }
    if let remark = listing.remark(on: path) { remarks.append(remark) }
    return true
  }

  private mutating func addStandardInput() {
    if !entries.contains(where: { $0.folder == DocumentList.standardInput }) {
      append([], folder: DocumentList.standardInput)
    }
  }

  private mutating func add(_ path: FilePath) {
    guard let facts = FileFacts(path) else {
      let why = SystemTrouble.last.words
      troubles.append(Wording(zh: "\(path.shown)：\(why.zh)", en: "\(path.shown): \(why.en)"))
      return
    }
    if facts.kind == .folder {
      guard let resolved = path.resolved else { return walk(path, facts.identity, names: path.names, depth: 0) }
      let start = ignore
      ignore.enter(above: resolved)
      walk(path, facts.identity, names: resolved.names, depth: 0)
      ignore.restore(start)
      return
    }
    guard let folder = FileFacts(path.folder)?.identity else { return append(path.bytes, folder: DocumentList.itself) }
    if walked.contains(folder) && DocumentName(path).isListed { return }
    guard named.insert(NamedFile(folder: folder, name: Array(path.name))).inserted else { return }
    // What comes out of a pipe comes only once, so that it can't be listed first.
    if facts.kind == .file, appendMembers(of: path) { return }
    append(path.bytes, folder: DocumentList.itself)
  }

  /// - Parameter names: of the path from the root of the file system, which patterns are held against.
  private mutating func walk(_ path: FilePath, _ identity: FileFacts.Identity, names: [String], depth: Int) {
    if !walked.insert(identity).inserted { return }
    let entered = ignore.enter(path, depth: names.count)
    defer { ignore.leave(entered) }
    if depth > 0 { reportConfiguration(in: path) }
    if depth > DocumentList.depth {
      troubles.append(
        Wording(
          zh: "\(path.shown)：文件夹嵌套超过 \(DocumentList.depth) 层，未核查",
          en: "\(path.shown): more than \(DocumentList.depth) folders deep, not audited"))
      return
    }
    let listing: Folder
    do {
      listing = try Folder(path)
    } catch {
      troubles.append(Wording(zh: "\(path.shown)：\(error.words.zh)", en: "\(path.shown): \(error.words.en)"))
      return
    }
    var position: Int32?
    for index in 0..<listing.count {
      let name = listing.name(at: index)
      switch listing.kind(at: index) {
      case .file: break
      case .other: continue
      case .folder, nil:
        let inner = path.appending(name)
        guard let facts = FileFacts(inner) else { continue }
        switch facts.kind {
        case .folder:
          let names = names + [String(decoding: name, as: UTF8.self)]
          if ignore.isEmpty || !ignore.ignores(names, isFolder: true) {
            walk(inner, facts.identity, names: names, depth: depth + 1)
          }
          continue
        case .other: continue
        case .file: break
        }
      }
      if !DocumentName(FilePath(bytes: Array(name))).isListed { continue }
      if !named.isEmpty, named.contains(NamedFile(folder: identity, name: Array(name))) { continue }
      if !ignore.isEmpty, ignore.ignores(names + [String(decoding: name, as: UTF8.self)], isFolder: false) {
        ignored += 1
        continue
      }
      if appendMembers(of: path.appending(name)) { continue }
      if Self.isOurs(path.appending(name)) {
        ours += 1
        continue
      }
      if position == nil {
        position = Int32(clamping: folders.count)
        folders.append(path)
      }
      append(name, folder: position ?? DocumentList.itself)
    }
  }

  /// Whether an earlier run wrote a file: a report on reports is none.
  private static func isOurs(_ path: FilePath) -> Bool {
    guard ["html", "htm"].contains(path.fileExtension) else { return false }
    let start = startOfFile(path, count: 512)
    return start.firstRange(of: HTMLRenderer.mark.utf8) != nil
  }

  private mutating func reportConfiguration(in folder: FilePath) {
    let file = folder.appending(Configuration.fileName)
    guard case .unread(let used) = configurations, FileFacts(file)?.kind == .file, file.resolved != used?.resolved
    else { return }
    let (zh, en) =
      used.map { ("本次核查用的是 \($0.shown)", "this run goes by \($0.shown)") } ?? (
        "它在所核查的文件夹之内", "it lies inside the folder that is audited"
      )
    troubles.append(
      Wording(
        zh: "\(file.shown) 不起作用，\(zh)；请单独核查这个文件夹，或用 --config 指定配置",
        en: "\(file.shown) has no effect, \(en); audit that folder by itself, or name a configuration with --config"))
  }
}
