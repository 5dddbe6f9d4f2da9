import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A refusal of the operating system.
struct SystemTrouble: Error, Hashable {
  var code: Int32

  /// The trouble that the last failed call left behind.
  static var last: SystemTrouble { SystemTrouble(code: errno) }

  /// What it means, in a few words.
  var words: Wording {
    switch code {
    case ENOENT: Wording(zh: "文件不存在", en: "no such file")
    case ENOTDIR: Wording(zh: "路径中有一段不是文件夹", en: "a part of the path is no folder")
    case EACCES, EPERM: Wording(zh: "没有权限", en: "permission denied")
    case ENOSPC, EDQUOT: Wording(zh: "磁盘空间不足", en: "no space left on the device")
    case EPIPE: Wording(zh: "接收输出的程序已经关闭", en: "the program that reads the output has closed it")
    case EISDIR: Wording(zh: "这是文件夹", en: "it is a folder")
    case EROFS: Wording(zh: "文件系统只读", en: "the file system is read-only")
    case ELOOP: Wording(zh: "符号链接循环", en: "symbolic links form a loop")
    case ENAMETOOLONG: Wording(zh: "路径过长", en: "the path is too long")
    case EMFILE, ENFILE: Wording(zh: "打开的文件过多", en: "too many open files")
    default: Wording(zh: "系统错误 \(code)", en: "system error \(code)")
    }
  }
}
