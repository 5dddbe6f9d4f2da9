/// How a sample report is set down as text.
package struct SampleLayout: Sendable {
  package var numbering: Numbering
  /// What opens each paragraph.
  package var indent: String
  /// Whether an empty line follows each paragraph.
  package var spaced: Bool
  /// After how many characters a line is broken off, wherever that may be.
  package var width: Int?
  package var newline: String
  /// Whether full-width punctuation is folded to ASCII, as many web pages have it.
  package var foldsPunctuation: Bool
  /// Whether headings of the second level run into their text.
  package var runsInAtSecondLevel: Bool
  /// Whether numbers of the third level run on across the parts above.
  package var runsOnAtThirdLevel: Bool

  package init(
    numbering: Numbering = .standard, indent: String = "　　", spaced: Bool = false, width: Int? = nil,
    newline: String = "\n", foldsPunctuation: Bool = false, runsInAtSecondLevel: Bool = false,
    runsOnAtThirdLevel: Bool = false
  ) {
    self.numbering = numbering
    self.indent = indent
    self.spaced = spaced
    self.width = width
    self.newline = newline
    self.foldsPunctuation = foldsPunctuation
    self.runsInAtSecondLevel = runsInAtSecondLevel
    self.runsOnAtThirdLevel = runsOnAtThirdLevel
  }

  /// As GB/T 9704-2012 has it.
  package static let standard = SampleLayout()

  /// How headings are marked.
  package enum Numbering: String, CaseIterable, Sendable {
    /// 一、 （一） 1.
    case standard
    /// 第一部分 一、 （一）
    case parts
    /// 1. （1） ①
    case arabic
    /// 一． （一）、 1、
    case careless
    /// Headings on lines of their own, without numbers.
    case unnumbered
    /// No headings.
    case absent
    /// Numbered headings behind #, ## and ###.
    case markdown
    /// Headings behind #, ## and ###, without numbers.
    case markdownUnnumbered
  }

  package var fileEnding: String {
    switch numbering {
    case .markdown, .markdownUnnumbered: "md"
    case .standard, .parts, .arabic, .careless, .unnumbered, .absent: "txt"
    }
  }

  private var isMarkdown: Bool { fileEnding == "md" }

  /// The report as text, ending in a line break.
  package func text(of report: SampleReport) -> String {
    var page = report.before
    page.append((isMarkdown ? "# " : "") + report.title)
    page += report.after
    if !isMarkdown { page.append("") }
    var lines: [String] = []
    if let addressee = report.addressee { lines.append(addressee) }
    lines += report.preamble.map { indent + $0 }
    var thirdLevel = 0
    lines += self.lines(of: report.parts, depth: 0, thirdLevel: &thirdLevel)
    if !report.signature.isEmpty { lines += (isMarkdown ? [] : [""]) + report.signature }
    let all = page + lines.flatMap { broken($0) } + report.trailing
    let text = all.map { isMarkdown || spaced ? $0 + newline + newline : $0 + newline }.joined()
    return foldsPunctuation ? Self.folded(text) : text
  }

  private func lines(of parts: [SamplePart], depth: Int, thirdLevel: inout Int) -> [String] {
    var lines: [String] = []
    for (place, part) in parts.enumerated() {
      var number = part.number ?? place + 1
      if depth == 2, runsOnAtThirdLevel {
        thirdLevel += 1
        number = thirdLevel
      }
      let runsIn = part.runsIn || (depth == 1 && runsInAtSecondLevel)
      var paragraphs = part.paragraphs.map { indent + $0.text }
      if numbering != .absent {
        let heading = mark(number, depth: depth, runsIn: runsIn) + part.heading
        if runsIn, let first = part.paragraphs.first {
          paragraphs[0] = indent + heading + "。" + first.text
        } else {
          paragraphs.insert((isMarkdown ? "" : indent) + heading, at: 0)
        }
      }
      lines += paragraphs + self.lines(of: part.parts, depth: depth + 1, thirdLevel: &thirdLevel)
    }
    return lines
  }

  private func mark(_ number: Int, depth: Int, runsIn: Bool) -> String {
    let chinese = Self.chinese(number)
    let hashes = runsIn ? "" : String(repeating: "#", count: depth + 2) + " "
    let standard = [chinese + "、", "（\(chinese)）", "\(number)."]
    switch numbering {
    case .standard: return standard[min(depth, 2)]
    case .parts: return (["第\(chinese)部分 "] + standard)[min(depth, 3)]
    case .arabic: return ["\(number).", "（\(number)）", Self.circled(number)][min(depth, 2)]
    case .careless: return [chinese + "．", "（\(chinese)）、", "\(number)、"][min(depth, 2)]
    case .unnumbered, .absent: return ""
    case .markdown: return hashes + standard[min(depth, 2)]
    case .markdownUnnumbered: return hashes
    }
  }

  private func broken(_ line: String) -> [String] {
    guard let width, line.count > width else { return [line] }
    var lines: [String] = []
    var current = ""
    var count = 0
    for character in line {
      // Nobody's wrapping breaks a number, or opens a line with a closing mark.
      let joins = "，。、；：）》”%".contains(character) || (character.isASCII && current.last?.isASCII == true)
      if count >= width, !joins {
        lines.append(current)
        current = ""
        count = 0
      }
      current.append(character)
      count += 1
    }
    return lines + [current]
  }

  /// 1 to 99 in Chinese numerals.
  package static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
  }

  private static func circled(_ number: Int) -> String {
    Unicode.Scalar(0x2460 + UInt32(number) - 1).map { String(Character($0)) } ?? "\(number)"
  }

  private static func folded(_ text: String) -> String {
    let pairs: [Character: Character] = ["，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "．": "."]
    return String(text.map { pairs[$0] ?? $0 })
  }
}
