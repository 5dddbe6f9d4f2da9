import Rendering
import Rules
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gathers all that the outcome of a run depends on besides its documents, for the cache.
///
/// Files count by the bytes that were read of them, options by their words: what could make a difference is in, whether or not it does
/// this time.
struct RunKey {
  private(set) var writer = ByteWriter()

  var bytes: [UInt8] { writer.bytes }

  /// The program itself: its version and, since a version is built more than once, size and time of its file.
  mutating func addProgram() {
    writer.write(Tool.version)
    guard let path = executablePath() else { return }
    var info = stat()
    guard unsafe stat(path.terminated, &info) == 0 else { return }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    for number in [Int(info.st_size), Int(time.tv_sec), Int(time.tv_nsec)] { writer.write(number) }
  }

  mutating func add(_ text: String?) { writer.write(text) { $0.write($1) } }

  /// A file by its folder, since paths in it count from there, and by what it holds.
  mutating func add(_ file: UserFile?) {
    writer.write(file) { out, file in
      out.write((file.path.folder.resolved ?? file.path.folder).bytes)
      out.write(file.bytes)
    }
  }

  mutating func add(_ layers: [RuleFiles]) {
    for file in layers.flatMap(\.files) {
      writer.write(file.path)
      writer.write(file.bytes)
    }
  }
}
