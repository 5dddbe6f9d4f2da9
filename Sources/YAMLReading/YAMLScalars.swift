public import SourceText

/// Words, numbers and ranges.
extension YAMLValue {
  /// A text as written, quoted or not.
  public func string() -> Placed<String>? {
    scalar(.string).map { placed($0.text) }
  }

  /// A text for both languages, or a mapping with one for each.
  public func text() -> Placed<Wording>? {
    guard isMapping else { return scalar(.text).map { placed(Wording($0.text)) } }
    if !node.tree.entries(of: node.index).contains(where: { $0.name == "zh" || $0.name == "en" }) {
      refuse(.text)
      return nil
    }
    return mapping { reader in
      let zh = reader.string("zh", .required)
      let en = reader.string("en", .required)
      guard let zh, let en else { return nil }
      return placed(Wording(zh: zh.value, en: en.value))
    }
  }

  /// A word or a list of words, each with its own place.
  public func strings() -> [Placed<String>]? {
    if isSequence {
      var texts: [Placed<String>] = []
      let items = node.items
      texts.reserveCapacity(items.count)
      for item in items {
        if let text = child(item).string() { texts.append(text) }
      }
      return texts
    }
    return scalar(.strings).map { [placed($0.text)] }
  }

  /// One of the known words.
  public func choice(in known: [String]) -> Placed<String>? {
    guard let (text, _) = scalar(.choice, example: known.first) else { return nil }
    if known.contains(text) { return placed(text) }
    report(unknownWord(text, among: known, subject: subject))
    return nil
  }

  /// One of the cases of an enumeration, by raw value.
  public func choice<Choice>(_: Choice.Type = Choice.self) -> Placed<Choice>?
  where Choice: CaseIterable & RawRepresentable<String> {
    if let word = node.word, let choice = Choice(rawValue: word) { return placed(choice) }
    // The words themselves are wanted only for what is said of another one.
    _ = choice(in: Choice.allCases.map(\.rawValue))
    return nil
  }

  /// `true` or `false`, without quotes.
  public func bool() -> Placed<Bool>? {
    guard let text = unquoted(.bool) else { return nil }
    if text == "true" { return placed(true) }
    if text == "false" { return placed(false) }
    refuse(.bool)
    return nil
  }

  /// A whole number, without quotes.
  public func int() -> Placed<Int>? {
    number(.int, wholeNumber)
  }

  /// A number with at most 12 digits after the point, without quotes.
  public func decimal() -> Placed<ExactNumber>? {
    number(.decimal, exactNumber)
  }

  /// A range of whole numbers: `120..`, `..60`, `2021..2025` or `5`.
  public func range() -> Placed<Bounds<Int>>? {
    guard let text = unquoted(.range) else { return nil }
    return bounds(text, .range, ("120..", "..60", "2021..2025"), wholeNumber) { $0 <= $1 }
  }

  /// A range of numbers: `0.5..`, `..99.9`, `1.5..2` or `5`.
  public func decimalRange() -> Placed<Bounds<ExactNumber>>? {
    guard let text = unquoted(.decimalRange) else { return nil }
    return bounds(text, .decimalRange, ("0.5..", "..99.9", "1.5..2"), exactNumber, isInOrder)
  }

  /// A range of words, such as dates: `2019-04-15..`; whoever reads it checks the words and their order.
  public func stringRange() -> Placed<Bounds<String>>? {
    guard let (text, _) = scalar(.stringRange) else { return nil }
    return bounds(
      text, .stringRange, ("2019-04-15..", "..2025-12-31", "2021-01-01..2025-12-31"), { String($0) }, { _, _ in true })
  }

  /// How a range is written: open above, open below, closed.
  private typealias RangeForms = (String, String, String)

  private func number<Number>(_ kind: ValueKind, _ parse: (Substring) -> Number?) -> Placed<Number>? {
    guard let text = unquoted(kind) else { return nil }
    if let number = parse(text[...]) { return placed(number) }
    refuse(kind)
    return nil
  }

