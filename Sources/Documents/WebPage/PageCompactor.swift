import Glibc

/// Writes a page's source with one byte for each stretch that means nothing to the parser, so that it has less to read.
///
/// It follows the tags, quotes, comments and scripts as libxml2 does. Should the two ever disagree on some broken page, little harm is done:
/// outside of scripts a stretch never has a bracket, an ampersand or one quote alone in it, so whatever ends something is still there.
@safe struct PageCompactor {
  /// Attributes of a tag for which libxml2, which compares each with all before it, would take long.
  private static let attributes = 16_384

  private let source: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutablePointer<UInt8>
  /// Where in the output the stretches are, ascending.
  private(set) var marks: [UInt32] = []
  /// Where in the source the byte behind each stretch stands, less where it stands in the output.
  private(set) var shifts: [UInt32] = []
  /// Bytes that have been written.
  private(set) var count = 0
  /// Whether a tag has more attributes than can be borne; the output ends there.
  private(set) var isTagTooLong = false
  /// Bytes of the source.
  private let end: Int
  /// The byte of the source that is read next, and up to which it has been written.
  private var at = 0
  private var written = 0

  /// - Parameter output: has room for as many bytes as the source has.
  init(_ source: UnsafeBufferPointer<UInt8>, output: UnsafeMutablePointer<UInt8>) {
    unsafe self.source = source
    unsafe self.output = output
    end = source.count
    marks.reserveCapacity(source.count / 32)
    shifts.reserveCapacity(source.count / 32)
  }

