import SourceText

// Groups, options and repetitions: (?<name>…), (?i), {2,5}.
extension PatternReader {
  mutating func readGroup() throws(PatternError) {
    if looking(at: "(*") {
      throw failure(
        Wording(zh: "不允许使用 (*…) 控制指令", en: "control verbs (*…) are not allowed"), at: index)
    }
    if looking(at: "(?C") {
      throw failure(Wording(zh: "不允许使用 (?C) 调用点", en: "callouts (?C) are not allowed"), at: index)
    }
    if looking(at: "(?#") { return copy(through: ")") }
    endLiteral()
    guard looking(at: "(?") else { return openGroup(copying: 1) }
    if readOptions() { return }
    if looking(at: "(?P<") || looking(at: "(?<") && !looking(at: "(?<=") && !looking(at: "(?<!") {
      openGroup(copying: looking(at: "(?P") ? 4 : 3)
      return copy(through: ">")
    }
    if looking(at: "(?'") {
      openGroup(copying: 3)
      return copy(through: "'")
    }
    if looking(at: "(?(") {
      openGroup(copying: 2)
      // An assertion as condition is a group like others.
      if !looking(at: "(?") && !looking(at: "(*") { copy(through: ")") }
      return
    }
    if let third = peek(2), "&PR+-0123456789".unicodeScalars.contains(third) { return copy(through: ")") }
    openGroup(copying: looking(at: "(?<") ? 4 : 3)
  }

  private mutating func openGroup(copying count: Int) {
    outerExtended.append(isExtended)
    copy(count)
  }

  /// Reads (?i), (?x-i:…) and their like; false, with nothing read, when it is something else.
  private mutating func readOptions() -> Bool {
    var count = 2
    var extended = isExtended
    var isOn = true
    while let option = peek(count), "imsxnJUaDSWPTr^-".unicodeScalars.contains(option) {
      switch option {
      case "-": isOn = false
      case "^": extended = false
      case "x": extended = isOn
      case "i", "r": if isOn { literals.void() }
      default: break
      }
      count += 1
    }
    guard count > 2, let closing = peek(count), closing == ")" || closing == ":" else { return false }
    if closing == ":" { outerExtended.append(isExtended) }
    isExtended = extended
    copy(count + 1)
    return true
  }

  /// Reads {2,5}, also when its numbers were typed as {２，５}; any other brace stands for itself.
  mutating func readBrace() {
    // Taking a brace wrongly for a quantifier only shortens the known literal.
    literals.end(quantified: true)
    var bounds: [Unicode.Scalar] = []
    while let scalar = peek(bounds.count + 1) {
      var folded = scalar
      if case .replaced(let other) = ScalarFolding(of: scalar.value) { folded = character(other) }
      guard ("0"..."9").contains(folded) || folded == "," else { break }
      bounds.append(folded)
    }
    let isQuantifier = !bounds.isEmpty && peek(bounds.count + 1) == "}"
    copyOperator()
    if isQuantifier {
      for scalar in bounds { write(scalar) }
      index += bounds.count
      copy()
    }
  }
}
