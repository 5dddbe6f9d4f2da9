/// Full-length reports for measuring, each another one, the same for the same number on every machine.
package struct GeneratedReports: Sendable {
  private let bases = SampleBases()
  /// The size to come near, in UTF-8 bytes.
  private let size: Int

  package init(size: Int = 25_000) { self.size = size }

  /// The bytes of the report with this number.
  package func bytes(of number: Int) -> [UInt8] {
    var chance = SplitMix(seed: UInt64(number))
    let (report, layout) = report(number, using: &chance)
    return SampleEncoding.utf8.bytes(of: layout.text(of: report))
  }

  /// The report with this number before it becomes text, and how it is to be laid out.
  func report(_ number: Int, using chance: inout SplitMix) -> (SampleReport, SampleLayout) {
    let sources = bases.all.map(\.report)
    let own = number % sources.count
    var report = sources[own]
    report[.measures]?.parts.shuffle(using: &chance)
    // The bases say in figures what real reports say in words and figures.
    for part in report[.measures]?.parts.indices ?? 0..<0 {
      report[.measures]?.parts[part].parts.removeAll { _ in chance.next() % 2 == 0 }
      if let paragraphs = report[.measures]?.parts[part].paragraphs, paragraphs.count > 1 {
        report[.measures]?.parts[part].paragraphs =
          [paragraphs[0]] + paragraphs.dropFirst().filter { _ in chance.next() % 2 == 0 }
      }
    }
    var length = SampleLayout.standard.text(of: report).utf8.count
    let places = report[.measures]?.parts.indices.shuffled(using: &chance) ?? []
    for (place, prose) in zip(places + places + places, GeneratedProse.shuffledTwice(using: &chance))
    where length < size {
      report[.measures]?.parts[place].paragraphs.append(SampleParagraph(prose))
      length += prose.utf8.count + 7
    }
    // The other reports lend their paragraphs, field by field, until the size is reached.
    let lent = (1..<sources.count).flatMap { sources[(own + $0) % sources.count][.measures]?.parts ?? [] }
      .shuffled(using: &chance)
    for part in lent where length < size {
      let paragraphs = part.parts.isEmpty ? part.paragraphs : part.flattened
      guard let place = report[.measures]?.parts.firstIndex(where: { $0.field == part.field }) else { continue }
      for paragraph in paragraphs where length < size {
        report[.measures]?.parts[place].paragraphs.append(paragraph)
        length += paragraph.text.utf8.count + 7
      }
    }
    let region = Self.region(&chance)
    let day = 10 + Int(chance.next() % 19)
    report = report.mapText {
      $0.replacing("云溪", with: region).replacing("望澜", with: region).replacing("澜川", with: region)
    }
    .published(on: "2025-0\(2 + chance.next() % 3)-\(day)")
    let layout = SampleLayout(
      spaced: chance.next() % 4 == 0, foldsPunctuation: chance.next() % 2 == 0,
      runsInAtSecondLevel: chance.next() % 3 == 0)
    return (report, layout)
  }

  private static func region(_ chance: inout SplitMix) -> String {
    let first = ["澄", "漪", "澜", "岚", "沐", "霁", "棠", "芷", "珩", "砚"]
    let second = ["溪", "屏", "渡", "原", "陵", "浦", "汀", "崖", "泽", "坞"]
    return first[Int(chance.next() % 10)] + second[Int(chance.next() % 10)]
  }
}

/// A generator of numbers that gives the same row for the same seed (Steele, Lea and Flood 2014).
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
