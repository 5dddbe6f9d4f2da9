/// A PDF as tests need it: the content of each page, or lines of Latin text in Helvetica at given places.
package struct PDFFile {
  /// What each page shows, in PDF's own operators; packed with zlib when there is anything to pack it.
  package var contents: [Content]
  /// Goes into the trailer.
  package var trailer = ""

  /// The content stream of a page.
  package enum Content: Sendable {
    case plain(String)
    /// A stretch repeated so many times between a head and a tail.
    case repeating(String, times: Int, head: String = "", tail: String = "")
  }

  /// One line on a page; x and y from the lower left corner of a page of 595 by 842 points.
  package typealias Line = (x: Int, y: Int, size: Int, text: String)

  package init(pages: [[Line]]) {
    contents = pages.map { lines in
      .plain(lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n"))
    }
  }

  package init(contents: [Content]) {
    self.contents = contents
  }

  package var bytes: [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    func add(_ object: [UInt8]) {
      offsets.append(file.count)
      file += Array("\(offsets.count) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let kids = contents.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    add(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
    add(Array("<< /Type /Pages /Count \(contents.count) /Kids [\(kids)] >>".utf8))
    add(Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8))
    for (index, content) in contents.enumerated() {
      add(
        Array(
          ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
            + "/Resources << /Font << /F1 3 0 R >> >> >>").utf8))
      add(Self.stream(content))
    }
    let start = file.count
    file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      file += Array((String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n").utf8)
    }
    let end = "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(end.utf8)
  }

  private static func stream(_ content: Content) -> [UInt8] {
    let (packed, filter): ([UInt8], String) =
      switch content {
      case .plain(let text): (Array(text.utf8), "")
      case .repeating(let text, let times, let head, let tail):
        // zlib's head; readers of PDF bear a missing checksum.
        (
          [0x78, 0xDA] + Deflated(head: head.utf8, repeating: text.utf8, times: times, tail: tail.utf8).bytes,
          " /Filter /FlateDecode"
        )
      }
    return Array("<< /Length \(packed.count)\(filter) >>\nstream\n".utf8) + packed + Array("\nendstream".utf8)
  }
}
