import SourceText
import YAMLReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that our user wrote, as it was read: what is made of it and what stands for it in the cache's key are the same bytes.
struct UserFile: Sendable {
  let path: FilePath
  let bytes: [UInt8]

  /// Reads a file; one that can't be read ends the command.
  init(_ path: FilePath, what: Wording, limits: YAMLLimits = .ofWrittenFiles) throws(CommandFailure) {
    self.path = path
    do {
      bytes = try readFile(path, limit: limits.size)
    } catch {
      let why: Wording
      switch error {
      case .system(let trouble): why = trouble.words
      case .isFolder: why = SystemTrouble(code: EISDIR).words
      case .silent(let seconds): why = FileReadingError.words(silentFor: seconds)
      case .tooLarge: why = Wording(zh: "文件超过 1 MB", en: "the file is larger than 1 MB")
      }
      throw CommandFailure(
        Wording(zh: "无法读取\(what.zh) \(path.shown)：\(why.zh)", en: "can't read \(what.en) \(path.shown): \(why.en)"))
    }
  }
}
