import Documents
import Matching
import SourceText

@testable import Reports

/// A page that a test reads: each line that is not blank is a block.
struct PageSample {
  let text: FoldedText
  let reading: PageReading

  private static let compiled: (reader: PageReader, automaton: PhraseAutomaton) = {
    var phrases = PhraseSet()
    let reader = PageReader(vocabulary: PageVocabulary.shipped, phrases: &phrases)
    return (reader, PhraseAutomaton(phrases))
  }()

  init(_ page: String, given: GivenFacts = GivenFacts(), headings: [Int: Int] = [:]) {
    let decoded = DecodedText(page)
    var blocks: [Block] = []
    var isAfterBlank = true
    for (index, start) in decoded.lines.starts.enumerated() {
      var end = index + 1 < decoded.lines.starts.count ? decoded.lines.starts[index + 1] : decoded.bytes.count
      while end > start, decoded.bytes[end - 1] <= 0x20 { end -= 1 }
      if end == start {
        isAfterBlank = true
        continue
      }
      let kind = headings[blocks.count].map { Block.Kind.heading(level: $0) } ?? .paragraph
      blocks.append(Block(kind: kind, range: TextRange(start, end), followsBlank: isAfterBlank))
      isAfterBlank = false
    }
    let document = DecodedDocument(format: .text, encoding: .utf8, text: decoded, blocks: blocks, dropped: [])
    text = FoldedText(decoded, blocks: blocks.map(\.range))
    reading = Self.compiled.reader.read(
      document: document, text: text, matches: Self.compiled.automaton.scan(text), given: given)
  }

  /// The folded characters of a range.
  subscript(_ range: FoldedRange?) -> String? { range.map(text.string) }

  /// One letter a block: f furniture, m metadata, t title, a addressee, b body, s signature, x appendix.
  var parts: String {
    String(
      reading.parts.map { part -> Character in
        switch part {
        case .furniture: "f"
        case .metadata: "m"
        case .title: "t"
        case .addressee: "a"
        case .body: "b"
        case .signature: "s"
        case .appendix: "x"
        }
      })
  }

  /// The metadata as `field=value`, in order.
  var fields: [String] { reading.metadata.map { "\($0.field)=\(text.string($0.value))" } }

  /// The publication date and the kind of its evidence.
  var publication: String? { reading.publication.map { "\($0.date) \($0.kind.rawValue)" } }
}

/// A body of a report for pages whose head or foot is what matters.
let body = """
  2024年，云溪县坚持以法治政府建设为抓手，深入推进依法行政，各项工作取得新的成效。现将有关情况报告如下。
  一、主要举措和成效
  全县共办理行政复议案件12件，办结率达到百分之百，行政争议得到实质性化解，群众满意度稳步提升，营商环境持续优化。
  二、存在的不足
  一是少数单位执法不够规范，执法人员的业务能力有待提高，基层法治工作力量比较薄弱，法治宣传教育的形式还不够丰富。
  三、下一步打算
  2025年，我们将继续加强行政执法监督，抓好执法人员培训，健全工作机制，推动法治政府建设再上新的台阶，为发展护航。
  """
