/// Documents as a supervising office gets them, the same for the same number on every machine: some in order, most with
/// a fault or several, in several formats and encodings, some under awkward names, some that nobody can read.
package struct MixedDocuments: Sendable {
  private let reports: GeneratedReports

  /// - Parameter size: the size that the reports come near, in UTF-8 bytes.
  package init(size: Int = 8_000) { reports = GeneratedReports(size: size) }

  /// The file name and the bytes of the document with this number.
  package func document(_ number: Int) -> (name: String, bytes: [UInt8]) {
    var chance = SplitMix(seed: UInt64(number))
    var (report, layout) = reports.report(number, using: &chance)
    let name = Self.name(number, of: report)
    if number % 50 == 49 { return Self.unreadable(number / 50, name) }
    // A third has no fault, the others one to six.
    if chance.next() % 3 != 0 {
      for fault in Self.faults.shuffled(using: &chance).prefix(1 + Int(chance.next() % 6)) { fault(&report) }
    }
    layout.numbering = [.standard, .standard, .standard, .parts, .careless, .markdown][Int(chance.next() % 6)]
    let text = layout.text(of: report)
    if number % 10 == 3 { return (name + ".html", Array(Self.page(text).utf8)) }
    let encoding = number % 7 == 5 ? SampleEncoding.gb18030 : .utf8
    return (name + "." + layout.fileEnding, encoding.bytes(of: text))
  }

  /// What authors do wrong.
  private static let faults: [@Sendable (inout SampleReport) -> Void] = [
    { $0[.leaderDuty] = nil }, { $0[.shortcomings] = nil }, { $0[.nextYearPlan] = nil },
    { $0 = $0.without(.digital) }, { $0 = $0.without(.emergencies).without(.decisions) },
    { $0.signature = [] }, { $0 = $0.published(on: "2025-05-09") }, { $0 = $0.draft() },
    {
      $0[.shortcomings] = $0[.shortcomings]?.mapParagraphs {
        $0.givesCause ? nil : SampleParagraph($0.text, field: $0.field)
      }
    },
    { $0[.measures]?.parts[1].number = 9 },
    { $0.preamble.append("现将2021年工作情况报告如下。") },
    {
      $0[.measures]?.parts[0].paragraphs.append(
        SampleParagraph("全年评查案卷120卷，其中优秀30卷、合格84卷、不合格6卷，优秀率为52%。"))
    },
    {
      // Whatever a text says must come out as it is in every format.
      $0[.measures]?.parts[0].paragraphs.append(
        SampleParagraph(
          "办理“=1+1”<b>&amp;]]>𠮷案件'200'件,\"办结\"150件，办结率为98%，`|*_[x](y)`<script>alert(1)</script>。"))
    },
  ]

  private static func name(_ number: Int, of report: SampleReport) -> String {
    let digits = String(number)
    let body = String(report.issuer.prefix(3))
    let plain = "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(body)-\(report.year)"
    switch number % 40 {
    case 11: return "=" + plain + ", \"送审稿\" & <终稿>"
    case 22: return plain + " 100%#1+[2]|'a'`b`"
    default: return plain
    }
  }

  private static func unreadable(_ turn: Int, _ name: String) -> (name: String, bytes: [UInt8]) {
    switch turn % 4 {
    case 0: (name + ".txt", [])
    case 1: (name + ".docx", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0xA5, count: 300))
    case 2: (name + ".pdf", Array("%PDF-1.7\nnothing that belongs here\n".utf8))
    default: (name + ".txt", (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* $0 % 251) })
    }
  }

  private static func page(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let lines = escaped.split(separator: "\n").map { "<p>\($0)</p>" }
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>政府信息公开</title></head><body>\n"
      + lines.joined(separator: "\n") + "\n</body></html>\n"
  }
}
