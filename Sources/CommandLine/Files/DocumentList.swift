import Documents
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

  init(_ paths: [String]) {
    for path in paths {
      if path == "-" { addStandardInput() } else { add(FilePath(path)) }
    }
    named = []
    walked = []
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
    guard case .archive = DocumentName(path), let listing = ArchiveListing(path) else { return false }
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
    if facts.kind == .folder { return walk(path, facts.identity, depth: 0) }
    guard let folder = FileFacts(path.folder)?.identity else { return append(path.bytes, folder: DocumentList.itself) }
    if walked.contains(folder) && DocumentName(path).isListed { return }
    if named.insert(NamedFile(folder: folder, name: Array(path.name))).inserted, !appendMembers(of: path) {
      append(path.bytes, folder: DocumentList.itself)
    }
  }

  private mutating func walk(_ path: FilePath, _ identity: FileFacts.Identity, depth: Int) {
    if !walked.insert(identity).inserted { return }
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
          walk(inner, facts.identity, depth: depth + 1)
          continue
        case .other: continue
        case .file: break
        }
      }
      if !DocumentName(FilePath(bytes: Array(name))).isListed { continue }
      if !named.isEmpty, named.contains(NamedFile(folder: identity, name: Array(name))) { continue }
      if appendMembers(of: path.appending(name)) { continue }
      if position == nil {
        position = Int32(clamping: folders.count)
        folders.append(path)
      }
      append(name, folder: position ?? DocumentList.itself)
    }
  }
}
