import Foundation
import SampleReports

/// What the workbench reads of the executable's JSON: statuses and facts, by the names of the contract.
struct AuditOutput: Decodable {
  var documents: [Document]

  struct Document: Decodable {
    var path: String
    var outcome: String
    var error: String?
    var document: Facts?
    var results: [Verdict]?
  }

  struct Verdict: Decodable {
    var rule: String
    var status: String
    var evidence: [Place]
  }

  struct Place: Decodable {
    var text: String?
  }

  struct Facts: Decodable {
    var title: String?
    var issuer: String?
    var level: String?
    var kind: String?
    var stage: String?
    var reportYear: Int?
    var publicationDate: String?
    var signatureDate: String?
    var sections: [Section]

    enum CodingKeys: String, CodingKey {
      case title, issuer, level, kind, stage, sections
      case reportYear = "report_year"
      case publicationDate = "publication_date"
      case signatureDate = "signature_date"
    }

    /// The value of a fact as the samples name it.
    subscript(name: SampleFacts.Name) -> String? {
      switch name {
      case .title: title
      case .issuer: issuer
      case .level: level
      case .kind: kind
      case .stage: stage
      case .reportYear: reportYear.map { String($0) }
      case .publicationDate: publicationDate
      case .signatureDate: signatureDate
      }
    }
  }

  struct Section: Decodable {
    var role: String
  }

  init(contentsOf path: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
