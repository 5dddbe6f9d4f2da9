import Documents
import Reports
public import SourceText
import YAMLReading

/// Tries the rules of a pack on their examples, and breaks each of them on the pack's samples.
public struct RuleTester: Sendable {
  private let pack: RulePack
  private let samples: [Tried]

  /// A sample, and what the rules say of it as it is.
  private struct Tried: Sendable {
    var sample: Sample
    var bytes: [UInt8]
    var result: Swift.Result<Audited, DocumentError>
  }

  private struct Audited: Sendable {
    var report: Report
    var findings: [Finding]
  }

  /// Something that is not as a rule or a sample claims.
  public struct Failure: Sendable {
    /// The rule file.
    public var path: String
    /// The example, mutation or sample in it.
    public var position: Position
    /// The rule's id.
    public var rule: String
    /// What was claimed and what came out.
    public var message: Wording
  }

  /// What the tests of one rule gave.
  public struct Result: Sendable {
    /// How many examples were audited.
    public var examples = 0
    /// How many mutations were tried.
    public var mutations = 0
    /// What was not as claimed.
    public var failures: [Failure] = []
  }

  /// Audits the samples.
  ///
  /// - Parameter samples: the files of `pack.samples`, in step with them.
  public init(pack: RulePack, samples: [[UInt8]]) {
    self.pack = pack
    self.samples = zip(pack.samples, samples).map { sample, bytes in
      do throws(DocumentError) {
        let decoded = try decodeDocument(bytes, name: sample.file.value)
        let (report, findings) = pack.audit(decoded, given: sample.given)
        return Tried(sample: sample, bytes: bytes, result: .success(Audited(report: report, findings: findings)))
      } catch {
        return Tried(sample: sample, bytes: bytes, result: .failure(error))
      }
    }
  }

  /// The samples that cannot be read.
  public func failuresOfSamples() -> [Failure] {
    samples.compactMap { tried in
      guard case .failure(let error) = tried.result else { return nil }
      return failure(at: tried.sample.file.map { _ in () }, rule: tried.sample.name.value, error.message)
    }
  }

  /// Tests one rule: its examples, its verdict on each sample, its mutations.
  public func test(rule index: Int) -> Result {
    let rule = pack.rules[index]
    var result = Result(examples: rule.examples.count, mutations: rule.mutations.count)
    for example in rule.examples {
      guard let message = failure(of: example, rule: index) else { continue }
      result.failures.append(
        Failure(path: rule.path, position: example.position, rule: rule.id, message: message))
    }
    guard !samples.isEmpty, pack.needsMutations || !rule.mutations.isEmpty else { return result }
    result.failures += failuresOnSamples(index)
    if rule.mutations.isEmpty {
      result.failures.append(
        Failure(
          path: rule.path, position: rule.position, rule: rule.id,
          message: Wording(zh: "没有写 mutations，看不出破坏样本后规则会不会变", en: "has no `mutations`, so nobody sees it break")))
    }
    for mutation in rule.mutations {
      do throws(MutationTrouble) {
        if let message = try failure(of: mutation, rule: index) {
          result.failures.append(failure(at: mutation.place, rule: rule.id, message))
        }
      } catch {
        result.failures.append(failure(at: error.place, rule: rule.id, error.message))
      }
    }
    return result
  }

  private func failure(at place: Placed<Void>, rule: String, _ message: Wording) -> Failure {
    Failure(
      path: place.source.path, position: place.source.text.position(of: place.range.start), rule: rule,
      message: message)
  }

  // MARK: Examples

  /// What an example gave instead of what it claims, or nil when it holds.
  private func failure(of example: Rule.Example, rule: Int) -> Wording? {
    let decoded: DecodedDocument
    do throws(DocumentError) {
      decoded = try decodeDocument(Array(example.text.utf8), name: "example.txt")
    } catch {
      return error.message
    }
    let finding = pack.audit(decoded, given: GivenFacts()).findings[rule]
    if example.expected.accepts(finding.status) { return nil }
    let (expected, seen) = (example.expected.words, finding.status.words)
    return Wording(
      zh: "应为“\(expected.zh)”，实为“\(seen.zh)”：\(finding.message.zh)",
      en: "should be “\(expected.en)” but is “\(seen.en)”: \(finding.message.en)")
  }

  // MARK: Samples

  /// Where a rule finds fault with a good sample, and that no sample meets it.
  private func failuresOnSamples(_ index: Int) -> [Failure] {
    let rule = pack.rules[index]
    var failures: [Failure] = []
    var isMet = false
    for tried in samples {
      guard case .success(let audited) = tried.result else { continue }
      let finding = audited.findings[index]
      switch finding.status {
      case .met, .waived: isMet = true
      case .notApplicable, .unverifiable: break
      case .partial, .missing, .violated:
        if tried.sample.exceptions.contains(where: { $0.names(rule.id) }) { break }
        let status = finding.status.words
        failures.append(
          Failure(
            path: rule.path, position: rule.position, rule: rule.id,
            message: Wording(
              zh: "样本“\(tried.sample.name.value)”应当挑不出毛病，这条规则却判为“\(status.zh)”：\(finding.message.zh)",
              en:
                "the sample `\(tried.sample.name.value)` should be faultless, but is “\(status.en)”: \(finding.message.en)"
            )))
      }
    }
    if !isMet {
      let message = Wording(
        zh: "没有一个样本符合这条规则，无从破坏；请在样本中写上它要求的内容",
        en: "no sample meets the rule, so it can't be broken; add to a sample what it asks")
      failures.append(Failure(path: rule.path, position: rule.position, rule: rule.id, message: message))
    }
    return failures
  }

