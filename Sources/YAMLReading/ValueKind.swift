public import SourceText

/// What a key of a file may hold, as the reader checks it and as the reference and the editor's schema describe it.
public enum ValueKind: String, CaseIterable, Sendable {
  case string
  /// A `Wording`: one text for both languages, or a mapping with `zh` and `en`.
  case text
  case int
  case decimal
  case bool
  /// One of a few known words.
  case choice
  /// One word or a list of words.
  case strings
  /// A range of whole numbers.
  case range
  case decimalRange
  /// A range of words, such as dates.
  case stringRange
  case mapping
  case mappings
  /// One mapping or a list of mappings.
  case oneOrMore
  /// One word, or a mapping that says more.
  case wordOrMapping
  /// A mapping whose keys are names that the author chooses, and whose values are mappings.
  case namedMappings
  /// A mapping whose keys are names that the author chooses.
  case named
  case list
  /// A mapping that is described under a name of its own, since it can hold itself.
  case reference
  /// A list of such mappings.
  case references
  /// Read by code that looks at the node itself.
  case any

  /// What it is called in a message, after "must be".
  public var noun: Wording {
    switch self {
    case .string: Wording(zh: "一段文字", en: "text")
    case .text: Wording(zh: "一段文字，或分中英文写的 {zh: …, en: …}", en: "text, or one for each language: {zh: …, en: …}")
    case .int: Wording(zh: "整数", en: "a whole number")
    case .decimal: Wording(zh: "数字", en: "a number")
    case .bool: Wording(zh: "true 或 false", en: "true or false")
    case .choice: Wording(zh: "一个词", en: "a word")
    case .strings: Wording(zh: "一段文字或文字的列表", en: "text or a list of texts")
    case .range: Wording(zh: "整数的范围", en: "a range of whole numbers")
    case .decimalRange: Wording(zh: "数字的范围", en: "a range of numbers")
    case .stringRange: Wording(zh: "一个范围", en: "a range")
    case .mapping: Wording(zh: "“键: 值”的映射", en: "a mapping of keys to values")
    case .mappings: Wording(zh: "映射的列表", en: "a list of mappings")
    case .oneOrMore: Wording(zh: "一个“键: 值”的映射，或这种映射的列表", en: "a mapping of keys to values, or a list of them")
    case .wordOrMapping: Wording(zh: "一个词或“键: 值”的映射", en: "a word or a mapping of keys to values")
    case .namedMappings: Wording(zh: "“名称: 映射”的映射", en: "a mapping of names to mappings")
    case .named: Wording(zh: "“名称: 值”的映射", en: "a mapping of names to values")
    case .list: Wording(zh: "列表", en: "a list")
    case .reference: Wording(zh: "“键: 值”的映射", en: "a mapping of keys to values")
    case .references: Wording(zh: "映射的列表", en: "a list of mappings")
    case .any: Wording(zh: "一个值", en: "a value")
    }
  }

  /// How a value of the kind is written, to be shown after the key.
  public var example: String {
    switch self {
    case .string, .text, .choice, .wordOrMapping, .any: "…"
    case .int: "6"
    case .decimal: "0.5"
    case .bool: "true"
    case .strings, .list: "[…, …]"
    case .range: "120.."
    case .decimalRange: "..0.5"
    case .stringRange: "2021-01-01..2025-12-31"
    case .mapping, .oneOrMore, .reference: "{…: …}"
    case .mappings, .references: "[{…: …}]"
    case .namedMappings: "{…: {…: …}}"
    case .named: "{…: …}"
    }
  }
}
