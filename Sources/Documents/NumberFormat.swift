/// How the numbers of a list look, by the names of Word (ECMA-376 part 1, 17.18.59); the formats that no Chinese document has show as digits.
enum NumberFormat: Hashable {
  case bullet, none
  case decimal
  /// Digits filled up with noughts to a width.
  case padded(Int)
  case fullWidth
  case upperRoman, lowerRoman, upperLetter, lowerLetter
  /// 一 … 九十九, and from 100 on digit by digit.
  case chineseCounting
  /// 一百零一
  case chineseThousand
  /// 壹佰零壹
  case chineseLegal
  /// 一〇一
  case chineseDigital
  /// 甲乙丙
  case heavenlyStems
  /// 子丑寅
  case earthlyBranches
  /// ①
  case circled
  /// ⑴
  case parenthesised
  /// ⒈
  case fullStop
  /// ㊀
  case circledChinese
  /// ㈠
  case parenthesisedChinese

  /// The format of a name; nil for a custom one that is not understood, whose fallback then counts.
  init?(_ name: String, custom: String?) {
    switch name {
    case "bullet": self = .bullet
    case "none": self = .none
    case "decimalZero": self = .padded(2)
    case "decimalFullWidth", "decimalFullWidth2": self = .fullWidth
    case "upperRoman": self = .upperRoman
    case "lowerRoman": self = .lowerRoman
    case "upperLetter": self = .upperLetter
    case "lowerLetter": self = .lowerLetter
    case "chineseCounting", "taiwaneseCounting": self = .chineseCounting
    case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting": self = .chineseThousand
    case "chineseLegalSimplified", "ideographLegalTraditional": self = .chineseLegal
    case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand": self = .chineseDigital
    case "ideographTraditional": self = .heavenlyStems
    case "ideographZodiac": self = .earthlyBranches
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .circled
    case "decimalEnclosedParen": self = .parenthesised
    case "decimalEnclosedFullstop": self = .fullStop
    case "ideographEnclosedCircle": self = .circledChinese
    case "ideographParenthesized": self = .parenthesisedChinese
    case "custom":
      // 001, 002, 003, …
      let first = (custom ?? "").prefix { $0 != "," }
      guard first.utf8.count > 1, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      self = .padded(min(first.utf8.count, 9))
    case _: self = .decimal
    }
  }

  /// A number, from 0, as it looks on the page.
  func text(_ number: Int) -> String {
    switch self {
    case .bullet, .none: return ""
    case .decimal: return String(number)
    case .padded(let width):
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    case .fullWidth:
      return String(
        String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    case .upperRoman: return Self.roman(number)
    case .lowerRoman: return Self.roman(number).lowercased()
    case .upperLetter: return Self.letters(number)
    case .lowerLetter: return Self.letters(number).lowercased()
    case .chineseCounting: return number < 100 ? Self.chinese(number, Self.plain) : Self.digital(number)
    case .chineseThousand: return Self.chinese(number, Self.plain)
    case .chineseLegal: return Self.chinese(number, Self.legal)
    case .chineseDigital: return Self.digital(number)
    case .heavenlyStems: return Self.sign(number, of: "甲乙丙丁戊己庚辛壬癸")
    case .earthlyBranches: return Self.sign(number, of: "子丑寅卯辰巳午未申酉戌亥")
    case .circled:
      switch number {
      case 1...20: return Self.scalar(0x2460 + number - 1)
      case 21...35: return Self.scalar(0x3251 + number - 21)
      case 36...50: return Self.scalar(0x32B1 + number - 36)
      case 0: return Self.scalar(0x24EA)
      case _: return String(number)
      }
    case .parenthesised: return (1...20).contains(number) ? Self.scalar(0x2474 + number - 1) : String(number)
    case .fullStop: return (1...20).contains(number) ? Self.scalar(0x2488 + number - 1) : String(number)
    case .circledChinese:
      return (1...10).contains(number) ? Self.scalar(0x3280 + number - 1) : Self.chinese(number, Self.plain)
    case .parenthesisedChinese:
      return (1...10).contains(number) ? Self.scalar(0x3220 + number - 1) : Self.chinese(number, Self.plain)
    }
  }

  private typealias Signs = (digits: [Character], units: [String], omitsLeadingOne: Bool)
  private static let plain: Signs = (Array("零一二三四五六七八九"), ["", "十", "百", "千"], true)
  private static let legal: Signs = (Array("零壹贰叁肆伍陆柒捌玖"), ["", "拾", "佰", "仟"], false)

  private static func scalar(_ code: Int) -> String {
    Unicode.Scalar(UInt32(code)).map { String(Character($0)) } ?? ""
  }

  private static func sign(_ number: Int, of signs: String) -> String {
    let signs = Array(signs)
    return signs.indices.contains(number - 1) ? String(signs[number - 1]) : String(number)
  }

  private static func digital(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// 一 to 九千九百九十九; beyond that digits.
  private static func chinese(_ number: Int, _ signs: Signs) -> String {
    guard (1...9999).contains(number) else { return number == 0 ? String(signs.digits[0]) : String(number) }
    var text = ""
    var hasGap = false
    for (place, power) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / power % 10
      if digit == 0 {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text.append(signs.digits[0]) }
      hasGap = false
      if !(signs.omitsLeadingOne && place == 1 && digit == 1 && text.isEmpty) { text.append(signs.digits[digit]) }
      text += signs.units[place]
    }
    return text
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    var (rest, text) = (number, "")
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// A … Z, AA, BB …
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return String(number) }
    return String(repeating: scalar(0x41 + (number - 1) % 26), count: (number - 1) / 26 + 1)
  }
}
