import SourceText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does something again whenever files change, until it is interrupted.
///
/// It looks at names, sizes and times of modification a few times a second: that works on every file system, also on those of a network
/// and of containers, where the system tells nobody of changes.
struct Watch {
  /// The files and folders that are looked at, folders with all that is in them.
  var paths: [FilePath]
  /// Files that are written by the work itself.
  var ignored: [FilePath] = []
  /// Milliseconds between two looks.
  var interval = 300

  /// More files than this are not looked at one by one.
  private static let fileLimit = 20_000
  private static let interrupted = Atomic(false)

  /// What a look saw: each file with its size and time.
  private struct Look: Equatable {
    var files: [FilePath] = []
    var states: [FileState] = []
  }

  /// Runs `work` now and after each change; its last status is the watch's own.
  ///
  /// A failure is said, and the next change is waited for: a rule file is often saved with a mistake in it.
  func run(_ work: () throws(CommandFailure) -> ExitStatus) -> ExitStatus {
    Watch.interrupted.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { _ in Watch.interrupted.store(true, ordering: .relaxed) }
    }
    // Whoever started the program may have blocked them, and a blocked signal never arrives.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
    var status = ExitStatus.passed
    // What changes while the work is done is seen afterwards.
    var seen = look()
    while true {
      do throws(CommandFailure) { status = try work() } catch {
        Program.report(error)
        status = .notDone
      }
      Terminal.say(say("正在等待文件变化，按 Ctrl+C 结束", "waiting for changes; Ctrl+C ends"))
      repeat {
        usleep(useconds_t(interval * 1000))
        if Watch.interrupted.load(ordering: .relaxed) { return status }
      } while look() == seen
      seen = settled()
    }
  }

  /// What is there once nothing changes any more, so that a file is not read while it is being written.
  private func settled() -> Look {
    var last = look()
    for _ in 0..<10 {
      usleep(50_000)
      let next = look()
      if next == last { break }
      last = next
    }
    return last
  }

  private func look() -> Look {
    var look = Look()
    // What is written exists only after the first run.
    let ignored = Set(ignored.compactMap(\.resolved))
    for path in paths { add(path, depth: 0, without: ignored, to: &look) }
    return look
  }

  private func add(_ path: FilePath, depth: Int, without ignored: Set<FilePath>, to look: inout Look) {
    if !ignored.isEmpty, let file = path.resolved, ignored.contains(file) { return }
    guard depth < 16, look.files.count < Watch.fileLimit, let state = FileState(path) else { return }
    look.files.append(path)
    look.states.append(state)
    guard state.isFolder, let folder = try? Folder(path) else { return }
    for index in 0..<folder.count {
      add(path.appending(folder.name(at: index)), depth: depth + 1, without: ignored, to: &look)
    }
  }
}

/// By what a change of a file is known.
private struct FileState: Equatable {
  var isFolder: Bool
  var size: Int
  var seconds: Int
  var nanoseconds: Int

  /// Nil when nothing is there.
  init?(_ path: FilePath) {
    var info = stat()
    guard unsafe stat(path.terminated, &info) == 0 else { return nil }
    isFolder = info.st_mode & S_IFMT == S_IFDIR
    size = isFolder ? 0 : Int(info.st_size)
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    // A folder's own time changes with temporary files; its files are looked at themselves.
    seconds = isFolder ? 0 : Int(time.tv_sec)
    nanoseconds = isFolder ? 0 : Int(time.tv_nsec)
  }
}
