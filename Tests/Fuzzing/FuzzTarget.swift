import Documents
import HostileFiles
import Reports
import SourceText
import YAMLReading

/// What bytes are fed to when a decoder is fuzzed, and when the corpus of past failures is replayed.
///
/// Parts of zip files are put into a sound archive first: a fuzzer that has to get checksums right finds nothing else.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
  /// A file of any kind, told by its bytes.
  case file
  /// The directory of a zip file, the names in it and its members.
  case archive
  case docxBody = "docx-body"
  case docxStyles = "docx-styles"
  case docxNumbering = "docx-numbering"
  case ofdRoot = "ofd-root"
  case ofdPage = "ofd-page"
  /// What pdftotext says of pages.
  case pages
  case yaml
  /// A file of rules in a small pack, by which a report is then judged.
  case rules
  /// A text read as a report.
  case report
  /// A text judged by the shipped rules and shown in every format.
  case check

  /// Loads what all inputs share.
  package func prepare() {
    switch self {
    case .rules: RuleTrials.load([])
    case .report, .check: RuleTrials.prepare()
    case _: break
    }
  }

  /// Feeds bytes in; whatever they are, this returns.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .text: decode(bytes, "a.txt")
    case .markdown: decode(bytes, "a.md")
    case .html: decode(Array("<html>".utf8) + bytes, "a.html")
    case .file:
      // Other programs are no part of this one: what they make of a file is left to their own fuzzers.
      if bytes.starts(with: Array("%PDF".utf8)) || bytes.first == 0xD0 { return }
      decode(bytes, "")
    case .archive: list(bytes)
    case .docxBody: decode(OfficeFile(body: bytes).bytes, "a.docx")
    case .docxStyles: decode(OfficeFile(styles: bytes).bytes, "a.docx")
    case .docxNumbering: decode(OfficeFile(numbering: bytes).bytes, "a.docx")
    case .ofdRoot: decode(ZipFile([("OFD.xml", bytes), ("Doc_0/Document.xml", bytes)]).bytes, "a.ofd")
    case .ofdPage:
      decode(
        ZipFile([
          ("OFD.xml", Array(OFDFile.root.utf8)), ("Document.xml", Array(OFDFile.document.utf8)), ("P.xml", bytes),
        ]).bytes, "a.ofd")
    case .pages:
      if let document = try? decodePages(bytes, limits: Self.limits) { inspect(document) }
    case .yaml: _ = readYAML(path: "a.yaml", bytes: bytes, problems: ProblemSink())
    case .rules: RuleTrials.load(bytes)
    case .report:
      if let document = try? decodeDocument(bytes, name: "a.txt", limits: Self.limits) { RuleTrials.read(document) }
    case .check:
      if let document = try? decodeDocument(bytes, name: "a.txt", limits: Self.limits) { RuleTrials.check(document) }
    }
  }

  /// Small enough that nothing takes long, large enough that nothing is refused at once.
  private static var limits: DocumentLimits {
    var limits = DocumentLimits()
    limits.pages = 50
    limits.blocks = 20_000
    return limits
  }

  private func decode(_ bytes: [UInt8], _ name: String) {
    if let document = try? decodeDocument(bytes, name: name, limits: Self.limits) { inspect(document) }
  }

  /// What the later stages rely on.
  private func inspect(_ document: DecodedDocument) {
    precondition(String(validating: document.text.bytes, as: UTF8.self) != nil)
    precondition(!document.blocks.isEmpty)
    var end = 0
    for block in document.blocks {
      precondition(end <= block.range.start && block.range.start < block.range.end)
      precondition(block.range.end <= document.text.bytes.count)
      end = block.range.end
      _ = document.positions(of: block.range)
      _ = document.paragraph(at: block.range.start)
    }
    end = 0
    for gap in document.dropped {
      precondition(end <= gap.start && gap.start < gap.end)
      end = gap.end
    }
  }

  private func list(_ bytes: [UInt8]) {
    guard let archive = try? DocumentArchive(bytes, limits: Self.limits) else { return }
    for member in archive.members.prefix(20) { _ = try? archive.bytes(of: member.index) }
  }
}

/// The parts of an OFD file around a page.
private enum OFDFile {
  static let root = "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>"
  static let document =
    "<Document><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/><Page ID=\"2\" BaseLoc=\"P.xml\"/></Pages></Document>"
}
