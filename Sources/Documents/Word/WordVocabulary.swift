/// The elements of WordprocessingML that are looked at; the names are the format's own.
enum WordElement: Int, CaseIterable {
  case p, r, t, pPr, rPr, pStyle, rStyle, numId, ilvl, outlineLvl, b, vanish
  case tab, br, cr, ptab, noBreakHyphen, sym, lastRenderedPageBreak
  case tr, tc, trPr, txbxContent, rt
  case ins, del, moveFrom, moveTo, delText
  case pPrChange, rPrChange, sectPrChange, tblPrChange, trPrChange, tcPrChange, tblGridChange, tblPrExChange,
    numberingChange
  case footnote, endnote
  case comment, commentRangeStart, commentRangeEnd, commentReference
  case style, name, basedOn
  case abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt, lvlText, lvlRestart, suff, isLgl
  case numStyleLink, styleLink
  // Other namespaces from here on.
  case alternateContent, choice, fallback
  case mathText
  case commentEx

  /// The first that is not in the main namespace.
  private static let firstOther = WordElement.alternateContent

  static let vocabulary = XMLVocabulary(
    [
      XMLVocabulary.Group(
        namespaces: [
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ], names: allCases.filter { $0.rawValue < firstOther.rawValue }.map { "\($0)" }),
      XMLVocabulary.Group(
        namespaces: ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
        names: ["AlternateContent", "Choice", "Fallback"]),
      XMLVocabulary.Group(
        namespaces: [
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math",
        ], names: ["t"]),
      XMLVocabulary.Group(namespaces: ["http://schemas.microsoft.com/office/word/2012/wordml"], names: ["commentEx"]),
    ],
    attributes: WordAttribute.allCases.map { "\($0)" })
}

/// The attributes that are looked at.
enum WordAttribute: Int, CaseIterable {
  case val, id, author, type, styleId, `default`, numId, ilvl, abstractNumId, format, paraId, done, paraIdParent, char

  static func isOff(_ attributes: XMLAttributes) -> Bool {
    attributes.has(val.rawValue, "0") || attributes.has(val.rawValue, "false") || attributes.has(val.rawValue, "off")
      || attributes.has(val.rawValue, "none")
  }
}

extension XMLAttributes {
  subscript(attribute: WordAttribute) -> String? { self[attribute.rawValue] }
  func number(_ attribute: WordAttribute) -> Int? { number(attribute.rawValue) }
  func has(_ attribute: WordAttribute, _ value: StaticString) -> Bool { has(attribute.rawValue, value) }
}
