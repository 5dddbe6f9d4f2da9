import CLibPCRE2
import SourceText

/// The words for an error of PCRE2's compiler: its own in English, ours in Chinese where the mistake is a usual one.
func compilationWording(of code: Int32) -> Wording {
  var buffer = [UInt8](repeating: 0, count: 256)
  let length = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
    unsafe pcre2_get_error_message_8(code, bytes.baseAddress, bytes.count)
  }
  let own = length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "PCRE2 error \(code)"
  let english = "the regular expression does not compile: \(own)"
  guard let chinese = usualMistakes[code] else { return Wording(zh: "正则表达式无法编译：\(own)", en: english) }
  return Wording(zh: "正则表达式无法编译：\(chinese)（\(own)）", en: english)
}

private let usualMistakes: [Int32: String] = [
  101: "末尾多出一个反斜杠",
  103: "反斜杠后的字母不是可用的转义",
  104: "花括号中的次数前大后小",
  105: "花括号中的次数过大",
  106: "字符组缺少右方括号 ]",
  107: "字符组中有不可用的转义",
  108: "字符组中的范围前大后小",
  109: "量词（?、*、+）前面没有可重复的内容",
  111: "(? 或 (?- 后的字符无法识别",
  112: "[: :] 这样的类名只能写在字符组内",
  114: "缺少右圆括号 )",
  115: "引用了不存在的组",
  119: "括号嵌套过深",
  120: "正则表达式过大",
  122: "多出一个右圆括号 )",
  125: "后行断言的长度不固定",
  130: "[: :] 中的类名无法识别",
  134: "\\x{} 中的码位过大",
  142: "组名后缺少结束符",
  143: "两个组同名",
  144: "组名必须以文字开头，不能以数字开头",
  146: "\\P 或 \\p 的写法不完整",
  147: "\\P 或 \\p 后的属性名无法识别",
  148: "组名过长",
  162: "缺少组名",
]

/// The words for a search that PCRE2 gave up: which bound was hit.
func limit(for code: Int32) -> PatternLimit {
  switch code {
  case PCRE2_ERROR_MATCHLIMIT:
    PatternLimit(
      message: Wording(
        zh: "正则匹配的步数达到上限，无法判断；请把表达式写得更具体，避免嵌套的量词",
        en:
          "the search hit the limit of steps, so nothing can be told; make the expression more specific, without nested quantifiers"
      ))
  case PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_DEPTHLIMIT:
    PatternLimit(
      message: Wording(
        zh: "正则匹配的回溯栈达到上限，无法判断；请把表达式写得更具体，避免对长组的重复",
        en:
          "the search hit the limit of its stack, so nothing can be told; make the expression more specific, without repeating long groups"
      ))
  case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY:
    PatternLimit(
      message: Wording(
        zh: "正则匹配的内存达到上限，无法判断；请把表达式写得更具体",
        en: "the search hit the limit of memory, so nothing can be told; make the expression more specific"))
  default:
    PatternLimit(
      message: Wording(
        zh: "正则匹配中止（PCRE2 错误 \(code)），无法判断",
        en: "the search was stopped (PCRE2 error \(code)), so nothing can be told"))
  }
}
