import Documents
import Foundation
import HostileFiles
import SourceText
import Testing

@Suite("Files that mean harm")
struct HostileFilesTests {
  /// What becomes of a file: nil when it is read, all documents in it if it is an archive.
  private static func refusal(of file: HostileFile) -> Wording? {
    let (bytes, limits) = (file.bytes(), DocumentLimits())
    do throws(DocumentError) {
      try limits.check(fileSize: bytes.count)
      if let archive = try DocumentArchive(bytes, limits: limits) {
        for member in archive.members {
          _ = try decodeDocument(try archive.bytes(of: member.index), name: member.name, limits: limits)
        }
      } else {
        HostileInputTests.check(try decodeDocument(bytes, name: file.name, limits: limits))
      }
      return nil
    } catch {
      return error.message
    }
  }

  @Test(
    "are read or refused as they should be, soon, with a sentence that names the limit",
    arguments: HostileFile.all.filter { !$0.isHeavy })
  func outcome(_ file: HostileFile) throws {
    let refusal = Self.refusal(of: file)
    switch file.outcome {
    case .read: #expect(refusal == nil)
    case .either: break
    case .refused(let zh, let en):
      let message = try #require(refusal)
      #expect(message.zh.contains(zh) && message.zh.hasSuffix("。"), "\(message.zh)")
      #expect(message.en.contains(en) && message.en.hasSuffix("."), "\(message.en)")
    }
  }

  @Test("never let a file of the system into the text")
  func entities() throws {
    for file in HostileFile.all where file.name == "外部实体.html" {
      let document = try decodeDocument(file.bytes(), name: file.name)
      #expect(!String(decoding: document.text.bytes, as: UTF8.self).contains("root:"))
    }
  }

  /// `make hostile` damages each 500 times.
  static let samples: [(name: String, damages: Int)] = [
    ("Tests/SampleReports/Formats/青禾镇-2024.docx", 60), ("Tests/SampleReports/Formats/青禾镇-2024.html", 60),
    ("Tests/SampleReports/Formats/青禾镇-2024.md", 60), ("Tests/SampleReports/Formats/青禾镇-2024.txt", 60),
    ("reports/annual/青禾镇-2024.ofd", 60), ("reports/annual/渔浦县-2024.pdf", 10),
  ]

  @Test("are read or refused when they are sound files with flipped bits, or cut off", arguments: samples)
  func damaged(_ name: String, _ damages: Int) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sound = [UInt8](try Data(contentsOf: root.appending(path: name)))
    var refused = 0
    for bytes in DamagedFiles(of: sound, count: damages) {
      if let document = try? decodeDocument(bytes, name: name) {
        HostileInputTests.check(document)
      } else {
        refused += 1
      }
    }
    #expect(refused > 0, "nothing was damaged")
  }
}
