import SourceText

/// The words for files that are YAML, but not the kind of YAML that rules are written in.
enum YAMLTrouble {
  static func tooBig(_ count: Int, limit: Int) -> Wording {
    let megabytes = limit >> 20
    return Wording(
      zh: "文件有 \(count) 字节，超过 \(limit) 字节（\(megabytes) MB）的上限；请拆成几个文件。",
      en: "the file has \(count) bytes, more than the \(limit) (\(megabytes) MB) allowed; split it into several files")
  }

  static func notUTF8(_ bytes: [UInt8]) -> Wording {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Wording(
        zh: "文件是 UTF-16 编码；请在编辑器中另存为 UTF-8。", en: "the file is UTF-16; save it as UTF-8 in your editor")
    }
    return Wording(
      zh: "从这里起不是 UTF-8 编码（可能是 GBK）；请在编辑器中另存为 UTF-8。",
      en: "this is not UTF-8 (perhaps GBK); save the file as UTF-8 in your editor")
  }

  static var noMemory: Wording {
    Wording(zh: "内存不足，无法读取。", en: "there is not enough memory to read the file")
  }

  static var empty: Wording {
    Wording(zh: "文件是空的，或者只有注释。", en: "the file is empty or has nothing but comments")
  }

  static var secondDocument: Wording {
    Wording(
      zh: "一个文件只能有一份 YAML 文档；请删去这一行 ---，或把后面的内容移到另一个文件。",
      en: "a file holds one YAML document; remove this `---` or move what follows into a file of its own")
  }

  static var alias: Wording {
    Wording(
      zh: "这里不能用 *别名；请把内容写全。如果是文字以 * 开头，请加引号。",
      en: "aliases (`*name`) are not allowed; write the value out, or quote text that starts with `*`")
  }

  static var anchor: Wording {
    Wording(
      zh: "这里不能用 &锚点；请删去。如果是文字以 & 开头，请加引号。",
      en: "anchors (`&name`) are not allowed; remove it, or quote text that starts with `&`")
  }

  static var tag: Wording {
    Wording(
      zh: "这里不能用 !标签；请删去。如果是文字以 ! 开头，请加引号。",
      en: "tags (`!name`) are not allowed; remove it, or quote text that starts with `!`")
  }

  static var tooDeep: Wording {
    Wording(
      zh: "嵌套超过 \(YAMLLimits.depth) 层，后面的内容没有读。",
      en: "nested more than \(YAMLLimits.depth) levels deep; nothing after this was read")
  }

  static func tooMany(_ limit: Int) -> Wording {
    Wording(
      zh: "文件的内容超过 \(limit) 项，后面的内容没有读；请拆成几个文件。",
      en: "more than \(limit) values; nothing after this was read; split the file")
  }

  static var noKey: Wording {
    Wording(zh: "冒号前面缺少键名。", en: "there is no key before the colon")
  }

  static var keyIsNoWord: Wording {
    Wording(
      zh: "键名应当是一个词，这里是列表或映射；如果文字以 { 或 [ 开头，请加引号。",
      en: "a key must be a word, not a list or a mapping; quote text that starts with `{` or `[`")
  }

  static func repeated(_ name: String, line: Int) -> Wording {
    Wording(
      zh: "“\(clipped(name))”重复了，第 \(line) 行已经写过；请合并或删去一处。",
      en: "`\(clipped(name))` is repeated; line \(line) has it already; merge the two or remove one")
  }
}

/// A text as it is quoted in a message: one line, not too long.
func clipped(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isLong = scalars.index(scalars.startIndex, offsetBy: 41, limitedBy: scalars.endIndex) != nil
  var result = String.UnicodeScalarView()
  for scalar in scalars.prefix(isLong ? 40 : 41) {
    result.append(scalar.value < 0x20 ? " " : scalar)
  }
  return String(result) + (isLong ? "…" : "")
}
