import SourceText

/// The facts behind a refusal to read a document; `wording` is the one place that puts them into words.
enum RefusalReason {
  case empty
  /// Sizes in bytes; nil where it is known only that there is more than may be.
  case tooLarge(size: Int?, limit: Int)
  case tooManyBlocks(limit: Int)
  case foreign(ForeignFormat)
  /// NULs or other control bytes that no text has, the first at the byte `offset` (from 0).
  case controlBytes(offset: Int)
  /// Text in a known encoding with bytes that the encoding doesn't have.
  case damaged(TextEncoding, DamagedPlace, count: Int?)
  /// The bytes stop in the middle of a character.
  case cutOff(TextEncoding, DamagedPlace)
  /// Neither UTF-8 nor UTF-16 nor GB18030.
  case unknownEncoding(DamagedPlace)
  case noConverter(TextEncoding)
  /// A zip file whose directory can't be read.
  case damagedArchive
  /// An entry of a zip file that can't be inflated or has a wrong checksum.
  case damagedEntry(String)
  case encrypted
  case tooManyEntries(count: Int, limit: Int)
  /// Bytes.
  case inflatesTooFar(limit: Int)
  case suspiciousRatio(limit: Int)
  /// Entries of a zip file that share bytes.
  case overlappingEntries
  /// A part that is no well-formed XML; the line is from 1.
  case damagedXML(part: String, line: Int)
  /// XML with a document type declaration, through which entities could be defined.
  case documentType
  case tooDeep(limit: Int)
  /// An element with more attributes than any document has.
  case tooManyAttributes(limit: Int)
  /// A web page with more mistakes in its markup than any page has.
  case tooManyFaults(limit: Int)
  /// Bytes.
  case tooMuchText(limit: Int)
  /// More bytes about a document than any would take, from the program that reads it.
  case tooMuchOutput(limit: Int)
  /// A part without which a document is none.
  case missingPart(String)
  case noPDFReader
  case damagedPDF
  /// The program that reads PDF broke off; memory in bytes.
  case brokenOff(memory: Int)
  /// Pages without characters: a scan.
  case noTextLayer(pages: Int)
  case tooManyPages(limit: Int)
  case tooSlow
  /// LibreOffice is not installed.
  case noConverterOfWord
  case notConverted
  case conversionTooSlow(seconds: Int)
  /// Another program could not be started, with the system's error number.
  case programFailed(String, code: Int)

  /// Where the first bad byte is.
  struct DamagedPlace {
    /// From 1.
    var line: Int
    /// Byte of the file, from 0.
    var offset: Int
  }

  /// The limit that was passed, where the configuration can set it.
  var limit: LimitName? {
    switch self {
    case .tooLarge: .fileSize
    case .tooManyBlocks: .paragraphs
    case .tooManyEntries: .entries
    case .inflatesTooFar: .inflatedSize
    case .suspiciousRatio: .inflationRatio
    case .tooDeep: .depth
    case .tooMuchText: .textSize
    case .tooManyPages: .pages
    case .tooSlow: .seconds
    case .conversionTooSlow: .conversionSeconds
    case _: nil
    }
  }

