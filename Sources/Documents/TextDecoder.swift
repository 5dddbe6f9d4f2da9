import SourceText

/// The text of a file that is no document, whatever its encoding, without its byte order mark.
public func decodedText(of bytes: [UInt8]) throws(DocumentError) -> String {
  let text = try decodeText(bytes).text
  return text.string(TextRange(0, text.bytes.count))
}

/// Finds the encoding of a text file by its bytes and decodes it.
///
/// Valid UTF-8 is UTF-8; NULs and the ranges of Chinese characters show UTF-16 without a mark; all else is GB18030,
/// which contains GBK and GB2312, unless it is plainly UTF-8 with damaged bytes.
func decodeText(_ bytes: [UInt8]) throws(DocumentError) -> (text: DecodedText, encoding: TextEncoding) {
  if let (encoding, mark) = byteOrderMark(of: bytes) {
    switch encoding {
    case .utf8:
      // The one copy of the bytes: offsets of a decoded text start behind the mark.
      return (DecodedText(validUTF8: try checkedUTF8(Array(bytes[mark...]), offset: mark)), encoding)
    case .utf16LittleEndian, .utf16BigEndian, .gb18030:
      return (try converted(bytes, from: encoding, skipping: mark), encoding)
    }
  }
  let fault = bytes.span.firstFaultOfUTF8
  let controls = controlBytes(of: bytes)
  if fault == nil, controls == nil { return (DecodedText(validUTF8: bytes), .utf8) }
  if let encoding = utf16WithoutMark(bytes) {
    return (try converted(bytes, from: encoding, skipping: 0), encoding)
  }
  if let controls { throw DocumentError(.controlBytes(offset: controls)) }
  if let fault, UTF8Damage.isLikely(in: bytes, firstFault: fault), let damage = UTF8Damage(of: bytes) {
    throw damage.error(in: bytes, offset: 0)
  }
  return (try converted(bytes, from: .gb18030, skipping: 0), .gb18030)
}

/// The encoding that a byte order mark announces, with the length of the mark.
private func byteOrderMark(of bytes: [UInt8]) -> (TextEncoding, Int)? {
  // None of the marks begins as a Chinese or English text does.
  guard let first = bytes.first, first == 0x84 || first == 0xEF || first >= 0xFE else { return nil }
  let marks: [(TextEncoding, [UInt8])] = [
    (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    (.gb18030, [0x84, 0x31, 0x95, 0x33]),
  ]
  return marks.first { bytes.starts(with: $0.1) }.map { ($0.0, $0.1.count) }
}

/// The bytes themselves when they are clean UTF-8.
///
/// - Parameter offset: where the bytes start in the file.
private func checkedUTF8(_ bytes: [UInt8], offset: Int) throws(DocumentError) -> [UInt8] {
  if bytes.span.firstFaultOfUTF8 != nil, let damage = UTF8Damage(of: bytes) {
    throw damage.error(in: bytes, offset: offset)
  }
  if let controls = controlBytes(of: bytes) { throw DocumentError(.controlBytes(offset: controls + offset)) }
  return bytes
}

private func converted(
  _ bytes: [UInt8], from encoding: TextEncoding, skipping start: Int
) throws(DocumentError) -> DecodedText {
  guard let converter = CharsetConverter(from: encoding) else { throw DocumentError(.noConverter(encoding)) }
  let outcome = converter.convert(bytes, from: start)
  let place = RefusalReason.DamagedPlace(after: outcome.utf8, offset: outcome.end)
  switch outcome.stop {
  case .complete: break
  case .incompleteCharacter: throw DocumentError(.cutOff(encoding, place))
  case .impossibleBytes:
    // Where most of a file decodes, the encoding is right and the file is damaged.
    let isDamage = encoding != .gb18030 || outcome.end - start > 64
    throw DocumentError(isDamage ? .damaged(encoding, place, count: nil) : .unknownEncoding(place))
  }
  if let controls = controlBytes(of: outcome.utf8) { throw DocumentError(.controlBytes(offset: controls)) }
  return DecodedText(validUTF8: outcome.utf8)
}

/// The offset of the first control byte when there are more of them than a text can have.
///
/// One NUL is too many. Of the others a text may have a few, which old editors and pasted tables leave behind.
private func controlBytes(of bytes: [UInt8]) -> Int? {
  // TAB to CR are white space, 0x1A is the end mark of DOS, 0x1B starts an escape.
  func strangeness(_ byte: UInt8) -> UInt8 {
    (byte < 0x20 ? 1 : 0) & (byte &- 0x09 < 5 ? 0 : 1) & (byte &- 0x1A < 2 ? 0 : 1)
  }
  // Bits instead of branches let the compiler look at many bytes at once; most texts have nothing strange.
  guard bytes.span.containsAny(where: { strangeness($0) != 0 }) else { return nil }
  if let nul = bytes.firstIndex(of: 0) { return nul }
  let count = bytes.reduce(0) { $0 + Int(strangeness($1)) }
  return count > 8 + bytes.count / 256 ? bytes.firstIndex { strangeness($0) != 0 } : nil
}

/// The byte order of UTF-16 without a mark, or nil when the bytes don't look like it.
///
/// Nearly all units must be characters of Chinese or English text. Some must be ones that ASCII and GBK files can't show by
/// chance, because one of their two bytes is a control byte: ASCII, 、。《》 and full-width punctuation.
private func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
  func isLikely(bigEndian: Bool) -> Bool {
    var plausible = 0
    var telling = 0
    let units = min(bytes.count / 2, 4096)
    for index in 0..<units {
      let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      switch bigEndian ? first << 8 | second : second << 8 | first {
      case 0x09...0x0D, 0x20...0x7E, 0x3000...0x301F, 0xFF01...0xFF1F:
        plausible += 1
        telling += 1
      case 0xA0...0xFF, 0x2010...0x203F, 0x2460...0x24FF, 0x4E00...0x9FFF: plausible += 1
      case _: break
      }
    }
    return telling > 0 && telling * 100 >= units && plausible * 10 >= units * 9
  }
  if isLikely(bigEndian: false) { return .utf16LittleEndian }
  return isLikely(bigEndian: true) ? .utf16BigEndian : nil
}