  private func unquoted(_ kind: ValueKind) -> String? {
    guard let (text, isPlain) = scalar(kind) else { return nil }
    guard !isPlain else { return text }
    report(
      Wording(
        zh: "\(subject.zh)应当是\(kind.noun.zh)，加了引号就成了文字；请去掉引号。",
        en: "\(subject.en) must be \(kind.noun.en); quotes make it text, so remove them"))
    return nil
  }

  private func bounds<Value>(
    _ text: String, _ kind: ValueKind, _ forms: RangeForms, _ parse: (Substring) -> Value?,
    _ isInOrder: (Value, Value) -> Bool
  ) -> Placed<Bounds<Value>>? {
    guard let (left, right) = sides(of: text) else {
      guard !text.isEmpty, let only = parse(text[...]) else { return refuseRange(kind, forms) }
      return placed(Bounds(lower: only, upper: only))
    }
    let (lower, upper) = (left.isEmpty ? nil : parse(left), right.isEmpty ? nil : parse(right))
    if !left.isEmpty && lower == nil || !right.isEmpty && upper == nil { return refuseRange(kind, forms) }
    if lower == nil && upper == nil { return refuseRange(kind, forms) }
    if let lower, let upper, !isInOrder(lower, upper) {
      report(
        Wording(
          zh: "\(subject.zh)的范围“\(clipped(text))”是空的：下限大于上限。",
          en: "the range `\(clipped(text))` of \(subject.en) is empty: its lower end is above its upper end"))
      return nil
    }
    return placed(Bounds(lower: lower, upper: upper))
  }

  private func refuseRange<Value>(_ kind: ValueKind, _ forms: RangeForms) -> Placed<Bounds<Value>>? {
    report(
      Wording(
        zh: "\(subject.zh)应当是\(kind.noun.zh)，写作 \(forms.0)、\(forms.1) 或 \(forms.2)。",
        en: "\(subject.en) must be \(kind.noun.en), written \(forms.0), \(forms.1) or \(forms.2)"))
    return nil
  }
}

/// The message for a word that is none of the known ones.
public func unknownWord(_ word: String, among known: [String], subject: Wording) -> Wording {
  let guess = nearest(word, among: known)
  let shown = known.prefix(40)
  let more = shown.count < known.count ? "…" : ""
  return Wording(
    zh:
      "\(subject.zh)不能是“\(clipped(word))”\(guess.map { "；是不是“\($0)”？" } ?? "。")可以用：\(shown.joined(separator: "、"))\(more)。",
    en:
      "\(subject.en) can't be `\(clipped(word))`\(guess.map { "; did you mean `\($0)`?" } ?? "") (allowed: \(shown.joined(separator: ", "))\(more))"
  )
}

/// The texts before and after the first `..`.
private func sides(of text: String) -> (left: Substring, right: Substring)? {
  let bytes = text.utf8
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let next = bytes.index(after: index)
    if bytes[index] == 0x2E, next < bytes.endIndex, bytes[next] == 0x2E {
      return (text[..<index], text[bytes.index(after: next)...])
    }
    index = next
  }
  return nil
}

private func wholeNumber(_ text: Substring) -> Int? {
  let digits = text.utf8.first == 0x2D ? text.dropFirst() : text
  guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
  guard digits.utf8.count == 1 || digits.utf8.first != 0x30 else { return nil }
  return Int(text)
}

private func exactNumber(_ text: Substring) -> ExactNumber? {
  guard let point = text.utf8.firstIndex(of: 0x2E) else {
    return wholeNumber(text).map { ExactNumber(units: $0, scale: 0) }
  }
  let fraction = text[text.utf8.index(after: point)...]
  let digits = text[..<point].utf8.first == 0x2D ? text[..<point].dropFirst() : text[..<point]
  guard wholeNumber(digits) != nil, digits.utf8.first != 0x2D, (1...12).contains(fraction.utf8.count),
    fraction.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let units = Int(text[..<point] + fraction)
  else { return nil }
  return ExactNumber(units: units, scale: fraction.utf8.count)
}

private func isInOrder(_ left: ExactNumber, _ right: ExactNumber) -> Bool {
  // At most 12 digits are shifted: 128 bits hold any product.
  Int128(left.units) * powerOfTen(right.scale) <= Int128(right.units) * powerOfTen(left.scale)
}

private func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}
