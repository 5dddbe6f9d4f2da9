import SourceText
import YAMLReading

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
      let why = error.words(limit: limits.size)
      throw CommandFailure(
        Wording(zh: "无法读取\(what.zh) \(path.shown)：\(why.zh)", en: "can't read \(what.en) \(path.shown): \(why.en)"))
    }
  }
}
