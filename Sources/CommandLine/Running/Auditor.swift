import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText

/// Takes one document through all stages: read, decode, judge, score, render.
struct Auditor: Sendable {
  var documents: DocumentList
  var run: Run
  var settings: DocumentSettings
  var waivers: WaiverFiles
  var renderers: [any Renderer]
  /// The name under which standard input is shown.
  var standardInputName: String
  var limits = DocumentLimits()
  /// Which state of documents with tracked changes is judged.
  var revisions = RevisionView.accepted

  /// A document that was dealt with: bytes for each renderer, and what the summary counts.
  struct Result: Sendable {
    var pieces: [[UInt8]]
    var digest: Summary.Digest
  }

  /// How many shortfalls of each document the summary keeps, for the renderer that wants most.
  private var remarks: Int { renderers.map(\.remarksInSummary).max() ?? 0 }

  /// Deals with the document at a position of the list.
  func audit(_ index: Int) -> Result {
    let document = judge(documents[index])
    let pieces = renderers.map { renderer in
      var bytes: [UInt8] = []
      renderer.document(document, into: &bytes)
      return bytes
    }
    return Result(pieces: pieces, digest: Summary.Digest(of: document, run: run, remarks: remarks))
  }

  private func judge(_ source: DocumentList.Source) -> AuditedDocument {
    let name = source.shown(standardInput: standardInputName)
    do throws(DocumentError) {
      let decoded = try decodeDocument(
        try readDocument(source, limits: limits), name: name, limits: limits, revisions: revisions)
      let pack = run.pack
      let names = DocumentNames(source, shown: name)
      let (given, profileName) = settings.facts(for: names, in: pack)
      let report = pack.reader.read(decoded, automaton: pack.automaton, given: given)
      let profile = pack.profile(for: report, named: profileName)
      var findings = pack.judge(report, profile: profile, language: run.language)
      let applied = waivers.apply(to: &findings, of: pack.rules, document: names)
      let audit = Audit(
        report: report, findings: findings, pack: pack, profile: profile, gate: run.gate, waivers: applied)
      return AuditedDocument(path: name, result: .audited(audit))
    } catch {
      return AuditedDocument(path: name, result: .unreadable(error))
    }
  }
}

/// The bytes of a document, or why there are none, as a reader of the report is told.
func readDocument(_ source: DocumentList.Source, limits: DocumentLimits) throws(DocumentError) -> [UInt8] {
  switch source {
  case .standardInput, .member: break
  case .file(let path): if let refusal = DocumentName(path).refusal { throw DocumentError(refusal) }
  }
  let archive: [UInt8]
  do throws(FileReadingError) {
    switch source {
    case .standardInput: return try readAll(of: 0, limit: limits.fileSize)
    case .file(let path): return try readFile(path, limit: limits.fileSize)
    case .member(let path, _, _): archive = try readFile(path, limit: limits.fileSize)
    }
  } catch {
    switch error {
    case .system(let trouble):
      throw DocumentError(
        Wording(zh: "无法打开文件：\(trouble.words.zh)。", en: "the file can't be opened: \(trouble.words.en)."))
    case .isFolder:
      throw DocumentError(Wording(zh: "这是文件夹，不是文档。", en: "this is a folder, not a document."))
    case .silent(let seconds): throw DocumentError(FileReadingError.words(silentFor: seconds))
    case .tooLarge(let size): throw limits.refusal(ofSize: size)
    }
  }
  guard case .member(_, let index, _) = source, let opened = try DocumentArchive(archive, limits: limits) else {
    throw DocumentError(Wording(zh: "压缩包在核查期间被改动。", en: "the archive was changed while it was being audited."))
  }
  return try opened.bytes(of: index)
}
