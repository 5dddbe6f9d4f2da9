import Comparison
import Documents
import Rules
import Scoring
import SourceText

/// Audits as one page for readers who are no engineers: an overview of the folder, then a section for each document.
///
/// The page is complete in itself: no script, no resource from elsewhere, pictures as inline SVG. It can be read with a keyboard or a
/// screen reader, in light and dark, and printed on A4 with a sheet for each document.
package struct HTMLRenderer: Renderer {
  private let run: Run

  package init(run: Run) { self.run = run }

  package var hasOverview: Bool { true }
  package var rowsInSummary: Int { .max }

  package func begin(into out: inout [UInt8]) {
    var html = MarkupWriter()
    html.fragment("<!DOCTYPE html>\n")
    out += html.bytes
    out += "<html lang=\"\(run.language == .zh ? "zh-CN" : "en")\">\n".utf8
    html = MarkupWriter()
    html.begin("head")
    html.empty("meta", ["charset": "utf-8"])
    html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.empty("meta", ["name": "generator", "content": "\(Tool.name) \(Tool.version)"])
    html.element("title", text: run.pack.title.text(in: run.language))
    html.begin("style")
    html.fragment(HTMLStyle.sheet)
    html.end()
    html.end()
    html.newLine()
    html.fragment("<body>\n")
    html.element("a", ["class": "skip", "href": "#documents"], text: say("跳到各份报告", "Skip to the documents"))
    html.newLine()
    html.fragment("<main>\n")
    out += html.bytes
  }

  package func overview(_ summary: Summary, into out: inout [UInt8]) {
    var page = HTMLOverview(summary, run: run)
    page.write()
    out += page.html.bytes
    out += "<div id=\"documents\">\n".utf8
  }

  package func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var page = HTMLDocument(document, run: run)
    page.write()
    out += page.html.bytes
  }

  package func end(_ summary: Summary, into out: inout [UInt8]) {
    var html = MarkupWriter()
    html.fragment("</div>\n</main>\n")
    html.begin("footer")
    html.element(
      "p",
      text: say(
        "\(Tool.name) \(Tool.version)，规则 \(run.pack.title.zh) \(run.pack.version)（\(run.pack.rules.count) 条）。本页只判断文本写了什么，是否属实由负责的人判断。",
        "\(Tool.name) \(Tool.version), rules \(run.pack.title.en) \(run.pack.version) (\(run.pack.rules.count)). It judges what a text says, not whether it is true."
      ))
    html.end()
    html.fragment("\n</body>\n</html>\n")
    out += html.bytes
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }

  /// The address inside the page of the document that has this path.
  static func anchor(_ path: String) -> String { "d-\(Fingerprint(unreadable: path))" }
}
