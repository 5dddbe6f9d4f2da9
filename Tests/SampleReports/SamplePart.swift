/// A paragraph of a sample, with what it is there for.
package struct SampleParagraph: Hashable, Sendable {
  package var text: String
  /// The field of the Outline that it speaks of, when its part does not.
  package var field: OutlineField?
  /// Whether it gives the cause of a shortcoming.
  package var givesCause: Bool

  package init(_ text: String, field: OutlineField? = nil, givesCause: Bool = false) {
    self.text = text
    self.field = field
    self.givesCause = givesCause
  }
}

/// A part of a sample: heading, paragraphs, and the parts below.
package struct SamplePart: Sendable {
  /// Without its number, which the layout gives.
  package var heading: String
  package var roles: Set<SampleRole>
  package var field: OutlineField?
  /// Whether the heading runs into the first paragraph.
  package var runsIn: Bool
  package var paragraphs: [SampleParagraph]
  package var parts: [SamplePart]
  /// The number to print when it is not the one that the order gives.
  package var number: Int?

  package init(
    _ heading: String, roles: Set<SampleRole> = [], field: OutlineField? = nil, runsIn: Bool = false,
    paragraphs: [SampleParagraph] = [], parts: [SamplePart] = []
  ) {
    self.heading = heading
    self.roles = roles
    self.field = field
    self.runsIn = runsIn
    self.paragraphs = paragraphs
    self.parts = parts
    self.number = nil
  }

  /// The paragraphs of this part and of those below, in reading order, with headings below as opening sentences.
  package var flattened: [SampleParagraph] {
    paragraphs
      + parts.flatMap { part in
        let opening = SampleParagraph(part.heading + "。", field: part.field ?? field)
        return [opening] + part.flattened
      }
  }

  /// This part without what speaks of a field.
  package func without(_ field: OutlineField) -> SamplePart {
    var copy = self
    copy.paragraphs.removeAll { $0.field == field }
    copy.parts = parts.filter { $0.field != field }.map { $0.without(field) }
    return copy
  }

  /// This part with its paragraphs, and those below, changed or dropped.
  package func mapParagraphs(_ change: (SampleParagraph) -> SampleParagraph?) -> SamplePart {
    var copy = self
    copy.paragraphs = paragraphs.compactMap(change)
    copy.parts = parts.map { $0.mapParagraphs(change) }
    return copy
  }

  /// This part with every heading and paragraph rewritten.
  package func mapText(_ change: (String) -> String) -> SamplePart {
    var copy = self
    copy.heading = change(heading)
    copy.paragraphs = paragraphs.map { paragraph in
      var paragraph = paragraph
      paragraph.text = change(paragraph.text)
      return paragraph
    }
    copy.parts = parts.map { $0.mapText(change) }
    return copy
  }
}
