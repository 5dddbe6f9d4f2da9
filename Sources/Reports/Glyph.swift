/// The structural characters of Chinese text, each as its three UTF-8 bytes in one number.
enum Glyph {
  static let fullStop: UInt32 = 0xE38082  // 。
  static let pause: UInt32 = 0xE38081  // 、
  static let openTitle: UInt32 = 0xE3808A  // 《
  static let closeTitle: UInt32 = 0xE3808B  // 》
  static let openTag: UInt32 = 0xE38090  // 【
  static let closeTag: UInt32 = 0xE38091  // 】
  static let year: UInt32 = 0xE5B9B4  // 年
  static let fullYear: UInt32 = 0xE5BAA6  // 度
  static let month: UInt32 = 0xE69C88  // 月
  static let day: UInt32 = 0xE697A5  // 日
  static let spokenDay: UInt32 = 0xE58FB7  // 号
  static let until: UInt32 = 0xE887B3  // 至
  static let ordinal: UInt32 = 0xE7ACAC  // 第
  static let page: UInt32 = 0xE9A1B5  // 页
  static let section: UInt32 = 0xE7ABA0  // 章
  static let part: UInt32 = 0xE983A8  // 部
  static let possessive: UInt32 = 0xE79A84  // 的
  static let and: UInt32 = 0xE5928C  // 和
  static let angle: UInt32 = 0xE280BA  // ›
  static let arrow: UInt32 = 0xE28692  // →

  /// The value of a digit as Chinese writes it, 十 being ten; nil for any other character.
  static func digit(_ glyph: UInt32) -> Int? {
    switch glyph {
    case 0xE38087, 0xE2978B, 0xE99BB6: 0
    case 0xE4B880: 1
    case 0xE4BA8C: 2
    case 0xE4B889: 3
    case 0xE59B9B: 4
    case 0xE4BA94: 5
    case 0xE585AD: 6
    case 0xE4B883: 7
    case 0xE585AB: 8
    case 0xE4B99D: 9
    case 0xE58D81: 10
    default: nil
    }
  }
}
