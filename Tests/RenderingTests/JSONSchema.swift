import Foundation

/// Validates JSON against the part of JSON Schema (draft 2020-12) that our schemas use; a keyword that it does not know is an error.
struct JSONSchema {
  private let root: [String: Any]

  init(_ file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  static func named(_ name: String) throws -> JSONSchema {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try JSONSchema(package.appendingPathComponent("schemas/\(name).schema.json"))
  }

  /// What is wrong with a JSON text, each with its path; empty when it is valid.
  func errors(in json: [UInt8]) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(json))
    return errors(in: value, by: root, at: "$")
  }

  private func errors(in value: Any, by schema: [String: Any], at path: String) -> [String] {
    var errors: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "then", "else": break
      case "$ref":
        let name = (rule as! String).replacingOccurrences(of: "#/$defs/", with: "")
        guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
          errors.append("\(path): the schema has no \(rule)")
          break
        }
        errors += self.errors(in: value, by: target, at: path)
      case "type":
        let names = rule as? [String] ?? [rule as! String]
        if !names.contains(where: { Self.has(value, type: $0) }) { errors.append("\(path): not \(names)") }
      case "const": if !Self.equal(value, rule) { errors.append("\(path): not \(rule)") }
      case "enum":
        if !(rule as! [Any]).contains(where: { Self.equal(value, $0) }) { errors.append("\(path): none of \(rule)") }
      case "required":
        guard let object = value as? [String: Any] else { break }
        for name in rule as! [String] where object[name] == nil { errors.append("\(path): lacks \(name)") }
      case "properties":
        guard let object = value as? [String: Any] else { break }
        for (name, inner) in rule as! [String: [String: Any]] {
          if let member = object[name] { errors += self.errors(in: member, by: inner, at: "\(path).\(name)") }
        }
      case "additionalProperties":
        guard let object = value as? [String: Any] else { break }
        let known = (schema["properties"] as? [String: Any] ?? [:]).keys
        for (name, member) in object where !known.contains(name) {
          guard let inner = rule as? [String: Any] else {
            errors.append("\(path): knows no \(name)")
            continue
          }
          errors += self.errors(in: member, by: inner, at: "\(path).\(name)")
        }
      case "minItems":
        if let array = value as? [Any], array.count < rule as! Int { errors.append("\(path): less than \(rule) items") }
      case "items":
        guard let array = value as? [Any] else { break }
        for (index, element) in array.enumerated() {
          errors += self.errors(in: element, by: rule as! [String: Any], at: "\(path)[\(index)]")
        }
      case "maxItems":
        if let array = value as? [Any], array.count > rule as! Int { errors.append("\(path): more than \(rule) items") }
      case "minimum":
        if Self.has(value, type: "number"), (value as! NSNumber).doubleValue < (rule as! NSNumber).doubleValue {
          errors.append("\(path): below \(rule)")
        }
      case "maximum":
        if Self.has(value, type: "number"), (value as! NSNumber).doubleValue > (rule as! NSNumber).doubleValue {
          errors.append("\(path): above \(rule)")
        }
      case "pattern":
        if let text = value as? String, text.range(of: rule as! String, options: .regularExpression) == nil {
          errors.append("\(path): “\(text)” does not match \(rule)")
        }
      case "anyOf":
        let choices = (rule as! [[String: Any]]).map { self.errors(in: value, by: $0, at: path) }
        if !choices.contains(where: \.isEmpty) { errors += choices.last ?? [] }
      case "if":
        let holds = self.errors(in: value, by: rule as! [String: Any], at: path).isEmpty
        if let branch = schema[holds ? "then" : "else"] as? [String: Any] {
          errors += self.errors(in: value, by: branch, at: path)
        }
      default: errors.append("\(path): the schema uses \(keyword), which this validator does not know")
      }
    }
    return errors.sorted()
  }

  private static func has(_ value: Any, type: String) -> Bool {
    let isTruth = (value as? NSNumber).map(isBoolean) ?? false
    return switch type {
    case "null": value is NSNull
    case "boolean": isTruth
    case "number": value is NSNumber && !isTruth
    case "integer": !isTruth && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool { unsafe String(cString: number.objCType) == "c" }

  private static func equal(_ left: Any, _ right: Any) -> Bool { (left as! NSObject).isEqual(right as! NSObject) }
}
