public import SourceText

/// A value from a YAML file that remembers where it stands.
///
/// Two are equal when their values are: a rule that moved to another line is still the same rule.
public struct Placed<Value> {
  public var value: Value
  public var source: YAMLSource
  public var range: TextRange

  public init(_ value: Value, source: YAMLSource, range: TextRange) {
    self.value = value
    self.source = source
    self.range = range
  }

  /// A problem at this value's place, for checks that come after reading.
  public func problem(_ message: Wording, severity: Problem.Severity = .error) -> Problem {
    source.problem(message, at: range, severity: severity)
  }

  /// Another value at the same place.
  public func map<Other>(_ transform: (Value) -> Other) -> Placed<Other> {
    Placed<Other>(transform(value), source: source, range: range)
  }
}

extension Placed<String> {
  /// Where `count` bytes of the text, from `offset` on, stand in the file.
  ///
  /// All of the value where it is not written byte by byte as it reads: with escapes, folded, or as block text.
  public func part(_ offset: Int, _ count: Int) -> TextRange {
    let bytes = source.text.bytes
    for start in [range.start, range.start + 1] where start + value.utf8.count <= bytes.count {
      if bytes[start..<(start + value.utf8.count)].elementsEqual(value.utf8), offset + count <= value.utf8.count {
        return TextRange(start + offset, start + offset + count)
      }
    }
    return range
  }

  /// The same text, placed where only a part of it stands.
  public func narrowed(_ offset: Int, _ count: Int) -> Placed<String> {
    Placed(value, source: source, range: part(offset, count))
  }
}

extension Placed: Sendable where Value: Sendable {}

extension Placed: Equatable where Value: Equatable {
  public static func == (left: Placed, right: Placed) -> Bool { left.value == right.value }
}

extension Placed: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
