/// The bodies that have to publish a report, as a list of them says.
public struct ExpectedBodies: Sendable {
  /// One body of the list.
  public struct Body: Hashable, Sendable {
    public var name: String
    /// The report year that is expected; any where the list does not say.
    public var year: Int?
    /// In the list's file, from 1.
    public var line: Int

    public init(name: String, year: Int?, line: Int) {
      self.name = name
      self.year = year
      self.line = line
    }
  }

  /// The list's file, as the user named it.
  public let path: String
  /// In the order of the list.
  public let bodies: [Body]
  private let names: BodyNames
  private let canonical: [[UInt8]]
  private var byName: [[UInt8]: [Int]] = [:]

  public init(_ bodies: [Body], path: String, names: BodyNames) {
    self.path = path
    self.bodies = bodies
    self.names = names
    canonical = bodies.map { names.canonical($0.name) }
    for (index, name) in canonical.enumerated() { byName[name, default: []].append(index) }
  }

  /// Bodies that stand in the list twice for one year: each with the line on which it stood first.
  public var repeats: [(body: Body, first: Int)] {
    var seen: [Key: Int] = [:]
    return bodies.indices.compactMap { index in
      let key = Key(name: canonical[index], year: bodies[index].year)
      if let first = seen[key] { return (bodies[index], first) }
      seen[key] = bodies[index].line
      return nil
    }
  }

  private struct Key: Hashable {
    var name: [UInt8]
    var year: Int?
  }

  /// The positions in `bodies` of those whose report this is, and whether the list knows its body at all.
  ///
  /// A body that the list names exactly is no other one besides.
  public func matches(issuer: String, year: Int?) -> (bodies: [Int], isListed: Bool) {
    let name = names.canonical(issuer)
    let named = byName[name] ?? canonical.indices.filter { names.mean(canonical[$0], name) }
    let found = named.filter { bodies[$0].year == nil || year == nil || bodies[$0].year == year }
    return (found, !named.isEmpty)
  }
}
