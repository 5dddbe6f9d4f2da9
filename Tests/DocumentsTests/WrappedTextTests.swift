import Documents
import SourceText
import Testing

@Suite("Text wrapped at a fixed width")
struct WrappedTextTests {
  /// What an editor makes of a paragraph: lines of at most `width` columns, a Chinese character taking two, no punctuation
  /// at the start of a line, no ASCII word broken unless `breaksWords`.
  static func wrap(_ paragraph: String, _ width: Int, indent: String = "", breaksWords: Bool = false) -> [String] {
    func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } }
    var units: [String] = []
    for character in paragraph {
      let last = units.last?.last
      let isWord = last.map { $0.isASCII && $0 != " " && character.isASCII && character != " " } ?? false
      let opened = last.map { "（《“".contains($0) } ?? false
      if !units.isEmpty, "，。、；：！？）》”".contains(character) || opened || (isWord && !breaksWords) {
        units[units.count - 1].append(character)
      } else {
        units.append(String(character))
      }
    }
    var lines = [indent]
    for unit in units {
      if columns(lines[lines.count - 1]) + columns(unit) > width { lines.append("") }
      if unit == " ", lines[lines.count - 1].isEmpty { continue }
      lines[lines.count - 1] += unit
    }
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  static let paragraphs = [
    "云溪县2024年法治政府建设年度报告",
    "2024年，云溪县坚持依法行政，深入推进法治政府建设，全面落实各项工作部署。全年共办理行政复议案件1284件，办结1203件，纠错率为3.7%，群众满意度达到98.5%以上，现将有关情况报告如下。",
    "一、法治政府建设的主要举措和成效",
    "（一）健全依法行政制度体系。严格落实重大行政决策程序规定，将公众参与、专家论证、风险评估、合法性审查、集体讨论决定作为必经程序。全年审查各类文件248件，提出修改意见532条，提请废止不适应改革要求的文件16件，备案率和合格率均为100%。",
    "1.规范行政执法行为。全面推行“三项制度”，完善执法人员资格管理，组织全县1256名行政执法人员参加《行政处罚法》专题培训，开展案卷评查3次，抽查案卷420卷，发现并整改问题67个。对评查中发现的问题逐项反馈、限期整改。",
    "二、存在的不足和原因",
    "一是基层执法力量不足。青禾镇等乡镇专职执法人员数量与承接事项不相匹配，法律专业人员占比只有18%，执法水平有待提高。二是部分单位对法治工作重视不够，制度落实存在偏差，督促检查的力度还需要进一步加大。",
    "三、2025年工作安排",
    "继续推进依法行政，完善制度机制，强化监督检查，提升干部法治素养，推动法治政府建设再上新台阶。重点做好规范性文件清理、执法监督平台建设和村居法律顾问全覆盖三件事，确保各项任务按期完成、取得实效。",
  ]

  enum Layout: String, CaseIterable {
    case blankLines, indented, both, tightAndFlush
  }

  @Test(
    "gives back the paragraphs",
    arguments: Layout.allCases,
    [(30, false), (40, false), (56, false), (56, true), (72, false), (76, true), (100, false)])
  func joins(_ layout: Layout, _ wrapping: (width: Int, breaksWords: Bool)) throws {
    for lineEnd in ["\n", "\r\n"] {
      var text = ""
      for paragraph in Self.paragraphs {
        let isIndented = layout == .indented || layout == .both
        let lines = Self.wrap(
          paragraph, wrapping.width, indent: isIndented ? "\u{3000}\u{3000}" : "", breaksWords: wrapping.breaksWords)
        text += lines.joined(separator: lineEnd) + lineEnd
        if layout == .blankLines || layout == .both { text += lineEnd }
      }
      let read = try blocks(of: text).map { $0.replacing("⏎", with: "") }
      if layout == .tightAndFlush {
        // A full line that ends a sentence may end a paragraph too, and nothing tells; so it starts a block.
        #expect(read.joined() == Self.paragraphs.joined(), "\(wrapping)")
        #expect(read.allSatisfy { block in Self.paragraphs.contains { $0.contains(block) } }, "\(wrapping)")
        #expect(read.count <= Self.paragraphs.count + 1, "\(wrapping)")
      } else {
        #expect(read == Self.paragraphs, "\(layout) \(wrapping)")
      }
    }
  }

  @Test("reads text wrapped in UTF-16 and GBK alike", arguments: ["UTF-16LE", "GBK"])
  func otherEncodings(_ encoding: String) throws {
    let text = Self.paragraphs.flatMap { Self.wrap($0, 56, indent: "\u{3000}\u{3000}") }.joined(separator: "\r\n")
    let document = try decodeDocument(encoded(text, as: encoding), name: "a.txt")
    #expect(document.blocks.count == Self.paragraphs.count)
  }

  @Test("leaves a line end between two ASCII words, and none in Chinese or inside a number")
  func asciiWords() throws {
    let text = """
      The county government held twelve meetings on the rule of law in 2024,
      and it reviewed all of its normative documents. It also trained every
      one of its law enforcement officers at least once during the past year
      and published the results. The work goes on next year.
      """
    let document = try decodeDocument(Array(text.utf8), name: "mail.txt")
    #expect(document.blocks.count == 1)
    #expect(Shown(document).blocks == ["⏎" + text])
    let indented = try blocks(of: text.replacing("\n", with: "  \n "))
    #expect(indented == ["⏎" + text])
    let broken = """
      云溪县全年共办理行政复议案件1284件，办结1203件，其中纠错23
      6件，驳回97件，终止12件，其余均予维持。行政应诉案件共计1
      58件，负责人出庭应诉率百分之百。规范性文件备案审查24件，均
      按期备案。
      """
    #expect(
      try blocks(of: broken) == [
        "⏎云溪县全年共办理行政复议案件1284件，办结1203件，其中纠错236件，驳回97件，终止12件，其余均予维持。"
          + "行政应诉案件共计158件，负责人出庭应诉率百分之百。规范性文件备案审查24件，均按期备案。"
      ])
  }

  @Test("does not take the end of an ordinal for a heading's number")
  func ordinals() throws {
    let text = """
      云溪县召开常务会议专题研究法治工作。会议听取了第一季度以及第
      二、三季度工作情况的汇报，部署下一阶段任务。全县共组织培训十
      二、三次，参训人员达到一千余人次，取得了良好的效果。随后县司
      法局对各单位落实情况进行了督察，发现的问题均已整改到位。
      一、主要举措
      """
    #expect(try blocks(of: text).count == 2)
  }

  @Test("joins the lines of a Markdown paragraph, its bullets and its quotes alike")
  func markdown() throws {
    let wrapped = Self.paragraphs.map { Self.wrap($0, 56).joined(separator: "\n") }
    let text =
      "# " + wrapped[0] + "\n\n" + wrapped[3] + "\n\n- " + wrapped[4].replacing("\n", with: "\n  ") + "\n- 另一项\n\n> "
      + wrapped[6].replacing("\n", with: "\n> ") + "\n"
    let read = try blocks(of: text, name: "a.md")
    #expect(
      read == [
        "⏎# " + Self.paragraphs[0], "⏎" + Self.paragraphs[3], "⏎- " + Self.paragraphs[4], "- 另一项",
        "⏎" + Self.paragraphs[6],
      ])
  }

  @Test("joins across a page break inside a paragraph")
  func pageBreak() throws {
    var lines = Self.paragraphs.flatMap { Self.wrap($0, 56, indent: "\u{3000}\u{3000}") }
    lines[2] = "\u{C}" + lines[2]
    #expect(try blocks(of: lines.joined(separator: "\n")).count == Self.paragraphs.count)
  }
}
