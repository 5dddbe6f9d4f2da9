import Foundation
import Testing

@testable import Rendering

@Suite("The JSON writer")
struct JSONWriterTests {
  @Test(
    "escapes what JSON wants escaped, and nothing else",
    arguments: [
      ("县政府", "\"县政府\""), ("a\"b", "\"a\\\"b\""), ("\\", "\"\\\\\""), ("一\n二\r\t", "\"一\\n二\\r\\t\""),
      ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""), ("", "\"\""), ("🏛️/é", "\"🏛️/é\""),
    ])
  func strings(text: String, json: String) throws {
    var writer = JSONWriter()
    writer.value(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    var other = JSONWriter()
    other.value(utf8: Array(text.utf8)[...])
    #expect(other.bytes == writer.bytes)
    let read = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
    #expect(read as? String == text)
  }

  @Test(
    "writes decimal numbers without rounding",
    arguments: [
      (875, 1, 1, "87.5"), (1000, 1, 1, "100.0"), (0, 1, 1, "0.0"), (60_000, 3, 0, "60"), (7500, 3, 0, "7.5"),
      (5, 3, 0, "0.005"), (-25, 1, 0, "-2.5"), (Int.max, 0, 0, "9223372036854775807"), (1050, 2, 0, "10.5"),
    ])
  func decimals(units: Int, places: Int, atLeast: Int, json: String) {
    var writer = JSONWriter()
    writer.value(units, places: places, atLeast: atLeast)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test("sets commas and line breaks between members and elements, and nowhere else")
  func structure() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.endArray()
    writer.newLine(indent: 1)
    writer.key("b")
    writer.beginArray()
    writer.value(1)
    writer.value(-20)
    writer.null()
    writer.value(true)
    writer.endArray()
    writer.key("c")
    writer.beginObject()
    writer.endObject()
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\": [],\n \"b\": [1, -20, null, true], \"c\": {}}")
  }
}
