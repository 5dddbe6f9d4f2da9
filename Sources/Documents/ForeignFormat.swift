import SourceText

/// A kind of file that is known by its first bytes, or by what it holds, whether or not it can be read.
enum ForeignFormat: Hashable, Sendable {
  case pdf
  /// Word 97 to 2003 and WPS, both OLE compound files.
  case oldWord
  /// A docx, xlsx or pptx behind a password, which is an OLE compound file too.
  case encryptedOffice
  case docx
  case ofd
  case openDocument
  case spreadsheet
  case presentation
  case rtf
  case webPage
  case xml
  case image
  case archive
  case executable

  /// What the bytes are by their magic numbers, or nil when they may be text.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, of which only the first 4 KB are looked at.
  ///   - name: the file's name, which decides only among kinds that share a magic number.
  init?(_ bytes: [UInt8], name: String) {
    let head = bytes.prefix(4096)
    let name = fileExtension(of: name)
    if let format = Self.magicNumbers.first(where: { head.starts(with: $0.bytes) })?.format {
      switch format {
      case .oldWord:
        self = isEncryptedOffice(bytes) ? .encryptedOffice : ["xls", "et"].contains(name) ? .spreadsheet : .oldWord
      case .archive, .encryptedOffice, .pdf, .docx, .ofd, .openDocument, .spreadsheet, .presentation, .rtf, .webPage,
        .xml, .image,
        .executable:
        self = format
      }
      return
    }
    guard let format = Self(markup: head, isNamedAsPage: ["html", "htm", "xhtml", "shtml"].contains(name)) else {
      return nil
    }
    self = format
  }

  /// The first match wins. `BM` and `MZ` alone would be plausible words, so they come with the bytes that follow them.
  private static let magicNumbers: [(bytes: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWord),
    ([0x50, 0x4B, 0x03, 0x04], .archive), ([0x50, 0x4B, 0x05, 0x06], .archive),
    (Array("{\\rtf".utf8), .rtf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF87a".utf8), .image), (Array("GIF89a".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image), (Array("RIFF".utf8), .image),
    ([0x1F, 0x8B, 0x08], .archive), (Array("BZh".utf8), .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    (Array("Rar!\u{1A}\u{07}".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ([0x7F, 0x45, 0x4C, 0x46], .executable), ([0x4D, 0x5A, 0x90, 0x00], .executable),
  ]

  /// What a zip file holds, by the names of its entries.
  init(_ archive: ZipArchive) {
    let names = archive.entries.map { $0.name.lowercasedASCII }
    func has(_ start: String) -> Bool { names.contains { $0.starts(with: start.utf8) } }
    if has("ofd.xml") {
      self = .ofd
    } else if has("word/") {
      self = .docx
    } else if has("xl/") {
      self = .spreadsheet
    } else if has("ppt/") {
      self = .presentation
    } else if has("mimetype"), has("content.xml") {
      self = .openDocument
    } else {
      self = .archive
    }
  }

  /// Whether text begins as a web page or as XML.
  private init?(markup head: ArraySlice<UInt8>, isNamedAsPage: Bool) {
    var rest = head
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 <= 0x20 && $0 != 0 }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    let start = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
    if isNamedAsPage || ["<!doctype html", "<html", "<head", "<body"].contains(where: start.hasPrefix) {
      self = .webPage
    } else if start.hasPrefix("<?xml") {
      self = head.firstOffset(of: Array("<html".utf8)) == nil ? .xml : .webPage
    } else {
      return nil
    }
  }

  /// What the file is and what to do with it.
  var wording: Wording {
    switch self {
    case .pdf, .oldWord, .docx, .ofd, .webPage:
      // These are read from their bytes; here a program has taken the bytes for characters.
      Wording(
        zh: "文件内容是 PDF 等文档，却被当作文本转换过编码，已经损坏。请重新获取原来的文件，再行核查。",
        en: "The file is a document, a PDF say, that a program took for text and wrote in another encoding, "
          + "which has damaged it. Get the original file and audit that.")
    case .openDocument: Self.document(zh: "OpenDocument 文档（.odt）", en: "an OpenDocument file (.odt)")
    case .encryptedOffice:
      Wording(
        zh: "文件设有打开密码，无法读取。请用原来的软件打开，取消密码后另存，再行核查。",
        en:
          "The file is protected by a password and can't be read. Open it, save it without the password, and audit that."
      )
    case .presentation: Self.document(zh: "演示文稿", en: "a presentation")
    case .spreadsheet: Self.document(zh: "电子表格", en: "a spreadsheet")
    case .rtf: Self.document(zh: "RTF 文档", en: "an RTF document")
    case .xml: Self.document(zh: "XML 文件", en: "an XML file")
    case .image:
      Wording(
        zh: "这是图片或多媒体文件，其中的文字无法直接读取。请先做文字识别并校对，存为纯文本（.txt，UTF-8 编码）后再核查。",
        en:
          "This is an image or media file; text in it can't be read. Run text recognition, check the result, save it as "
          + "plain text (.txt, UTF-8), and audit that.")
    case .archive:
      Wording(
        zh: "这是压缩包，不能直接读取。请先解压，再核查其中的文档。",
        en: "This is a compressed archive, which can't be read. Unpack it and audit the documents in it.")
    case .executable:
      Wording(
        zh: "这是可执行程序，不是报告。请确认选对了文件。",
        en: "This is a program, not a report. Check that this is the right file.")
    }
  }

  private static func document(zh: String, en: String) -> Wording {
    Wording(
      zh: "这是\(zh)，目前还不能直接读取。" + RefusalReason.saveAsText.zh,
      en: "This is \(en), which can't be read yet. " + RefusalReason.saveAsText.en)
  }
}

/// Whether an OLE compound file holds an encrypted package, by the name of the stream in its directory.
private func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
  let name = [UInt8]("EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] })
  return bytes[...].firstOffset(of: name) != nil
}

extension ArraySlice<UInt8> {
  /// The offset of the first occurrence of `needle`, which is not empty.
  func firstOffset(of needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    var from = startIndex
    while let at = self[from...].firstIndex(of: first) {
      if self[at...].starts(with: needle) { return at }
      from = at + 1
    }
    return nil
  }
}
