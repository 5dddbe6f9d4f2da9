package import SourceText

/// A sentence of a rule with `{variables}` that are filled in from the report and from what was found.
package struct MessageTemplate: Hashable, Sendable {
  package var zh: [Segment]
  package var en: [Segment]

  package enum Segment: Hashable, Sendable {
    case text(String)
    case variable(String)
  }

  package init(_ wording: Wording) {
    zh = Self.segments(of: wording.zh)
    en = Self.segments(of: wording.en)
  }

  /// All variables that it names, each once per mention.
  package var variables: [String] {
    (zh + en).compactMap { segment in
      if case .variable(let name) = segment { name } else { nil }
    }
  }

  /// The sentence with its variables filled in; one that is not known stays visible as `?`.
  func filled(_ value: (String) -> Wording?) -> Wording {
    Wording(
      zh: zh.map { Self.text(of: $0) { value($0)?.zh } }.joined(),
      en: en.map { Self.text(of: $0) { value($0)?.en } }.joined())
  }

  private static func text(of segment: Segment, value: (String) -> String?) -> String {
    switch segment {
    case .text(let text): text
    case .variable(let name): value(name) ?? "?"
    }
  }

  /// Splits at `{name}`; a brace that encloses no name is text.
  private static func segments(of text: String) -> [Segment] {
    var segments: [Segment] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      guard !name.isEmpty, name.allSatisfy({ $0 == "_" || $0.isASCII && $0.isLowercase }) else {
        segments.append(.text(String(rest[...close])))
        rest = rest[rest.index(after: close)...]
        continue
      }
      if open > rest.startIndex { segments.append(.text(String(rest[..<open]))) }
      segments.append(.variable(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { segments.append(.text(String(rest))) }
    return segments
  }
}
