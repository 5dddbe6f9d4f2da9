import Comparison
import Documents
import SourceText

/// Reads the list of bodies that have to publish: a CSV file with a column for the body's name.
///
/// ```
/// 机关,年度
/// 云溪县人民政府,2024
/// 云溪县司法局,2024
/// ```
/// Further columns are passed over. UTF-8 with or without a mark, UTF-16 and GB18030 are read, as spreadsheet programs write them.
enum BodyListFile {
  static let nameColumns = ["机关", "机关名称", "单位", "单位名称", "部门", "部门名称", "报告机关", "body", "issuer", "name"]
  static let yearColumns = ["年度", "报告年度", "年份", "year", "report year"]

  static func read(
    _ path: FilePath, names: BodyNames
  ) throws(CommandFailure) -> (bodies: ExpectedBodies, source: UserFile) {
    let source = try UserFile(path, what: Wording(zh: "机关名单", en: "the list of bodies"))
    let text: String
    do throws(DocumentError) {
      text = try decodedText(of: source.bytes)
    } catch {
      throw CommandFailure(
        Wording(
          zh: "无法读取机关名单 \(path.shown)：\(error.message.zh)",
          en: "can't read the list of bodies \(path.shown): \(error.message.en)"))
    }
    var reader = Reader(path: path.shown)
    let bodies = reader.bodies(in: CSVTable(text))
    let expected = ExpectedBodies(bodies, path: path.shown, names: names)
    for (body, first) in expected.repeats {
      reader.report(
        Wording(
          zh: "“\(body.name)”重复，第 \(first) 行已经有了；请删去一行",
          en: "`\(body.name)` is there twice, on line \(first) as well; remove one"),
        line: body.line)
    }
    if !reader.problems.isEmpty {
      throw CommandFailure(reader.problems, Wording(zh: "机关名单有错误。", en: "the list of bodies has mistakes."))
    }
    return (expected, source)
  }

  private struct Reader {
    let path: String
    var problems: [Problem] = []

    mutating func report(_ message: Wording, line: Int) {
      problems.append(Problem(message, path: "\(path):\(line)"))
    }

    mutating func bodies(in table: CSVTable) -> [ExpectedBodies.Body] {
      if let line = table.unclosedQuote {
        report(Wording(zh: "引号没有配对，后面的内容无法读取", en: "a quotation mark is not closed"), line: line)
        return []
      }
      guard let head = table.rows.first else {
        report(Wording(zh: "文件是空的", en: "the file is empty"), line: 1)
        return []
      }
      let titles = head.cells.map { $0.lowercased() }
      guard let name = titles.firstIndex(where: { nameColumns.contains($0) }) else {
        report(
          Wording(
            zh: "第一行没有写机关的列；应当有一列叫 \(nameColumns.joined(separator: "、")) 之一",
            en: "the first line has no column for the body; one must be called \(nameColumns.joined(separator: ", "))"),
          line: head.line)
        return []
      }
      let year = titles.firstIndex { yearColumns.contains($0) }
      var bodies: [ExpectedBodies.Body] = []
      for row in table.rows.dropFirst() {
        guard name < row.cells.count, !row.cells[name].isEmpty else {
          report(Wording(zh: "这一行没有写机关", en: "this line names no body"), line: row.line)
          continue
        }
        var number: Int?
        if let year, year < row.cells.count, !row.cells[year].isEmpty {
          let digits = row.cells[year].hasSuffix("年") ? String(row.cells[year].dropLast()) : row.cells[year]
          number = Int(digits)
          if number.map({ (1949...2999).contains($0) }) != true {
            report(
              Wording(zh: "“\(row.cells[year])”不是年度", en: "`\(row.cells[year])` is no year"), line: row.line)
          }
        }
        bodies.append(ExpectedBodies.Body(name: row.cells[name], year: number, line: row.line))
      }
      if bodies.isEmpty, problems.isEmpty {
        report(Wording(zh: "名单里没有机关", en: "the list has no body"), line: head.line)
      }
      return bodies
    }
  }
}

/// The rows of a CSV file (RFC 4180), cells without the white space around them; rows with nothing in them are left out.
struct CSVTable {
  struct Row {
    /// On which it begins, from 1.
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line of a quotation mark that nothing closes.
  private(set) var unclosedQuote: Int?

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    // Spreadsheet programs of some countries write semicolons or tabs: the first line tells.
    let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let separator: Unicode.Scalar =
      head.contains(",") ? "," : head.contains("\t") ? "\t" : head.contains(";") ? ";" : ","
    var (line, start, index) = (1, 1, 0)
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var quote: Int?
    func trimmed(_ cell: String.UnicodeScalarView) -> String {
      let inside = cell.drop { $0.properties.isWhitespace }
      return String(String.UnicodeScalarView(inside.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }
    func isBreak(_ index: Int) -> Bool { scalars[index] == "\n" || scalars[index] == "\r" }
    while index <= scalars.count {
      let scalar = index < scalars.count ? scalars[index] : "\n"
      if index < scalars.count,
        scalar == "\n" || (scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
      {
        line += 1
      }
      if quote != nil, index < scalars.count {
        if scalar != "\"" {
          cell.append(scalar)
        } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          quote = nil
        }
      } else if scalar == "\"", cell.allSatisfy({ $0.properties.isWhitespace }) {
        cell = String.UnicodeScalarView()
        quote = line
      } else if scalar == separator {
        cells.append(trimmed(cell))
        cell = String.UnicodeScalarView()
      } else if index == scalars.count || isBreak(index) {
        cells.append(trimmed(cell))
        cell = String.UnicodeScalarView()
        if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: start, cells: cells)) }
        cells = []
        start = line
      } else {
        cell.append(scalar)
      }
      index += 1
    }
    unclosedQuote = quote
  }
}
