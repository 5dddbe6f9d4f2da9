import SourceText

/// Lines for a console, written one after another: wrapped, indented, coloured where that is wanted.
struct ConsolePage {
  private(set) var bytes: [UInt8] = []
  let display: Display

  init(for display: Display) {
    self.display = display
  }

  /// A text in an ink, for putting together a line.
  func paint(_ text: String, _ ink: Ink) -> String {
    !display.isColoured || ink == .plain || text.isEmpty ? text : "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }

  /// A line as it is; the caller has seen to its width.
  mutating func line(_ text: String = "") {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x0A)
  }

  /// A text behind a label, wrapped, its further lines under its first.
  mutating func entry(_ label: String = "", labelInk: Ink = .plain, indent: Int, _ text: String, _ ink: Ink = .plain) {
    let gap = label.isEmpty ? 0 : 1
    let hanging = indent + displayWidth(label) + gap
    let lines = ConsoleText.wrapped(ConsoleText.harmless(text), to: max(display.width - hanging, 16))
    for (index, part) in lines.enumerated() {
      if index == 0 {
        let head = String(repeating: " ", count: indent) + paint(label, labelInk) + String(repeating: " ", count: gap)
        line(head + paint(part, ink))
      } else {
        line(String(repeating: " ", count: hanging) + paint(part, ink))
      }
    }
  }

  /// A heading of a part of the page.
  mutating func heading(_ text: String) {
    line()
    line(paint(text, .bold))
  }
}
