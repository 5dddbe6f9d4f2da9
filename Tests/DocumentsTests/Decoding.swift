import Documents
import Glibc
import SourceText

/// A decoded document as a reader of tests wants to see it: each block's kind and its text without what is dropped.
struct Shown: Equatable, CustomStringConvertible {
  var blocks: [String]

  init(_ document: DecodedDocument) {
    blocks = document.blocks.map { block in
      let mark =
        switch block.kind {
        case .paragraph: ""
        case .heading(let level): String(repeating: "#", count: level) + " "
        case .listItem: "- "
        case .tableRow: "| "
        }
      return (block.followsBlank ? "⏎" : "") + mark + (block.isEmphasised ? "!" : "")
        + Shown.text(of: block, in: document)
    }
  }

  static func text(of block: Block, in document: DecodedDocument) -> String {
    var kept: [UInt8] = []
    var start = block.range.start
    for gap in document.dropped where gap.start >= block.range.start && gap.end <= block.range.end {
      kept += document.text.bytes[start..<gap.start]
      start = gap.end
    }
    kept += document.text.bytes[start..<block.range.end]
    return String(decoding: kept, as: UTF8.self)
  }

  var description: String { blocks.joined(separator: "\n") }
}

/// The blocks of a text, shown.
func blocks(of text: String, name: String = "report.txt") throws -> [String] {
  Shown(try decodeDocument(Array(text.utf8), name: name)).blocks
}

/// The message with which bytes are refused, or nil when they are read.
func refusal(_ bytes: [UInt8], name: String = "report.txt", limits: DocumentLimits = DocumentLimits()) -> Wording? {
  do throws(DocumentError) {
    _ = try decodeDocument(bytes, name: name, limits: limits)
    return nil
  } catch {
    return error.message
  }
}

/// A text's bytes in another encoding, by the system's iconv.
func encoded(_ text: String, as encoding: String) -> [UInt8] {
  let converter = unsafe iconv_open(encoding, "UTF-8")!
  defer { _ = unsafe iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  var inputLeft = input.count
  var outputLeft = output.count
  unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      var source = input.baseAddress
      var target = output.baseAddress
      _ = unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
    }
  }
  precondition(inputLeft == 0, "\(encoding) lacks a character of the test")
  return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
}

/// A generator of the same numbers in each run, so that a failure can be repeated.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
}
