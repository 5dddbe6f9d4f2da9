import HostileFiles

/// A Word file around one part that is fuzzed.
struct OfficeFile {
  let bytes: [UInt8]

  private static let body = """
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
    <w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>\
    <w:p><w:pPr><w:pStyle w:val="b"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>\
    <w:r><w:t>条目</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>条目</w:t></w:r></w:p>\
    </w:body></w:document>
    """

  private static let relations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="r1" Target="styles.xml" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>\
    <Relationship Id="r2" Target="numbering.xml" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>\
    <Relationship Id="r3" Target="footnotes.xml" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>\
    <Relationship Id="r4" Target="comments.xml" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>
    """

  /// A part is left out when there are no bytes for it.
  init(body: [UInt8] = Array(Self.body.utf8), styles: [UInt8] = [], numbering: [UInt8] = []) {
    let parts = [("styles", styles), ("numbering", numbering)].filter { !$0.1.isEmpty }
    bytes =
      ZipFile(
        [("word/document.xml", body), ("word/_rels/document.xml.rels", Array(Self.relations.utf8))]
          + parts.map { ("word/\($0.0).xml", $0.1) }
      ).bytes
  }
}