  /// Writes all of the page.
  mutating func run() {
    while let byte = next, !isTagTooLong {
      switch byte {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): skipReference()
      case 0x20, 0x09, 0x0A, 0x0D: shortenBlanks()
      case _: shorten(until: Self.delimiters)
      }
    }
    write(to: at)
  }

  // MARK: Bytes

  private var next: UInt8? { at < end ? unsafe source[at] : nil }

  private func byte(_ offset: Int) -> UInt8 { offset < end ? unsafe source[offset] : 0 }

  /// Copies the source up to an offset.
  private mutating func write(to place: Int) {
    let length = place - written
    if length > 0, let base = unsafe source.baseAddress { unsafe memcpy(output + count, base + written, length) }
    count += max(length, 0)
    written = place
  }

  /// Writes one byte for what has been read since `start`.
  private mutating func mark(from start: Int, as byte: UInt8 = CompactSource.mark) {
    write(to: start)
    unsafe output[count] = byte
    marks.append(UInt32(truncatingIfNeeded: count))
    count += 1
    written = at
    shifts.append(UInt32(truncatingIfNeeded: at - count))
  }

  // MARK: Stretches

  /// A set of characters below 64, one bit for each.
  private typealias Signs = UInt64

  private static func signs(_ characters: StaticString) -> Signs {
    characters.withUTF8Buffer { unsafe $0.reduce(0) { $0 | 1 << UInt64($1) } }
  }

  private static let delimiters = signs("<>&\"'")
  private static let delimitersOfComment = signs("<>&\"'-")
  private static let endOfTag = signs(">")
  private static let endOfWord = signs("> \t\n\r")

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Skips bytes beyond ASCII.
  private mutating func skipWide() {
    while at &+ 8 <= end {
      let eight = unsafe UnsafeRawPointer(source.baseAddress.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: at, as: UInt64.self)
      if eight & 0x8080_8080_8080_8080 != 0x8080_8080_8080_8080 { break }
      at &+= 8
    }
    while let byte = next, byte >= 0x80 { at &+= 1 }
  }

  /// Makes one byte of all up to one of some characters, and steps over that when it comes first.
  private mutating func shorten(until signs: Signs) {
    let start = at
    skip(until: signs)
    if at == start { at += 1 } else { shorten(from: start) }
  }

  private mutating func skip(until signs: Signs) {
    while let byte = next {
      if byte >= 0x80 {
        skipWide()
      } else if byte < 64, signs &>> UInt64(byte) & 1 != 0 {
        break
      } else {
        at &+= 1
      }
    }
  }

  /// Makes one byte of what has been read since `start`, unless it is one.
  private mutating func shorten(from start: Int) {
    if at > start + 1 || byte(start) == CompactSource.mark { mark(from: start) }
  }

  /// Leaves one of several blanks.
  private mutating func shortenBlanks() {
    let start = at
    while let byte = next, Self.isBlank(byte) { at += 1 }
    if at > start + 1 { mark(from: start, as: byte(start)) }
  }

  /// Keeps what is ASCII up to one of some characters.
  private mutating func keep(until signs: Signs) {
    while let byte = next {
      if byte < CompactSource.mark {
        if byte < 64, signs &>> UInt64(byte) & 1 != 0 { return }
        at &+= 1
        continue
      }
      keepWide()
    }
  }

  /// Makes one byte of those beyond ASCII, or of a mark.
  private mutating func keepWide() {
    let start = at
    if byte(at) == CompactSource.mark { at += 1 } else { skipWide() }
    mark(from: start)
  }

  private mutating func skipBlanks() {
    while let byte = next, Self.isBlank(byte) { at += 1 }
  }

  /// Steps over `&`, a name and the semicolon.
  private mutating func skipReference() {
    at += 1
    while let byte = next, (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x23 {
      at += 1
    }
    if next == UInt8(ascii: ";") { at += 1 }
  }

  // MARK: Markup

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x3A
  }

  /// Steps over a name.
  private mutating func skipName() {
    while let byte = next,
      (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x3A).contains(byte) && byte != 0x2F || byte == 0x5F
    {
      at &+= 1
    }
  }

  private mutating func readMarkup() {
    switch byte(at + 1) {
    case UInt8(ascii: "!") where byte(at + 2) == 0x2D && byte(at + 3) == 0x2D: readComment()
    case UInt8(ascii: "!"): readDeclaration()
    case UInt8(ascii: "?"): keepTag()
    case UInt8(ascii: "/"):
      if Self.beginsName(byte(at + 2)) { keepTag() } else { at += 2 }
    case let byte where Self.beginsName(byte): readTag()
    case _: at += 1
    }
  }

  /// Keeps all up to the next closing bracket.
  private mutating func keepTag() {
    keep(until: Self.endOfTag)
    at = min(at + 1, end)
  }

  private mutating func readComment() {
    at += 4
    // A comment may end where it begins.
    if byte(at) == 0x3E || byte(at) == 0x2D && byte(at + 1) == 0x3E { return }
    while let byte = next {
      if byte != 0x2D {
        shorten(until: Self.delimitersOfComment)
        continue
      }
      if self.byte(at + 1) == 0x2D {
        let length = self.byte(at + 2) == 0x21 ? 4 : 3
        if self.byte(at + length - 1) == 0x3E {
          at += length
          return
        }
      }
      at += 1
    }
  }

  /// Keeps a declaration; the addresses behind SYSTEM and PUBLIC may have brackets in them.
  private mutating func readDeclaration() {
    let start = at
    var quoted = 0
    while let byte = next, byte != 0x3E {
      let isQuote = byte == 0x22 || byte == 0x27
      if isQuote, quoted == 0 { quoted = addresses(behind: start) + 1 }
      at += 1
      guard isQuote, quoted > 1 else { continue }
      quoted -= 1
      while let inner = next, inner != byte { at += 1 }
      at = min(at + 1, end)
    }
    at = min(at + 1, end)
  }

  /// How many addresses follow the word that ends here.
  private func addresses(behind start: Int) -> Int {
    var last = at
    while last > start, Self.isBlank(byte(last - 1)) { last -= 1 }
    guard last - start >= 6 else { return 0 }
    let word = (last - 6..<last).map { byte($0) | 0x20 }
    return word.elementsEqual("system".utf8) ? 1 : word.elementsEqual("public".utf8) ? 2 : 0
  }

  private mutating func readTag() {
    at += 1
    let name = at
    skipName()
    let length = at - name
    var found = 0
    var blank: Int?
    while let byte = next {
      if Self.isBlank(byte) {
        blank = blank ?? at
        skipBlanks()
        continue
      }
      if byte == 0x3E {
        at += 1
        if length >= 5 { shortenScript(named: name..<name + length) }
        return
      }
      if byte == 0x2F, self.byte(at + 1) == 0x3E {
        at += 2
        return
      }
      if Self.beginsName(byte) || byte == 0x2E {
        found += readAttribute(behind: blank)
        blank = nil
        if found > Self.attributes {
          isTagTooLong = true
          return
        }
      } else {
        blank = nil
        skipJunk()
      }
    }
  }

  /// Makes one byte of what is in a script or in a style sheet.
  private mutating func shortenScript(named name: Range<Int>) {
    guard isWord("script", name) || isWord("style", name) else { return }
    let start = at
    while let base = unsafe source.baseAddress, at < end,
      let found = unsafe memchr(base + at, 0x3C, end - at)
    {
      at = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      let other = at + 2..<at + 2 + name.count
      if byte(at + 1) == 0x2F, zip(other, name).allSatisfy({ byte($0) | 0x20 == byte($1) | 0x20 }) {
        if at > start { shorten(from: start) }
        return
      }
      at += 1
    }
    at = end
    if at > start { shorten(from: start) }
  }

  private func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    word.utf8CodeUnitCount == range.count
      && word.withUTF8Buffer { letters in
        unsafe zip(letters, range).allSatisfy { $0 == byte($1) | 0x20 }
      }
  }

  /// Keeps what is no attribute up to a blank or the tag's end.
  private mutating func skipJunk() {
    repeat {
      if byte(at) >= CompactSource.mark { keepWide() } else { at += 1 }
    } while next.map { !Self.isBlank($0) && $0 != 0x3E && !($0 == 0x2F && byte(at + 1) == 0x3E) } ?? false
  }

  /// Reads an attribute and tells how many it may be at worst, if its quotes were none.
  ///
  /// - Parameter blank: where the blanks before it begin, which stand for an attribute that nobody asks for.
  private mutating func readAttribute(behind blank: Int?) -> Int {
    let start = at
    skipName()
    let name = start..<at
    skipBlanks()
    guard next == UInt8(ascii: "=") else { return 1 }
    at += 1
    skipBlanks()
    guard let quote = next, quote == 0x22 || quote == 0x27 else {
      keep(until: Self.endOfWord)
      return 1
    }
    at += 1
    let value = at
    if isRead(name, quote) {
      keep(until: 1 << UInt64(quote))
      at = min(at + 1, end)
    } else {
      skip(until: Self.delimiters)
      shortenValue(from: value, to: quote, behind: blank)
    }
    if at - value < 2 * Self.attributes { return 1 }
    return (value..<at).count { Self.isBlank(byte($0)) && Self.beginsName(byte($0 + 1)) }
  }

  /// Leaves nothing of an attribute whose value has been read up to its quote or a first delimiter; little, where it has delimiters.
  private mutating func shortenValue(from value: Int, to quote: UInt8, behind blank: Int?) {
    if let blank, next == quote {
      at += 1
      return mark(from: blank, as: 0x20)
    }
    if at > value { shorten(from: value) }
    while let byte = next, byte != quote {
      if byte == UInt8(ascii: "&") { skipReference() } else { shorten(until: Self.delimiters) }
    }
    at = min(at + 1, end)
  }

  /// Whether what an attribute says may be asked for: by the length and the first letter of its name it is `id`, `name`, `type`, `class`,
  /// `start`, `value`, `hidden`, `content` or `property`, or it is a `style` with `display` or `list-style`.
  private func isRead(_ name: Range<Int>, _ quote: UInt8) -> Bool {
    switch (name.count, byte(name.lowerBound) | 0x20) {
    case (5, UInt8(ascii: "s")) where byte(name.lowerBound + 2) | 0x20 == UInt8(ascii: "y"):
      var offset = at + 2
      while offset < end, case let byte = byte(offset), byte != quote {
        if byte | 0x20 == UInt8(ascii: "s"), self.byte(offset - 1) | 0x20 == UInt8(ascii: "i") {
          let first = self.byte(offset - 2) | 0x20
          if first == UInt8(ascii: "d") || first == UInt8(ascii: "l") { return true }
        }
        offset &+= 1
      }
      return false
    case (2, UInt8(ascii: "i")), (4, UInt8(ascii: "n")), (4, UInt8(ascii: "t")), (5, UInt8(ascii: "c")),
      (5, UInt8(ascii: "s")), (5, UInt8(ascii: "v")), (6, UInt8(ascii: "h")), (7, UInt8(ascii: "c")),
      (8, UInt8(ascii: "p")):
      return true
    case _: return false
    }
  }
}
