import Foundation

@testable import Reports

/// The shipped vocabulary, read by a reader of the few YAML shapes that its file uses, so that tests here need no decoder.
enum PageVocabulary {
  static let shipped: Vocabulary = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/vocabulary.yaml").standardizedFileURL
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return vocabulary(entries(of: text))
  }()

  private struct Entry {
    var words: [String] = []
    var maps: [[String: [String]]] = []
  }

  private static func list(_ text: String) -> [String] {
    var inner = text.trimmingCharacters(in: .whitespaces)
    if inner.hasPrefix("[") { inner = String(inner.dropFirst().dropLast()) }
    return inner.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
  }

  private static func map(_ text: String) -> [String: [String]] {
    var map: [String: [String]] = [:]
    var rest = Substring(text)
    while let colon = rest.firstIndex(of: ":") {
      let key = rest[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: " ,{"))
      rest = rest[rest.index(after: colon)...].drop { $0 == " " }
      let end: Substring.Index
      if rest.first == "[" {
        end = rest.firstIndex(of: "]").map { rest.index(after: $0) } ?? rest.endIndex
      } else {
        end = rest.firstIndex { $0 == "," || $0 == "}" } ?? rest.endIndex
      }
      map[key] = list(String(rest[..<end]))
      rest = rest[end...]
    }
    return map
  }

  private static func entries(of text: String) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    var key = ""
    var openMapKey: String?
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if !line.hasPrefix(" "), let colon = line.firstIndex(of: ":") {
        key = String(line[..<colon])
        entries[key] = Entry()
        let rest = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        if !rest.isEmpty { entries[key]?.words = list(rest) }
      } else if line.hasPrefix("  - {") {
        entries[key]?.maps.append(map(String(line.dropFirst(5).dropLast())))
      } else if line.hasPrefix("  - "), line.contains(": ") {
        entries[key]?.maps.append(map(String(line.dropFirst(4))))
      } else if line.hasPrefix("    "), line.hasSuffix(":") {
        openMapKey = line.trimmingCharacters(in: CharacterSet(charactersIn: " :"))
      } else if line.hasPrefix("      - "), let openMapKey, let last = entries[key]?.maps.indices.last {
        entries[key]?.maps[last][openMapKey, default: []].append(String(line.dropFirst(8)))
      } else if line.hasPrefix("  - ") {
        entries[key]?.words.append(line.dropFirst(4).trimmingCharacters(in: CharacterSet(charactersIn: "\"")))
      }
    }
    return entries
  }

  private static func vocabulary(_ entries: [String: Entry]) -> Vocabulary {
    func words(_ key: String) -> [String] { entries[key]?.words ?? [] }
    func bodies(_ key: String) -> [Vocabulary.BodyCue] {
      (entries[key]?.maps ?? []).map { map in
        Vocabulary.BodyCue(
          endings: map["endings"] ?? [], level: map["level"]?.first.flatMap { Level(rawValue: $0) },
          levelInTitle: map["level_in_title"]?.first.flatMap { Level(rawValue: $0) })
      }
    }
    var vocabulary = Vocabulary()
    vocabulary.subject = words("subject")
    vocabulary.reportNouns = words("report_nouns")
    vocabulary.titleJoints = words("title_joints")
    vocabulary.kinds = (entries["kinds"]?.maps ?? []).map { map in
      Vocabulary.KindCue(
        kind: map["kind"]?.first.flatMap { DocumentKind(rawValue: $0) } ?? .unknown, all: map["all"] ?? [],
        any: map["any"] ?? [], ending: map["ending"] ?? [], none: map["none"] ?? [])
    }
    vocabulary.fields = (entries["fields"]?.maps ?? []).map { map in
      Vocabulary.FieldCue(
        field: map["field"]?.first ?? "", labels: map["labels"] ?? [],
        date: map["date"]?.first.flatMap { DateFact.Kind(rawValue: $0) })
    }
    vocabulary.clocks = words("clocks")
    vocabulary.furniture = words("furniture")
    vocabulary.appendices = words("appendices")
    vocabulary.siteNames = words("site_names")
    vocabulary.audiences = words("audiences")
    vocabulary.organs = bodies("organs")
    vocabulary.regions = bodies("regions")
    vocabulary.selfReferences = words("self_references")
    vocabulary.lookalikes = words("lookalikes")
    vocabulary.notNames = words("not_names")
    vocabulary.nameEnds = words("name_ends")
    vocabulary.leads = words("leads")
    vocabulary.units = words("units")
    vocabulary.approximations = words("approximations")
    return vocabulary
  }
}
