import SourceText

/// A stretch of the text that names an organ or a region.
struct BodyName {
  var range: FoldedRange
  var level: Level?
  /// Whether it names an organ, not only a region.
  var isOrgan: Bool
  /// Its level when the report is its own, where that is another.
  var levelInTitle: Level?
}

/// The endings by which names of organs and regions are known, found by their last character.
struct BodyEndings: Sendable {
  private let byLastGlyph: [UInt32: [Ending]]
  private let selfReferences: [[UInt8]]
  private let lookalikes: [[UInt8]]

  struct Ending: Sendable {
    let bytes: [UInt8]
    let level: Level?
    let isOrgan: Bool
    let levelInTitle: Level?
  }

  init(_ vocabulary: Vocabulary) {
    var byLastGlyph: [UInt32: [Ending]] = [:]
    func add(_ cues: [Vocabulary.BodyCue], isOrgan: Bool) {
      for cue in cues {
        for ending in cue.endings {
          let bytes = FoldedText.fold(ending)
          guard bytes.count >= 3 else { continue }
          let last = bytes.suffix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
          byLastGlyph[last, default: []].append(
            Ending(bytes: bytes, level: cue.level, isOrgan: isOrgan, levelInTitle: cue.levelInTitle))
        }
      }
    }
    add(vocabulary.organs, isOrgan: true)
    add(vocabulary.regions, isOrgan: false)
    // The longest first: 人民政府办公室 is not any 办公室.
    self.byLastGlyph = byLastGlyph.mapValues { endings in endings.sorted { $0.bytes.count > $1.bytes.count } }
    selfReferences = vocabulary.selfReferences.map(FoldedText.fold).filter { !$0.isEmpty }
    lookalikes = vocabulary.lookalikes.map(FoldedText.fold).filter { !$0.isEmpty }
  }

  /// The longest known ending in `range` whose last character ends at `end`.
  private func ending(at end: Int, in range: FoldedRange, of text: PageText) -> Ending? {
    guard end - 3 >= range.start, end <= range.end, let endings = byLastGlyph[text.glyph(at: end - 3)] else {
      return nil
    }
    let range = FoldedRange(range.start, end)
    if lookalikes.contains(where: { text.ends(range, with: $0) }) { return nil }
    return endings.first { text.ends(range, with: $0.bytes) }
  }

  /// The name that all of `range` is, when it ends as one.
  func name(_ range: FoldedRange, in text: PageText) -> BodyName? {
    guard let ending = ending(at: range.end, in: range, of: text) else { return nil }
    let before = FoldedRange(range.start, range.end - ending.bytes.count)
    if isSelfReference(before, ending, in: text) { return nil }
    // A bare ending names nobody, except where it is a whole name: 国务院, 应急管理部, 重庆市.
    if before.isEmpty, ending.bytes.count <= 6 { return nil }
    return BodyName(
      range: range, level: level(of: ending, before: before, in: text), isOrgan: ending.isOrgan,
      levelInTitle: ending.levelInTitle)
  }

  /// Whether what stands before the ending is 我, or 我县.
  private func isSelfReference(_ before: FoldedRange, _ ending: Ending, in text: PageText) -> Bool {
    if selfReferences.contains(where: { text.same(before, as: $0) }) { return true }
    guard ending.isOrgan, let region = self.ending(at: before.end, in: before, of: text) else { return false }
    let rest = FoldedRange(before.start, before.end - region.bytes.count)
    return selfReferences.contains { text.same(rest, as: $0) }
  }

  /// The longest name that begins where `range` begins.
  func longestName(beginning range: FoldedRange, in text: PageText) -> BodyName? {
    var end = range.end
    while end > range.start {
      if let name = name(FoldedRange(range.start, end), in: text) { return name }
      end -= 1
    }
    return nil
  }

  /// The first name in running text that begins where `range` begins.
  ///
  /// An organ's ending of one character (局, 部) proves nothing there, since many words end in it. A region is taken
  /// only when no organ follows it: 云溪县 in 云溪县人民政府.
  func firstName(beginning range: FoldedRange, in text: PageText) -> BodyName? {
    var region: BodyName?
    var end = range.start + 3
    while end <= range.end {
      if let ending = ending(at: end, in: range, of: text),
        !ending.isOrgan || (ending.bytes.count > 3 && end - ending.bytes.count - range.start >= 6),
        let found = name(FoldedRange(range.start, end), in: text)
      {
        if found.isOrgan { return extended(found, in: range, of: text) }
        // The first region may be followed by a lower one: 临江市云溪县.
        if region.map({ found.range.end - $0.range.end <= 15 }) ?? true { region = found }
      }
      end += 1
    }
    return region
  }

  /// The name with a longer ending that goes on from it: 人民政府 → 人民政府办公室.
  private func extended(_ name: BodyName, in range: FoldedRange, of text: PageText) -> BodyName {
    var result = name
    var end = name.range.end + 1
    while end <= min(range.end, result.range.end + 45) {
      if let ending = ending(at: end, in: range, of: text), ending.isOrgan,
        goesOn(from: result.range.end, start: end - ending.bytes.count, count: ending.bytes.count),
        let longer = self.name(FoldedRange(range.start, end), in: text)
      {
        result = longer
      }
      end += 1
    }
    return result
  }

  /// Whether an ending belongs to the name before it: they overlap, or it is long and follows closely.
  ///
  /// 云溪县司法局在县人民政府… must stop at 司法局; 云溪县委全面依法治县委员会办公室 must not stop at 县委.
  private func goesOn(from nameEnd: Int, start: Int, count: Int) -> Bool {
    start < nameEnd || (count >= 18 && start <= nameEnd + 12)
  }

  private func level(of ending: Ending, before: FoldedRange, in text: PageText) -> Level? {
    if !ending.isOrgan { return regionLevel(ending, before: before, in: text) }
    guard let level = ending.level else { return lastRegionLevel(in: before, of: text) }
    // 部 and 总局 are ministries, but a county has its 宣传部 too.
    if level == .ministry, lastRegionLevel(in: before, of: text) != nil { return .department }
    return level
  }

  /// The level of the region named last in `range`.
  private func lastRegionLevel(in range: FoldedRange, of text: PageText) -> Level? {
    var end = range.end
    while end > range.start {
      if let ending = ending(at: end, in: range, of: text), !ending.isOrgan {
        return regionLevel(ending, before: FoldedRange(range.start, end - ending.bytes.count), in: text)
      }
      end -= 1
    }
    return nil
  }

  /// A city named after a city is a county-level one, which only its place below a prefecture tells.
  private func regionLevel(_ ending: Ending, before: FoldedRange, in text: PageText) -> Level? {
    guard ending.level == .city else { return ending.level }
    var end = before.end
    while end > before.start {
      if let above = self.ending(at: end, in: before, of: text), !above.isOrgan, above.level == .city,
        // 临江市 in 中共临江市委 临江市人民政府 is an organ's beside it, not a city above it.
        self.ending(at: end + 3, in: before, of: text)?.isOrgan != true
      {
        return .county
      }
      end -= 1
    }
    return .city
  }
}

extension PageText {
  func same(_ range: FoldedRange, as word: [UInt8]) -> Bool {
    range.count == word.count && starts(with: word, at: range.start, limit: range.end)
  }
}
