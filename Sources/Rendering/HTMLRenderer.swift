import Comparison
import Documents
import Rules
import Scoring
import SourceText

/// Audits for readers who are no engineers: an overview of the folder, then a section, or a page of its own, for each document.
///
/// Each page is complete in itself: no script, no resource from elsewhere, pictures as inline SVG. It can be read with a keyboard or a
/// screen reader, in light and dark, and printed on A4 with a sheet for each document.
public struct HTMLRenderer: Renderer {
  private let run: Run

  /// How each of its pages says, among its first bytes, what wrote it.
  public static let mark = "<meta name=\"generator\" content=\"\(Tool.name) "
  private let layout: Layout

  /// Where the documents stand.
  public enum Layout: String, Sendable {
    /// Below the overview, in one file.
    case onePage
    /// Each in a file of its own; the overview is `index.html`.
    case folder
  }

  public init(run: Run, layout: Layout = .onePage) {
    self.run = run
    self.layout = layout
  }

  /// A document on its own page has another head, and one that is alone no way back.
  public var circumstances: String { "\(layout.rawValue) \(run.documents == 1)" }
  public var hasOverview: Bool { true }
  public var rowsInSummary: Int { .max }

  public func page(of path: String) -> String? {
    switch layout {
    case .onePage: nil
    case .folder: HTMLRenderer.anchor(path) + ".html"
    }
  }

  public func begin(into out: inout [UInt8]) {
    let pack = run.pack.title.text(in: run.language)
    head(say("核查结果 · ", "Audit · ") + pack, into: &out)
    var html = MarkupWriter()
    if case .onePage = layout {
      html.element("a", ["class": "skip", "href": "#documents"], text: say("跳到各份报告", "Skip to the documents"))
      html.newLine()
    }
    html.fragment("<main>\n")
    out += html.bytes
  }

  public func overview(_ summary: Summary, into out: inout [UInt8]) {
    var page = HTMLOverview(summary, run: run) { path in
      self.page(of: path) ?? "#\(HTMLRenderer.anchor(path))"
    }
    page.write()
    out += page.html.bytes
    if case .onePage = layout { out += "<div id=\"documents\">\n".utf8 }
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    switch layout {
    case .onePage:
      var page = HTMLDocument(document, run: run, isAlone: run.documents == 1, back: "#top", level: 2)
      page.write()
      out += page.html.bytes
    case .folder:
      head(say("核查结果 · ", "Audit · ") + document.path, into: &out)
      out += "<main>\n".utf8
      var page = HTMLDocument(document, run: run, isAlone: false, back: "index.html", level: 1)
      page.write()
      out += page.html.bytes
      out += "</main>\n".utf8
      foot(into: &out)
    }
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    if case .onePage = layout { out += "</div>\n".utf8 }
    out += "</main>\n".utf8
    foot(into: &out)
  }

  private func head(_ title: String, into out: inout [UInt8]) {
    var html = MarkupWriter()
    html.fragment("<!DOCTYPE html>\n")
    html.begin("html", ["lang": run.language == .zh ? "zh-CN" : "en", "id": "top"])
    html.newLine()
    html.begin("head")
    html.empty("meta", ["charset": "utf-8"])
    html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.empty("meta", ["name": "generator", "content": "\(Tool.name) \(Tool.version)"])
    html.element("title", text: title)
    html.begin("style")
    html.fragment(HTMLStyle.sheet)
    html.end()
    html.end()
    html.newLine()
    html.fragment("<body>\n")
    out += html.bytes
  }

  private func foot(into out: inout [UInt8]) {
    var html = MarkupWriter()
    html.begin("footer")
    html.element(
      "p",
      text: say(
        "\(Tool.name) \(Tool.version)，\(run.pack.title.zh) \(run.pack.version)（\(run.pack.rules.count) 条）。本页只判断文本写了什么，是否属实由负责的人判断。",
        "\(Tool.name) \(Tool.version), \(run.pack.title.en) \(run.pack.version) (\(run.pack.rules.count) rules). It judges what a text says, not whether it is true."
      ))
    html.end()
    html.fragment("\n</body>\n</html>\n")
    out += html.bytes
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }

  /// The address inside the page of the document that has this path.
  static func anchor(_ path: String) -> String { "d-\(Fingerprint(unreadable: path))" }
}
