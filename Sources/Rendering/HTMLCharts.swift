import SourceText

/// Pictures as inline SVG, each with its content in words.
enum HTMLCharts {
  /// A ring that is filled as far as the score goes.
  static func ring(tenths: Int, label: String, to html: inout MarkupWriter) {
    html.begin("svg", ["class": "ring", "viewBox": "0 0 42 42", "role": "img", "aria-label": label])
    html.empty("circle", ["class": "track", "cx": "21", "cy": "21", "r": "15.9155"])
    html.empty(
      "circle",
      [
        "class": "fill", "cx": "21", "cy": "21", "r": "15.9155", "pathLength": "1000",
        "stroke-dasharray": "\(tenths) 1000", "transform": "rotate(-90 21 21)",
      ])
    html.element(
      "text", ["x": "21", "y": "24", "text-anchor": "middle", "aria-hidden": "true"],
      text: Decimals.shown(tenths, places: 1))
    html.end()
  }

  /// A bar in three parts.
  static func share(met: Int, partial: Int, short: Int, language: Language, to html: inout MarkupWriter) {
    let all = met + partial + short
    if all == 0 { return html.text("–") }
    let percent = (met * 100 + all / 2) / all
    let label = Wording(zh: "符合 \(percent)%", en: "\(percent) % met").text(in: language)
    html.begin(
      "svg",
      ["class": "share", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "role": "img", "aria-label": label])
    var left = 0
    for (name, count) in [("met", met), ("partial", partial), ("short", short)] where count > 0 {
      let right = left + count
      html.empty(
        "rect",
        [
          "class": name, "x": "\(left * 100 / all)", "y": "0", "width": "\(right * 100 / all - left * 100 / all)",
          "height": "8",
        ])
      left = right
    }
    html.end()
    html.element("span", ["class": "percent", "aria-hidden": "true"], text: "\(percent)%")
  }

  /// Columns with their counts above and labels below.
  static func columns(_ counts: [Int], labels: [String], description: String, to html: inout MarkupWriter) {
    let highest = max(counts.max() ?? 1, 1)
    html.begin(
      "svg", ["class": "columns", "viewBox": "0 0 \(counts.count * 40) 120", "role": "img", "aria-label": description])
    for (index, count) in counts.enumerated() {
      let height = count * 80 / highest
      let middle = index * 40 + 20
      html.empty(
        "rect",
        ["x": "\(index * 40 + 5)", "y": "\(98 - height)", "width": "30", "height": "\(count > 0 ? max(height, 1) : 0)"])
      if count > 0 {
        html.element("text", ["x": "\(middle)", "y": "\(93 - height)", "text-anchor": "middle"], text: "\(count)")
      }
      html.element("text", ["x": "\(middle)", "y": "114", "text-anchor": "middle"], text: labels[index])
    }
    html.empty("line", ["x1": "0", "x2": "\(counts.count * 40)", "y1": "98.5", "y2": "98.5"])
    html.end()
  }
}
