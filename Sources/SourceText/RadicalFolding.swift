/// Radicals that stand for characters: text copied out of a PDF often has ⼾ (U+2F3E) where its author typed 户.
enum RadicalFolding {
  /// The character that a radical looks like, or nil when the scalar is none or is no character by itself.
  static func character(for scalar: UInt32) -> UInt32? {
    if scalar >= 0x2F00 {
      let index = Int(scalar) - 0x2F00
      return index < kangxi.count ? kangxi[index] : nil
    }
    guard let index = supplement.firstIndex(of: scalar), index.isMultiple(of: 2) else { return nil }
    return supplement[index + 1]
  }

  /// U+2F00…U+2FD5 in order, as Unicode's compatibility decomposition has them, but in the forms of the mainland
  /// where it has the forms of the old dictionary: 户, 青, 黄.
  private static let kangxi: [UInt32] = scalars(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """)

  /// The radicals of U+2E80…U+2EF3 that are characters by themselves today, each before its character.
  private static let supplement: [UInt32] = scalars(
    """
    ⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞
    ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟
    """)

  private static func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\n" }.map(\.value)
  }
}
