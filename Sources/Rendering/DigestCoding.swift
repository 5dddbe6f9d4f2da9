import Comparison
import Rules
import Scoring
import SourceText

extension Summary.Digest {
  /// Writes all of it; a document that could not be read has none that is worth keeping, since it may be readable the next time.
  public func encode(into out: inout ByteWriter) {
    out.write(row.path)
    out.write(row.issuer) { $0.write($1) }
    out.write(row.outcome == .passed)
    out.write(row.score) { $0.write($1.tenths) }
    out.write(row.grade) { $0.write($1) }
    for number in [row.errors, row.warnings, row.shortfalls, known, hidden] { out.write(number) }
    out.write(all: row.remarks) { $1.encode(into: &$0) }
    out.write(all: statuses) { out, one in
      out.write(Int(one.rule))
      out.write(Status.allCases.firstIndex(of: one.status) ?? 0)
    }
    out.write(all: waivers.named) { $0.write($1) }
    out.write(all: waivers.met) { out, one in
      out.write(one.number)
      out.write(one.isExcused)
    }
    out.write(baseline) { out, use in
      out.write(all: use.named) { $0.write($1) }
      out.write(all: use.matched) { $0.write($1) }
    }
    out.write(all: hiddenRules) { $0.write(Int($1)) }
    out.write(sketch) { out, sketch in
      out.write(all: sketch.prints) { $0.write(Int(bitPattern: UInt($1))) }
      out.write(Int(bitPattern: UInt(sketch.whole)))
      out.write(sketch.issuer) { $0.write($1) }
      out.write(sketch.year) { $0.write($1) }
    }
    out.write(bodies) { out, bodies in
      out.write(all: bodies.found) { $0.write($1) }
      out.write(bodies.isListed)
    }
  }

  /// Reads what was written; nil when it is something else.
  public init?(from reader: inout ByteReader) {
    guard let path = reader.string() else { return nil }
    row = Summary.Row(path: path, outcome: .failed, score: nil, grade: nil, errors: 0, warnings: 0)
    row.issuer = reader.optional { $0.string() }
    row.outcome = reader.bool() == true ? .passed : .failed
    row.score = reader.optional { $0.int().map(Score.init(tenths:)) }
    row.grade = reader.optional { $0.int() }
    row.errors = reader.int() ?? 0
    row.warnings = reader.int() ?? 0
    row.shortfalls = reader.int() ?? 0
    let (known, hidden) = (reader.int() ?? 0, reader.int() ?? 0)
    row.remarks = reader.array { Remark(from: &$0) }
    statuses = reader.array { reader in
      guard let rule = reader.int(), let status = reader.int(), Status.allCases.indices.contains(status) else {
        return nil
      }
      return (Int32(truncatingIfNeeded: rule), Status.allCases[status])
    }
    let named = reader.array { $0.int() }
    let met: [(number: Int, isExcused: Bool)] = reader.array { reader in
      guard let number = reader.int(), let isExcused = reader.bool() else { return nil }
      return (number, isExcused)
    }
    waivers = (named, met)
    baseline = reader.optional { reader in
      Baseline.Use(named: reader.array { $0.int() }, matched: reader.array { $0.int() })
    }
    hiddenRules = reader.array { $0.int().map { Int32(truncatingIfNeeded: $0) } }
    sketch = reader.optional { reader in
      let prints = reader.array { $0.int().map { UInt64(UInt(bitPattern: $0)) } }
      guard let whole = reader.int() else { return nil }
      return ReportSketch(
        prints: prints, whole: UInt64(UInt(bitPattern: whole)), issuer: reader.optional { $0.string() },
        year: reader.optional { $0.int() })
    }
    bodies = reader.optional { reader in
      let found = reader.array { $0.int() }
      return reader.bool().map { (found, $0) }
    }
    self.known = known
    self.hidden = hidden
    if reader.hasFailed { return nil }
  }
}

extension Remark {
  fileprivate func encode(into out: inout ByteWriter) {
    out.write(rule)
    out.write(Status.allCases.firstIndex(of: status) ?? 0)
    out.write(Severity.allCases.firstIndex(of: gravity) ?? 0)
    out.write(lost)
    out.write(message)
    out.write(remedy)
    for position in [location.start, location.end] {
      out.write(position.line)
      out.write(position.column)
    }
    out.write(lineUnit == .paragraphs)
    out.write(fingerprint.description)
  }

  fileprivate init?(from reader: inout ByteReader) {
    guard let rule = reader.int(), let status = reader.int(), Status.allCases.indices.contains(status),
      let gravity = reader.int(), Severity.allCases.indices.contains(gravity), let lost = reader.int(),
      let message = reader.string(), let remedy = reader.string(), let line = reader.int(), let column = reader.int(),
      let endLine = reader.int(), let endColumn = reader.int(), let isOfParagraphs = reader.bool(),
      let fingerprint = reader.string()
    else { return nil }
    self.init(
      rule: rule, status: Status.allCases[status], gravity: Severity.allCases[gravity], lost: lost, message: message,
      remedy: remedy,
      location: Location(
        start: Position(line: line, column: column), end: Position(line: endLine, column: endColumn)),
      lineUnit: isOfParagraphs ? .paragraphs : .lines, fingerprint: Fingerprint(fingerprint))
  }
}
