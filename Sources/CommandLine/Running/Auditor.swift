import Comparison
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
  /// The name under which standard input is shown.
  var standardInputName: String
  var limits = DocumentLimits()
  /// Which state of documents with tracked changes is judged.
  var revisions = RevisionView.accepted
  var renderers: [any Renderer] = []
  /// What earlier runs wrote; nil when nothing is to be had from there.
  var cache: AuditCache?
  /// The folder from which the baseline's paths count.
  var baselineFolder = FilePath(".")
  private let archives = OpenArchives()

  /// A document that was dealt with: bytes for each renderer, and what the summary counts.
  struct Result: Sendable {
    var pieces: [[UInt8]]
    var digest: Summary.Digest
    /// Whether it was put into the cache just now.
    var isKept = false
  }

  /// How many shortfalls of each document the summary keeps, for the renderer that wants most.
  private var remarks: Int { renderers.map(\.remarksInSummary).max() ?? 0 }

  /// Deals with the document at a position of the list.
  func audit(_ index: Int) -> Result {
    let source = documents[index]
    // What is given up anyway need not be read.
    if Interruption.isRequested {
      return render(AuditedDocument(path: "", result: .unreadable(DocumentError(Wording("")))))
    }
    guard let cache, source != .standardInput else { return render(judge(index)) }
    let name = source.shown(standardInput: standardInputName)
    let bytes: [UInt8]
    do throws(DocumentError) {
      bytes = try readDocument(source, limits: limits, archives: archives)
    } catch {
      // Not read again: out of a pipe comes nothing the second time.
      return render(AuditedDocument(path: name, result: .unreadable(error)))
    }
    let key = cache.key(
      names: [name] + (asksForNames ? DocumentNames(source, shown: name).names(from: FilePath("/")) : []), bytes: bytes)
    if let result = cache.result(for: key, outputs: renderers.count) { return result }
    var result = render(judge(source, bytes: bytes))
    // What can't be read today may be readable tomorrow, by another program or with another right.
    if result.digest.outcome == .unreadable { return result }
    cache.keep(result, for: key)
    result.isKept = true
    return result
  }

  /// Whether something asks by which path a document is found.
  private var asksForNames: Bool { run.baseline != nil || !run.waivers.isEmpty || settings.asksForNames }

  private func render(_ document: AuditedDocument) -> Result {
    let pieces = renderers.map { renderer in
      var bytes: [UInt8] = []
      renderer.document(document, into: &bytes)
      return bytes
    }
    return Result(pieces: pieces, digest: Summary.Digest(of: document, run: run, remarks: remarks))
  }

  /// Reads and judges the document at a position of the list.
  func judge(_ index: Int) -> AuditedDocument { judge(documents[index]) }

  /// - Parameter bytes: the document's, where they are at hand.
  private func judge(_ source: DocumentList.Source, bytes: [UInt8]? = nil) -> AuditedDocument {
    let name = source.shown(standardInput: standardInputName)
    do throws(DocumentError) {
      let bytes = if let bytes { bytes } else { try readDocument(source, limits: limits, archives: archives) }
      let decoded = try decodeDocument(bytes, name: name, limits: limits, revisions: revisions)
      let names = DocumentNames(source, shown: name)
      let (given, profileName) = settings.facts(for: names, in: run.pack)
      let report = run.pack.reader.read(decoded, automaton: run.pack.automaton, given: given)
      let profile = run.pack.profile(for: report, named: profileName)
      var findings = run.pack.judge(report, profile: profile, language: run.language)
      let applied = waivers.apply(to: &findings, of: run.pack.rules, document: names)
      let known = run.baseline?.baseline.apply(
        to: &findings, of: profile?.rules ?? run.pack.rules, report: report, document: nameInBaseline(names))
      let audit = Audit(
        report: report, findings: findings, pack: run.pack, profile: profile, gate: run.gate, waivers: applied,
        baseline: known)
      return AuditedDocument(path: name, result: .audited(audit))
    } catch {
      return AuditedDocument(path: name, result: .unreadable(error))
    }
  }
}

