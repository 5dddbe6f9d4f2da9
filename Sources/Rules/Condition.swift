/// Something that can be true of a report; each kind has its own file in `Checks`.
package indirect enum Condition: Sendable {
  case placeholder
}

/// A sentence with `{variables}` that are filled in from the report and from what was found.
package struct MessageTemplate: Sendable {}
