public import SourceText

/// A sentence of a rule with `{variables}` that are filled in from the report and from what was found.
public struct MessageTemplate: Hashable, Sendable {
  /// The Chinese sentence in pieces.
  public let zh: [Segment]
  /// The English sentence in pieces.
  public let en: [Segment]
  /// The sentence itself when nothing in it has to be filled in, which is true of most.
  let constant: Wording?

  /// A piece of a sentence.
  public enum Segment: Hashable, Sendable {
    case text(String)
    case variable(String)
  }

  /// The sentence that an author wrote in both languages.
  public init(_ wording: Wording) {
    zh = Self.segments(of: wording.zh)
    en = Self.segments(of: wording.en)
    let isConstant = !(zh + en).contains { if case .variable = $0 { true } else { false } }
    constant = isConstant ? wording : nil
  }

  /// The sentence as its author wrote it, variables in braces.
  public var written: Wording { filled { Wording("{\($0)}") } }

  /// The sentence with its variables filled in; one that is not known stays visible as `?`.
  ///
  /// With a language only that one is filled in, and stands for both.
  public func filled(_ value: (String) -> Wording?, in language: Language? = nil) -> Wording {
    if let constant { return constant }
    func filled(_ segments: [Segment], _ language: Language) -> String {
      segments.map { Self.text(of: $0) { value($0)?.text(in: language) } }.joined()
    }
    return switch language {
    case nil: Wording(zh: filled(zh, .zh), en: filled(en, .en))
    case .zh: Wording(filled(zh, .zh))
    case .en: Wording(filled(en, .en))
    }
  }

  private static func text(of segment: Segment, value: (String) -> String?) -> String {
    switch segment {
    case .text(let text): text
    case .variable(let name): value(name) ?? "?"
    }
  }

  private static func segments(of text: String) -> [Segment] {
    let mentions = VariableMention.all(in: text)
    guard !mentions.isEmpty else { return text.isEmpty ? [] : [.text(text)] }
    var segments: [Segment] = []
    let bytes = Array(text.utf8)
    func add(_ start: Int, _ end: Int) {
      if start < end { segments.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    var end = 0
    for mention in mentions {
      add(end, mention.offset)
      segments.append(.variable(mention.name))
      end = mention.offset + mention.count
    }
    add(end, bytes.count)
    return segments
  }
}