// MARK: Baseline

extension Auditor {
  /// Holds the findings against a baseline from now on.
  mutating func know(_ baseline: Baseline, in file: FilePath) {
    countBaselinePaths(from: file)
    run.baseline = KnownFindings(baseline, path: file.shown, goneDocuments: goneDocuments(of: baseline))
  }

  /// The documents that a baseline names and that are not there any more.
  func goneDocuments(of baseline: Baseline) -> Set<String> { Set(baseline.documents.filter { !isThere($0) }) }

  /// Counts the paths of documents from the folder of a baseline, which need not be there yet.
  mutating func countBaselinePaths(from file: FilePath) {
    baselineFolder = file.folder.resolved ?? file.folder
  }

  /// What a document is called in the baseline.
  func nameInBaseline(_ names: DocumentNames) -> String {
    names.names(from: baselineFolder).joined(separator: "/")
  }

  /// The same, by the document's position in the list.
  func nameInBaseline(_ index: Int) -> String {
    nameInBaseline(DocumentNames(documents[index], shown: documents[index].shown(standardInput: standardInputName)))
  }

  /// Whether the file of a document that the baseline names is still there; one in an archive is as long as the archive is.
  private func isThere(_ name: String) -> Bool {
    var path = baselineFolder.appending(name)
    while path.bytes.count > baselineFolder.bytes.count {
      if let facts = FileFacts(path) { return facts.kind == .file }
      path = path.folder
    }
    return false
  }

  /// Says which entries of the baseline nothing answers to any more.
  func reportBaseline(_ summary: Summary) {
    guard let known = run.baseline else { return }
    let stale = known.stale(after: summary.baseline)
    let limit = 20
    for entry in stale.prefix(limit) {
      let message = Wording(
        zh: "基线中的这一条已不存在，可用 baseline update 清理：\(entry.document) · \(entry.rule)",
        en:
          "nothing answers to this entry of the baseline any more; baseline update removes it: \(entry.document) · \(entry.rule)"
      )
      let place = entry.position.map { "\(known.path):\($0.line):\($0.column)" } ?? known.path
      Program.report([Problem(message, path: place, severity: .warning)])
    }
    if stale.count > limit {
      let message = Wording(
        zh: "基线中另有 \(stale.count - limit) 条已不存在",
        en: "\(stale.count - limit) more entries of the baseline are out of date")
      Program.report([Problem(message, path: known.path, severity: .warning)])
    }
  }

  /// Says which waivers are over and which nothing needs.
  func reportWaivers(_ summary: Summary) {
    for (waiver, state) in zip(run.waivers, run.waiverStates(in: summary)) {
      let message: Wording
      switch state {
      case .used: continue
      case .expired:
        let count = summary.waivers[waiver.number].expired
        message = Wording(
          zh: "豁免已过期（\(waiver.until)），\(count) 处重新计入：\(waiver.rule)",
          en: "waiver expired on \(waiver.until), findings that count again: \(count) (\(waiver.rule))")
      case .unused:
        message =
          summary.waivers[waiver.number].documents == 0
          ? Wording(
            zh: "豁免未用到：本次核查的文档都不是“\(waiver.document)”",
            en: "waiver unused: no document of this run is `\(waiver.document)`")
          : Wording(
            zh: "豁免未用到：没有需要豁免的问题（\(waiver.rule)）", en: "waiver unused: there was nothing to excuse (\(waiver.rule))")
      }
      let place = "\(waiver.path):\(waiver.position.line):\(waiver.position.column)"
      Program.report([Problem(message, path: place, severity: .warning)])
    }
  }

  /// Whether everything that was named was found and could be listed.
  var isComplete: Bool { documents.troubles.isEmpty && documents.problems.isEmpty }
}