  // MARK: Mutations

  /// What a mutation did that it should not have, or did not do; nil when all is as it should be.
  private func failure(of mutation: Mutation, rule index: Int) throws(MutationTrouble) -> Wording? {
    guard let (tried, before) = sample(for: mutation, rule: index) else { return nil }
    let name = tried.sample.name.value
    guard before.findings[index].status == .met else {
      let finding = before.findings[index]
      return Wording(
        zh: "样本“\(name)”在改动之前就不是“符合”，而是“\(finding.status.words.zh)”：\(finding.message.zh)",
        en: "the sample `\(name)` is not met to begin with but “\(finding.status.words.en)”: \(finding.message.en)")
    }
    let bytes = try Mutant(of: before.report, bytes: tried.bytes).applying(mutation.edits)
    let after: [Finding]
    do throws(DocumentError) {
      let decoded = try decodeDocument(bytes, name: tried.sample.file.value)
      after = pack.audit(decoded, given: tried.sample.given.overridden(by: mutation.given)).findings
    } catch {
      return error.message
    }
    let changed = pack.rules.indices.filter { rule in
      (before.findings[rule].status, before.findings[rule].credit.thousandths)
        != (after[rule].status, after[rule].credit.thousandths)
    }
    if let message = failure(ofVerdict: after[index], mutation) { return message }
    // Who writes a rule knows those below it, not those that an overlay adds.
    let others = changed.filter { $0 != index && pack.rules[$0].layer <= pack.rules[index].layer }
    return failure(ofOthers: others, before.findings, after, mutation)
  }

  /// The sample that a mutation names, or the first that meets the rule.
  private func sample(for mutation: Mutation, rule index: Int) -> (Tried, Audited)? {
    for tried in samples {
      guard case .success(let audited) = tried.result else { continue }
      if let name = mutation.sample?.value {
        if tried.sample.name.value == name { return (tried, audited) }
      } else if audited.findings[index].status == .met {
        return (tried, audited)
      }
    }
    return nil
  }

  private func failure(ofVerdict finding: Finding, _ mutation: Mutation) -> Wording? {
    let seen = finding.status.words
    if mutation.becomes.isEmpty {
      switch finding.status {
      case .partial, .missing, .violated: return nil
      case .met, .notApplicable, .unverifiable, .waived:
        return Wording(
          zh: "改动之后结论应当变差，实为“\(seen.zh)”：\(finding.message.zh)",
          en: "the verdict should get worse but is “\(seen.en)”: \(finding.message.en)")
      }
    }
    if mutation.becomes.contains(finding.status) { return nil }
    return Wording(
      zh: "改动之后应为“\(mutation.becomes.map(\.words.zh).joined(separator: "、"))”，实为“\(seen.zh)”：\(finding.message.zh)",
      en:
        "should become “\(mutation.becomes.map(\.words.en).joined(separator: ", "))” but is “\(seen.en)”: \(finding.message.en)"
    )
  }

  /// Rules that change without being named, and named ones that don't.
  private func failure(
    ofOthers changed: [Int], _ before: [Finding], _ after: [Finding], _ mutation: Mutation
  ) -> Wording? {
    let ids = changed.map { pack.rules[$0].id }
    if let idle = mutation.dependants.first(where: { name in !ids.contains { name.names($0) } }) {
      return Wording(
        zh: "dependants 中的“\(idle.value)”没有随之改变，请删去", en: "`\(idle.value)` in `dependants` does not change; take it out"
      )
    }
    // A rule that has no mutations itself is not ready to be counted on.
    let surprises = changed.filter { rule in
      (pack.needsMutations || !pack.rules[rule].mutations.isEmpty)
        && !mutation.dependants.contains { $0.names(pack.rules[rule].id) }
    }
    if surprises.isEmpty { return nil }
    func list(_ words: (Status) -> String) -> String {
      surprises.prefix(8).map { "\(pack.rules[$0].id)（\(words(before[$0].status))→\(words(after[$0].status))）" }
        .joined(separator: "、")
    }
    let more = surprises.count > 8
    return Wording(
      zh: "另有 \(surprises.count) 条规则的结论随之改变：\(list(\.words.zh))\(more ? "……" : "")。请缩小改动，或写进 dependants",
      en:
        "\(surprises.count) other rules change too: \(list(\.words.en))\(more ? ", …" : ""); narrow the mutation, or name them as `dependants`"
    )
  }
}

extension Placed<String> {
  /// Whether it is the id of a rule, or of a group that the rule belongs to: `outline.*`.
  fileprivate func names(_ id: String) -> Bool { RuleSelector(value).matches(id) }
}

extension GivenFacts {
  /// These facts, but for what another says.
  fileprivate func overridden(by other: GivenFacts) -> GivenFacts {
    GivenFacts(
      year: other.year ?? year, published: other.published ?? published, stage: other.stage ?? stage,
      level: other.level ?? level)
  }
}
