import HostileFiles

/// A Word file as tests write it: the parts that matter, in the XML that Word and WPS write.
struct WordFile {
  var body: String
  var styles = ""
  var numbering = ""
  /// Further parts: name in `word/`, type of the relation, content.
  var parts: [(name: String, type: String, xml: String)] = []
  var core = ""

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  init(_ body: String) { self.body = body }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static func root(_ name: String, _ content: String) -> String {
    "\(head)<w:\(name) \(namespaces)>\(content)</w:\(name)>"
  }

  var bytes: [UInt8] {
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ type: String, _ target: String) -> String {
      "<Relationship Id=\"r\(target.utf8.count)\(type)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
    }
    var all = parts
    if !styles.isEmpty { all.append(("styles.xml", "styles", Self.root("styles", styles))) }
    if !numbering.isEmpty { all.append(("numbering.xml", "numbering", Self.root("numbering", numbering))) }
    var package = relation("officeDocument", "word/document.xml")
    var entries: [(String, String)] = [("[Content_Types].xml", "<Types/>")]
    if !core.isEmpty {
      package += relation("metadata/core-properties", "docProps/core.xml")
      entries.append(
        (
          "docProps/core.xml",
          "\(Self.head)<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\(core)</cp:coreProperties>"
        ))
    }
    entries.append(("_rels/.rels", "\(Self.head)<Relationships xmlns=\"\(relations)\">\(package)</Relationships>"))
    entries.append(("word/document.xml", Self.root("document", "<w:body>\(body)</w:body>")))
    entries.append(
      (
        "word/_rels/document.xml.rels",
        "\(Self.head)<Relationships xmlns=\"\(relations)\">\(all.map { relation($0.type, $0.name) }.joined())</Relationships>"
      ))
    entries += all.map { ("word/\($0.name)", $0.xml) }
    return ZipFile(entries).bytes
  }
}

/// A paragraph of one run.
func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
  let properties = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
  let run = run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>"
  return "<w:p>\(properties)<w:r>\(run)<w:t>\(text)</w:t></w:r></w:p>"
}

/// The properties of a numbered paragraph.
func numbered(_ number: Int, _ level: Int = 0) -> String {
  "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
}

/// A level of a list.
func level(_ level: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:suff w:val=\"nothing\"/>"
    + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
}

/// A list with its instance of the same number.
func list(_ number: Int, _ levels: String, overrides: String = "") -> String {
  "<w:abstractNum w:abstractNumId=\"\(number)\">\(levels)</w:abstractNum>"
    + "<w:num w:numId=\"\(number)\"><w:abstractNumId w:val=\"\(number)\"/>\(overrides)</w:num>"
}
