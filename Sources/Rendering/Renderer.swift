public import Comparison
public import Reports
public import Rules
public import Scoring
public import SourceText

/// Writes audits as bytes of one format, document by document, so that memory stays flat over any number of them.
///
/// `document` is a pure function of its arguments: documents are rendered on several threads at once and put in order afterwards.
public protocol Renderer: Sendable {
  /// What stands between two documents of which something was written, and before notes behind them; nothing by default.
  var separator: [UInt8] { get }
  /// How many shortfalls of each document the summary must keep for `end`; none by default.
  var remarksInSummary: Int { get }
  /// Whether `overview` stands between the beginning and the documents, which are held back until the last one is done.
  var hasOverview: Bool { get }
  /// How many rows of documents the summary must keep; `Summary.rowLimit` by default.
  var rowsInSummary: Int { get }
  /// The name of the file that a document is written to, where each has one of its own beside the overview; nil where all share one.
  func page(of path: String) -> String?
  /// What the rendering of a document depends on besides the document, the rules and the options: what was written under other
  /// circumstances is not used again. Nothing by default.
  var circumstances: String { get }
  /// What is said of all documents before the first of them is shown.
  func overview(_ summary: Summary, into out: inout [UInt8])
  /// What stands before the first document.
  func begin(into out: inout [UInt8])
  /// One document; nothing may be written, and then no separator is.
  func document(_ document: AuditedDocument, into out: inout [UInt8])
  /// What is said of the run as a whole in the way of another document; nothing by default.
  func notes(_ summary: Summary, into out: inout [UInt8])
  /// What stands after the last document and the notes.
  func end(_ summary: Summary, into out: inout [UInt8])
}

extension Renderer {
  public var separator: [UInt8] { [] }
  public var remarksInSummary: Int { 0 }
  public var hasOverview: Bool { false }
  public var circumstances: String { "" }
  public var rowsInSummary: Int { Summary.rowLimit }
  public func page(of path: String) -> String? { nil }
  public func overview(_ summary: Summary, into out: inout [UInt8]) {}
  public func notes(_ summary: Summary, into out: inout [UInt8]) {}
}

/// Puts the pieces of one rendering together in the order of the documents.
public struct RenderedPieces: Sendable {
  private let renderer: any Renderer
  private var isFirst = true
  private var held: [UInt8] = []

  public init(of renderer: any Renderer) { self.renderer = renderer }

  /// The bytes to write before the first document.
  public func beginning() -> [UInt8] {
    var bytes: [UInt8] = []
    renderer.begin(into: &bytes)
    return bytes
  }

  /// What to write, one after the other, now that the next document's turn has come, given what its renderer wrote.
  public mutating func next(_ piece: [UInt8]) -> [[UInt8]] {
    if piece.isEmpty { return [] }
    // Two pieces, because to make one of them is to copy all of a document for the sake of a comma.
    let pieces = isFirst ? [piece] : [renderer.separator, piece]
    isFirst = false
    if !renderer.hasOverview { return pieces }
    for piece in pieces { held += piece }
    return []
  }

  /// The bytes to write when the last document is done.
  public func ending(_ summary: Summary) -> [UInt8] {
    var bytes: [UInt8] = []
    renderer.overview(summary, into: &bytes)
    bytes += held
    var notes: [UInt8] = []
    renderer.notes(summary, into: &notes)
    if !notes.isEmpty, !isFirst { bytes += renderer.separator }
    var end: [UInt8] = []
    renderer.end(summary, into: &end)
    return bytes + notes + end
  }
}

/// What all documents of a run have in common.
public struct Run: Sendable {
  public var pack: RulePack
  public var gate: Gate
  public var language: Language
  /// How many documents there are, known before the first is read.
  public var documents: Int
  /// In the order of their files.
  public var waivers: [Waiver]
  /// The day on which waivers are looked at; nil where there are none.
  public var day: CalendarDate?
  /// The findings that were known before, if a baseline was given.
  public var baseline: KnownFindings?
  /// The bodies that have to publish, if there is a list of them.
  public var expected: ExpectedBodies?

  public init(
    pack: RulePack, gate: Gate, language: Language, documents: Int, waivers: [Waiver] = [], day: CalendarDate? = nil,
    baseline: KnownFindings? = nil
  ) {
    self.pack = pack
    self.gate = gate
    self.language = language
    self.documents = documents
    self.waivers = waivers
    self.day = day
    self.baseline = baseline
  }

  /// What became of each waiver, in step with `waivers`.
  public func waiverStates(in summary: Summary) -> [WaiverState] {
    zip(waivers, summary.waivers).map { waiver, use in
      if let day, waiver.hasExpired(on: day) { return .expired }
      return use.excused > 0 ? .used : .unused
    }
  }
}

/// The baseline of a run.
public struct KnownFindings: Sendable {
  public var baseline: Baseline
  /// Its file, as the user named it.
  public var path: String
  /// The documents that it names and that are not there any more.
  public var goneDocuments: Set<String>

  public init(_ baseline: Baseline, path: String, goneDocuments: Set<String> = []) {
    self.baseline = baseline
    self.path = path
    self.goneDocuments = goneDocuments
  }

  /// The entries that nothing answers to any more, given what became of each.
  public func stale(after states: [EntryState]) -> [Baseline.Entry] {
    zip(baseline.entries, states).filter { entry, state in
      switch state {
      case .gone: true
      case .matched: false
      case .unseen: goneDocuments.contains(entry.document)
      }
    }.map(\.0)
  }
}

/// What became of a waiver in a run.
public enum WaiverState: String, CaseIterable, Sendable {
  /// It excused a finding.
  case used
  /// Its last day is over; what it excused counts again.
  case expired
  /// It holds, and there was nothing to excuse.
  case unused
}