  var wording: Wording {
    switch self {
    case .empty:
      return Wording(
        zh: "文件中没有文字，无从核查。请确认文件内容已保存，或换用含有正文的文件。",
        en: "The file has no text to audit. Check that it was saved, or choose a file that holds the report.")
    case .tooLarge(let size, let limit):
      return Wording(
        zh: "文件\(size.map { "大小为 \(megabytes($0))，" } ?? "")超过上限 \(megabytes(limit))。"
          + "一份报告通常只有几十 KB，请确认选对了文件。",
        en: "The file is \(size.map { "\(megabytes($0)) long, " } ?? "")more than the limit of \(megabytes(limit)). "
          + "A report usually has some tens of KB; check that this is the right file.")
    case .tooManyBlocks(let limit):
      return Wording(
        zh: "文件的段落超过 \(limit) 个，不像是一份报告。请确认选对了文件，或拆分后再核查。",
        en: "The file has more than \(limit) paragraphs, which no report has. "
          + "Check that this is the right file, or split it.")
    case .foreign(let format):
      return format.wording
    case .controlBytes(let offset):
      return Wording(
        zh: "文件含有文本中不会出现的控制字节（首处在第 \(offset + 1) 字节），像是二进制文件，不能当作文本读取。" + Self.saveAsText.zh,
        en:
          "The file has control bytes that no text has (the first is byte \(offset + 1)); it looks like a binary file. "
          + Self.saveAsText.en)
    case .damaged(let encoding, let place, let count):
      let zh = count.map { "，共 \($0) 处" } ?? ""
      let en = count.map { $0 == 1 ? " (1 place in all)" : " (\($0) places in all)" } ?? ""
      return Wording(
        zh: "文件是 \(encoding.rawValue) 编码的文本，但有损坏的字节：首处在\(place.zh)\(zh)。"
          + "请从原文件重新导出，或在该处改正文字后另存为 UTF-8，再行核查。",
        en: "The file is \(encoding.rawValue) text, but some of its bytes are damaged: the first is \(place.en)\(en). "
          + "Export it again from the original, or correct the text there and save it as UTF-8.")
    case .cutOff(let encoding, let place):
      return Wording(
        zh: "文件是 \(encoding.rawValue) 编码的文本，但在\(place.zh)处中断，最后一个字不完整，内容可能有缺失。请重新获取完整的文件。",
        en: "The file is \(encoding.rawValue) text that stops in the middle of a character at \(place.en), "
          + "so more of it may be missing. Get the whole file again.")
    case .unknownEncoding(let place):
      return Wording(
        zh: "无法识别文件的文字编码：既不是 UTF-8、UTF-16，也不是 GB18030（GBK、GB2312），首个无法解读的字节在\(place.zh)。"
          + "请用文本编辑器打开，确认文字显示正常后另存为 UTF-8。",
        en: "The encoding of the file can't be told: it is neither UTF-8 nor UTF-16 nor GB18030 (GBK, GB2312); "
          + "the first byte that can't be read is \(place.en). Open it in a text editor, check that it reads well, "
          + "and save it as UTF-8.")
    case .noConverter(let encoding):
      return Wording(
        zh: "本机缺少 \(encoding.rawValue) 的转换模块，无法读取此文件。请安装系统的字符集转换组件"
          + "（如 glibc-gconv-extra、libc-bin），或将文件另存为 UTF-8。",
        en: "This system has no converter for \(encoding.rawValue), so the file can't be read. Install the system's "
          + "character set converters (glibc-gconv-extra, libc-bin), or save the file as UTF-8.")
    case .damagedArchive:
      return Wording(
        zh: "文件已损坏或不完整：它的压缩目录无法读取。" + Self.getAgain.zh,
        en: "The file is damaged or incomplete: its zip directory can't be read. " + Self.getAgain.en)
    case .damagedEntry(let name):
      return Wording(
        zh: "文件已损坏：其中的 \(name) 无法解压或校验不符。" + Self.getAgain.zh,
        en: "The file is damaged: \(name) in it can't be inflated or has a wrong checksum. " + Self.getAgain.en)
    case .encrypted:
      return ForeignFormat.encryptedOffice.wording
    case .tooManyEntries(let count, let limit):
      return Wording(
        zh: "文件内有 \(count) 个部件，超过上限 \(limit) 个，不像是一份报告。请确认选对了文件。",
        en: "The file holds \(count) parts, more than the limit of \(limit), which no report has. "
          + "Check that this is the right file.")
    case .inflatesTooFar(let limit):
      return Wording(
        zh: "文件解压后超过上限 \(megabytes(limit))，可能是压缩炸弹，已停止读取。请确认文件来源，或只提交报告正文。",
        en: "The file inflates to more than the limit of \(megabytes(limit)), as zip bombs do; reading was stopped. "
          + "Check where it comes from, or hand in the report alone.")
    case .suspiciousRatio(let limit):
      return Wording(
        zh: "文件解压后超过原大小的 \(limit) 倍，可能是压缩炸弹，已停止读取。请确认文件来源，或另存后再核查。",
        en: "The file inflates to more than \(limit) times its size, as zip bombs do; reading was stopped. "
          + "Check where it comes from, or save it anew.")
    case .overlappingEntries:
      return Wording(
        zh: "文件的压缩目录有误：各部件的大小之和超过文件本身，正常的文件不会如此，可能是压缩炸弹，已拒绝读取。" + Self.getAgain.zh,
        en: "The zip directory of the file is wrong: its parts together are larger than the file, as in zip bombs; "
          + "it was not read. " + Self.getAgain.en)
    case .damagedXML(let part, let line):
      return Wording(
        zh: "文件已损坏：其中的 \(part) 第 \(line) 行不是格式完好的 XML。" + Self.getAgain.zh,
        en: "The file is damaged: \(part) in it is not well-formed XML at line \(line). " + Self.getAgain.en)
    case .documentType:
      return Wording(
        zh: "文件内的 XML 带有文档类型声明（DTD），正常的文档不会有，可能含有恶意实体，已拒绝读取。请用原来的软件打开后另存，再行核查。",
        en:
          "The XML in the file has a document type declaration, which no real document has and which may define hostile "
          + "entities; it was not read. Open the file with the program it comes from and save it anew.")
    case .tooDeep(let limit):
      return Wording(
        zh: "文件内的元素嵌套超过 \(limit) 层，不像是一份报告。请用原来的软件打开后另存，再行核查。",
        en: "Elements in the file are nested more than \(limit) deep, which no report has. "
          + "Open it with the program it comes from and save it anew.")
    case .tooManyAttributes(let limit):
      return Wording(
        zh: "文件内有元素的属性超过 \(limit) 个，正常的文档不会有，已停止读取。请用原来的软件打开后另存，再行核查。",
        en: "An element in the file has more than \(limit) attributes, which no document has; reading was stopped. "
          + "Open it with the program it comes from and save it anew.")
    case .tooManyFaults(let limit):
      return Wording(
        zh: "网页源代码的语法错误超过 \(limit) 处，不像是一份报告，已停止读取。请在浏览器中打开，复制正文存为 .docx 或 .txt 后再核查。",
        en: "The source of the page has more than \(limit) syntax errors, which no report has; reading was stopped. "
          + "Open it in a browser, copy the text to a .docx or .txt file, and audit that.")
    case .tooMuchText(let limit):
      return Wording(
        zh: "文件中的文字超过上限 \(megabytes(limit))。一份报告通常只有几十 KB，请确认选对了文件。",
        en: "The text in the file comes to more than the limit of \(megabytes(limit)). "
          + "A report usually has some tens of KB; check that this is the right file.")
    case .tooMuchOutput(let limit):
      return Wording(
        zh: "文件各页的文字连同位置超过 \(megabytes(limit))，不像是一份报告，已停止读取。请确认选对了文件，或只提交报告正文。",
        en: "The text of the pages with its places comes to more than \(megabytes(limit)), which no report has; "
          + "reading was stopped. Check that this is the right file, or hand in the report alone.")
    case .missingPart(let name):
      return Wording(
        zh: "文件已损坏或不完整：缺少 \(name)。" + Self.getAgain.zh,
        en: "The file is damaged or incomplete: it lacks \(name). " + Self.getAgain.en)
    case .noPDFReader:
      return Wording(
        zh: "读取 PDF 需要 poppler 的 pdftotext 程序，本机没有安装。请先安装（Debian、Ubuntu：apt-get install poppler-utils "
          + "poppler-data；macOS：brew install poppler），再行核查。",
        en:
          "Reading PDF takes poppler's pdftotext, which is not installed here. Install it (Debian, Ubuntu: apt-get install "
          + "poppler-utils poppler-data; macOS: brew install poppler) and audit the file again.")
    case .damagedPDF:
      return Wording(
        zh: "PDF 文件已损坏或不完整，无法读取。" + Self.getAgain.zh,
        en: "The PDF is damaged or incomplete and can't be read. " + Self.getAgain.en)
    case .brokenOff(let memory):
      return Wording(
        zh: "读取 PDF 的程序 pdftotext 中途停止：文件已损坏，或处理它所需的内存超过 \(megabytes(memory))。" + Self.getAgain.zh,
        en: "pdftotext, which reads PDF, broke off: the file is damaged or needs more than \(megabytes(memory)) "
          + "of memory. " + Self.getAgain.en)
    case .noTextLayer(let pages):
      return Wording(
        zh: "文件共 \(pages) 页，没有可用的文字层（多为扫描件，或字体没有文字编码），无法核查。"
          + "请改用生成它的 Word 文档（.docx），或先做文字识别（OCR）并校对，再行核查。",
        en:
          "The file has \(pages) \(pages == 1 ? "page" : "pages") and no text layer that could be read (a scan, most often, "
          + "or fonts without character codes), so it can't be audited. Hand in the Word document (.docx) it was made from, or run "
          + "text recognition (OCR) and check the result.")
    case .tooManyPages(let limit):
      return Wording(
        zh: "文件超过上限 \(limit) 页，不像是一份报告。请确认选对了文件，或只提交报告正文。",
        en:
          "The file has more than the limit of \(limit) pages, which no report has. Check that this is the right file, "
          + "or hand in the report alone.")
    case .tooSlow:
      return Wording(
        zh: "读取文件用时超过上限，已停止，文件可能已损坏或被做过手脚。请另存后再核查。",
        en:
          "Reading the file took longer than the limit and was stopped; it may be damaged or made to be slow. Save it anew."
      )
    case .noConverterOfWord:
      return Wording(
        zh: "这是 Word 97—2003 或 WPS 格式的文档（.doc、.wps），需用 LibreOffice 转换后读取，本机没有安装。"
          + "请用 Word 或 WPS 打开，另存为 .docx 后再核查，或安装 LibreOffice。",
        en:
          "This is a Word 97–2003 or WPS document (.doc, .wps). LibreOffice, which converts them, is not installed here: "
          + "save the document as .docx and audit that, or install LibreOffice.")
    case .notConverted:
      return Wording(
        zh: "LibreOffice 未能转换此文件，文件可能已损坏或设有密码。请用 Word 或 WPS 打开，另存为 .docx 后再核查。",
        en: "LibreOffice could not convert the file, which may be damaged or locked by a password. "
          + "Open it in Word or WPS, save it as .docx, and audit that.")
    case .conversionTooSlow(let seconds):
      return Wording(
        zh: "LibreOffice 转换此文件超过上限 \(seconds) 秒，已停止。请用 Word 或 WPS 打开，另存为 .docx 后再核查。",
        en:
          "LibreOffice took more than the limit of \(seconds) seconds to convert the file and was stopped. Save it as .docx "
          + "and audit that.")
    case .programFailed(let program, let code):
      return Wording(
        zh: "无法运行读取文件所需的程序 \(program)（系统错误 \(code)）。请检查本机的安装、临时文件夹和磁盘空间。",
        en: "\(program), which is needed to read the file, can't be run (system error \(code)). "
          + "Check its installation, the temporary folder and the disk's space.")
    }
  }

