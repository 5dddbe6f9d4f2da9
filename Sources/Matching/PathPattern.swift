public import SourceText

/// A pattern of paths in the syntax of `.gitignore`.
///
/// `*` and `?` stand for characters of one name, `[…]` for one of several, `**` for any number of folders, `\` takes a sign as it is.
/// A pattern with a slash inside or at its start begins at the folder of the file that holds it, any other fits in every folder below;
/// one that ends in a slash fits folders only. What lies in a folder that fits, fits too. `!` takes back what an earlier pattern took.
public struct PathPattern: Hashable, Sendable {
  /// Whether it takes back instead of taking.
  public private(set) var isNegated = false
  private var isForFolders = false
  private var parts: [Part] = []

  fileprivate enum Part: Hashable {
    /// `**`
    case folders
    case name([Token])
  }

  fileprivate enum Token: Hashable {
    case character(Unicode.Scalar)
    case any
    case one
    case among([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// What keeps a text from being a pattern.
  public enum Mistake: Error, Hashable {
    /// Nothing but white space, slashes or `!`.
    case empty
    /// A `[` without its `]`, or a range from back to front.
    case bracket
    /// A `\` that nothing follows.
    case escape
  }

  /// Reads a pattern; a comment or an empty line of a file of patterns is none, and must be left out before.
  public init(_ text: String) throws(Mistake) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "!" {
      isNegated = true
      scalars.removeFirst()
    }
    while scalars.last == " " && !(scalars.count > 1 && scalars[scalars.count - 2] == "\\") { scalars.removeLast() }
    if scalars.last == "/" {
      isForFolders = true
      scalars.removeLast()
    }
    let isAnchored = scalars.contains("/")
    if scalars.first == "/" { scalars.removeFirst() }
    if scalars.first == ".", scalars.dropFirst().first == "/" { scalars.removeFirst(2) }
    let names = scalars.split(separator: "/", omittingEmptySubsequences: true)
    if names.isEmpty { throw .empty }
    if !isAnchored { parts.append(.folders) }
    for name in names { parts.append(name.elementsEqual(["*", "*"]) ? .folders : .name(try Self.tokens(of: name))) }
  }

  /// Whether a path fits, itself or by a folder that it lies in; given by its names from the pattern's own folder on.
  public func matches(_ names: [String], isFolder: Bool = false) -> Bool {
    let names = names.map { Array($0.unicodeScalars) }
    return names.indices.contains { last in
      (last < names.count - 1 || isFolder || !isForFolders) && matches(names[...last], parts[...])
    }
  }

  private func matches(_ names: ArraySlice<[Unicode.Scalar]>, _ parts: ArraySlice<Part>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    switch part {
    case .folders:
      // At the end `**` is everything inside, and there must be something.
      if parts.count == 1 { return !names.isEmpty }
      return (names.startIndex...names.endIndex).contains { matches(names[$0...], parts.dropFirst()) }
    case .name(let tokens):
      guard let name = names.first, Self.matches(name, tokens) else { return false }
      return matches(names.dropFirst(), parts.dropFirst())
    }
  }

  /// Walks along with one place to come back to, so that no pattern takes more than length × length steps.
  private static func matches(_ name: [Unicode.Scalar], _ tokens: [Token]) -> Bool {
    var (place, token) = (0, 0)
    var back: (place: Int, token: Int)?
    while place < name.count || token < tokens.count {
      if token < tokens.count {
        if case .any = tokens[token] {
          back = (place, token)
          token += 1
          continue
        }
        if place < name.count, tokens[token].fits(name[place]) {
          place += 1
          token += 1
          continue
        }
      }
      guard let last = back, last.place < name.count else { return false }
      back = (last.place + 1, last.token)
      place = last.place + 1
      token = last.token + 1
    }
    return true
  }

  private static func tokens(of name: ArraySlice<Unicode.Scalar>) throws(Mistake) -> [Token] {
    var tokens: [Token] = []
    var index = name.startIndex
    while index < name.endIndex {
      let scalar = name[index]
      index += 1
      switch scalar {
      case "*": if tokens.last != .any { tokens.append(.any) }
      case "?": tokens.append(.one)
      case "[": tokens.append(try set(in: name, at: &index))
      case "\\":
        guard index < name.endIndex else { throw .escape }
        tokens.append(.character(name[index]))
        index += 1
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  private static func set(in name: ArraySlice<Unicode.Scalar>, at index: inout Int) throws(Mistake) -> Token {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = index < name.endIndex && (name[index] == "!" || name[index] == "^")
    if isNegated { index += 1 }
    while index < name.endIndex {
      let scalar = name[index]
      index += 1
      if scalar == "]", !ranges.isEmpty { return .among(ranges, isNegated: isNegated) }
      if index + 1 < name.endIndex, name[index] == "-", name[index + 1] != "]" {
        guard scalar <= name[index + 1] else { throw .bracket }
        ranges.append(scalar...name[index + 1])
        index += 2
      } else {
        ranges.append(scalar...scalar)
      }
    }
    throw .bracket
  }
}

extension PathPattern.Token {
  fileprivate func fits(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .character(let wanted): wanted == scalar
    case .any: false
    case .one: true
    case .among(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}

extension PathPattern.Mistake {
  /// What is wrong, for the author of the pattern.
  public var message: Wording {
    switch self {
    case .empty: Wording(zh: "路径样式是空的。", en: "the pattern of paths is empty")
    case .bracket:
      Wording(zh: "路径样式里的“[”没有配对的“]”，或范围前后颠倒。", en: "a `[` of the pattern has no `]`, or a range is upside down")
    case .escape: Wording(zh: "路径样式以“\\”结尾，后面缺少字符。", en: "the pattern ends in a `\\` that nothing follows")
    }
  }
}
