import Documents
public import Reports
import SourceText

/// A report in a few hundred bytes, enough to tell whether another says the same.
///
/// It has the smallest hashes of all runs of eleven Chinese characters (Broder, “On the resemblance and containment of documents”,
/// 1997), which roll on by a shift and an addition (Xia and others, “Ddelta”, 2014): a sketch is made in every run over a folder.
/// Figures, punctuation, white space and line ends are passed over, so that a report is the same in every format.
public struct ReportSketch: Hashable, Sendable {
  /// Ascending, each once.
  public let prints: [UInt64]
  /// A hash of all Chinese characters in their order.
  public let whole: UInt64
  /// The body as the report spells it, nil where that was not found; it plays no part in the resemblance.
  public var issuer: String?
  /// The year on which it reports, nil where that was not found; it plays no part in the resemblance.
  public var year: Int?

  /// Hashes that are kept: with so many, a share of 90 % is known to four points.
  static let size = 64
  /// Texts with fewer Chinese characters are not compared: what is always written would make them alike.
  static let leastCharacters = 200
  private static let run = 11
  /// Bits by which each character moves the ones before it: after eleven none of a character is left.
  private static let shift: UInt64 = 6

  /// Nil for a report that is too short to tell.
  public init?(of report: Report) {
    if report.body.isEmpty { return nil }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var (hash, whole, count) = (UInt64(0), UInt64(0), 0)
    // Once there are enough, most are too large, and one comparison tells.
    var limit = UInt64.max
    var prints: [UInt64] = []
    prints.reserveCapacity(Self.size + 1)
    let bytes = report.text.bytes.span.extracting(report.body.start..<report.body.end)
    let end = bytes.count
    var index = 0
    while index < end {
      let character: UInt64
      if index &+ 8 <= end {
        // Any eight bytes are a number; the place is checked.
        let eight = unsafe UInt64(
          bigEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
        // The Chinese characters of U+4E00 to U+9FFF are E4 B8 80 to E9 BF BF.
        guard eight >> 56 &- 0xE4 < 6 else {
          index &+= 1
          continue
        }
        character = eight >> 40
      } else {
        guard bytes[index] &- 0xE4 < 6, index + 2 < end else {
          index += 1
          continue
        }
        character = UInt64(bytes[index]) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
      }
      index &+= 3
      // What came more than ten characters ago has been shifted out.
      hash = (hash &<< Self.shift) &+ character &* base
      whole = whole &* base &+ character
      count &+= 1
      if hash < limit, count >= Self.run { limit = Self.kept(hash, in: &prints) }
    }
    if count < Self.leastCharacters { return nil }
    self.prints = prints
    self.whole = whole &+ UInt64(count)
    issuer = report.issuer?.name
    year = report.reportYear?.value
  }

  /// A sketch that was kept from an earlier run; `prints` must be ascending and each there once.
  public init(prints: [UInt64], whole: UInt64, issuer: String?, year: Int?) {
    self.prints = prints
    self.whole = whole
    self.issuer = issuer
    self.year = year
  }

  /// Keeps a hash if it is among the smallest, and tells from which one on none is.
  @inline(never)
  private static func kept(_ print: UInt64, in prints: inout [UInt64]) -> UInt64 {
    let place = prints.partitioningIndex { $0 >= print }
    if place == prints.count || prints[place] != print {
      prints.insert(print, at: place)
      if prints.count > size { prints.removeLast() }
    }
    return prints.count == size ? prints[size - 1] : .max
  }

  /// The share of what the two say that both say, in percent.
  ///
  /// - Parameter least: below which share it is of no interest how small it is: then 0 will do.
  func resemblance(to other: ReportSketch, atLeast least: Int = 0) -> Int {
    if whole == other.whole { return 100 }
    let mostMissed = Self.size * (100 - least) / 100
    var (left, right, seen, shared) = (0, 0, 0, 0)
    while seen < Self.size, left < prints.count, right < other.prints.count {
      if seen - shared > mostMissed { return 0 }
      seen += 1
      if prints[left] == other.prints[right] {
        shared += 1
        left += 1
        right += 1
      } else if prints[left] < other.prints[right] {
        left += 1
      } else {
        right += 1
      }
    }
    // A single other word is seen by no sketch for sure, and is no identity.
    return seen == 0 ? 0 : min(99, shared * 100 / seen)
  }
}

/// Finds reports that were handed in twice, one after the other as they come.
public struct SameReportFinder: Sendable {
  /// A report that says what one before it says.
  public struct Match: Hashable, Sendable {
    /// How the earlier report is called.
    public var path: String
    /// The year on which the earlier report reports; nil where that was not found.
    public var year: Int?
    /// In percent; 100 only for the very same text.
    public var share: Int
  }

  /// From this share on, in percent, two reports are one.
  static let leastShare = 90
  /// How many of its smallest hashes a report is looked up by.
  private static let probes = 8
  /// Hashes that more reports have come from what is always written.
  private static let mostOfOneHash = 64

  private var reports: [(path: String, sketch: ReportSketch)] = []
  private var byPrint: [UInt64: [Int32]] = [:]
  private let most: Int
  /// How many reports were not kept, so that those behind them were not compared with them.
  public private(set) var leftOut = 0

  /// - Parameter most: how many reports are kept; each takes about a kilobyte, and a run must not take memory without end.
  public init(most: Int = 20_000) { self.most = most }

  /// Takes in a report; gives the earlier one that says the same, if there is one among those that are kept.
  public mutating func add(_ sketch: ReportSketch, path: String) -> Match? {
    let probes = sketch.prints.prefix(Self.probes)
    var candidates: [Int32] = []
    var telling = 0
    for print in probes {
      guard let known = byPrint[print] else {
        telling += 1
        continue
      }
      candidates += known
      if known.count < Self.mostOfOneHash { telling += 1 }
    }
    candidates.sort()
    // Of two reports that are one, nearly all probes are the same: at least half of those that not everybody has.
    let leastShared = max(1, telling / 2)
    var best: (report: Int, share: Int)?
    var place = 0
    while place < candidates.count {
      let candidate = candidates[place]
      let first = place
      while place < candidates.count, candidates[place] == candidate { place += 1 }
      guard place - first >= leastShared else { continue }
      let share = sketch.resemblance(to: reports[Int(candidate)].sketch, atLeast: Self.leastShare)
      if share >= Self.leastShare, share > best?.share ?? 0 { best = (Int(candidate), share) }
    }
    if let best {
      let earlier = reports[best.report]
      return Match(path: earlier.path, year: earlier.sketch.year, share: best.share)
    }
    guard reports.count < most else {
      leftOut += 1
      return nil
    }
    let number = Int32(clamping: reports.count)
    reports.append((path, sketch))
    for print in probes where byPrint[print, default: []].count < Self.mostOfOneHash {
      byPrint[print, default: []].append(number)
    }
    return nil
  }
}