  private static let getAgain = Wording(
    zh: "请用原来的软件打开后另存，或重新获取完整的文件，再行核查。",
    en: "Open it with the program it comes from and save it anew, or get the whole file again.")

  static let saveAsText = Wording(
    zh: "请用原来的软件打开，另存为纯文本（.txt，UTF-8 编码）后再核查。",
    en: "Open it with the program it comes from, save it as plain text (.txt, UTF-8), and audit that.")
}

extension RefusalReason.DamagedPlace {
  /// The place behind `decoded`, the valid UTF-8 that the bytes before `offset` stand for.
  init(after decoded: [UInt8], offset: Int) {
    // A line end opens a line only when something follows it, so something has to.
    self.init(line: LineIndex(of: decoded + [0x20]).starts.count, offset: offset)
  }

  fileprivate var zh: String { "第 \(line) 行（文件第 \(offset + 1) 字节）" }
  fileprivate var en: String { "line \(line) (byte \(offset + 1) of the file)" }
}

/// A size in MB (2²⁰ bytes) with one digit after the point, rounded up so that what is too large never looks as if it fitted.
private func megabytes(_ size: Int) -> String {
  let unit = 1024 * 1024
  let tenths = size / unit * 10 + (size % unit * 10 + unit - 1) / unit
  return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
}
