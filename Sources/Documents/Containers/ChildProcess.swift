import CGNU
import Glibc
import SourceText

/// Another program at work on a document, whose output is read as it comes.
///
/// It gets the document as its standard input, a file without a name, so that neither a path nor a copy is left behind. Its time
/// and memory are bounded by the system, its output by us; what it complains about is not shown.
@safe final class ChildProcess: ByteStream {
  let name: [UInt8]
  private let process: pid_t
  private let output: Int32
  private let deadline: Int
  /// Bytes that may still be read.
  private var budget: Int
  private var status: Int32?
  private(set) var hasEnded = false

  /// Why a program could not be run to its end.
  enum Failure: Error {
    case notInstalled
    case system(Int32)
  }

  /// What a program may use.
  struct Allowance {
    /// Seconds of work of a processor.
    var processorTime: Int
    /// Seconds by the clock, which pass while other programs work too.
    var time: Int
    /// Bytes of memory.
    var memory: Int
    /// Bytes that it may write.
    var output: Int
  }

  /// Starts a program, which is looked for where `PATH` says.
  ///
  /// - Parameter input: what it reads as standard input; a regular file for it, so it may also be named as `/dev/stdin`.
  init(_ program: String, _ arguments: [String], input: [UInt8], allowance: Allowance) throws(Failure) {
    let file = try Self.unnamedFile(holding: input)
    defer { close(file) }
    var pipe: [Int32] = [-1, -1]
    // Close-on-exec from the start: other threads start programs at the same time.
    if unsafe pipe2(&pipe, O_CLOEXEC) != 0 { throw .system(errno) }
    defer { close(pipe[1]) }
    do throws(Failure) {
      process = try Self.spawn(program, arguments, input: file, output: pipe[1])
    } catch {
      close(pipe[0])
      throw error
    }
    name = Array(program.utf8)
    output = pipe[0]
    budget = allowance.output
    deadline = Self.now + allowance.time * 1000
    Self.limit(process, RLIMIT_CPU, allowance.processorTime)
    Self.limit(process, RLIMIT_DATA, allowance.memory)
    Self.limit(process, RLIMIT_CORE, 0)
  }

  deinit {
    if status == nil {
      kill(-process, SIGKILL)
      _ = wait()
    }
    close(output)
  }

  /// Reads what the program writes; 0 when it has ended its output.
  ///
  /// - Throws: `.tooSlow` past the time allowed, `.tooMuchOutput` past the output allowed.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    if hasEnded { return 0 }
    var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    while true {
      let left = deadline - Self.now
      if left <= 0 { throw DocumentError(.tooSlow) }
      let ready = unsafe poll(&watched, 1, Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      if ready == 0 { throw DocumentError(.tooSlow) }
      let count = unsafe Glibc.read(output, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 {
        hasEnded = true
        return 0
      }
      budget -= count
      if budget < 0 { throw DocumentError(.tooMuchOutput(limit: DocumentLimits.textOfPages)) }
      return count
    }
  }

  /// How a program ended.
  enum End {
    case exit(Int)
    /// It took too much time of a processor.
    case outOfTime
    case crash
  }

  /// Waits for the program's end, killing it when its time is over.
  func end() -> End {
    while !hasEnded {
      var rest = [UInt8](repeating: 0, count: 4096)
      let count = unsafe rest.withUnsafeMutableBytes { buffer in unsafe (try? read(into: buffer)) ?? 0 }
      if count == 0 { break }
    }
    if !hasEnded || !hasExited() { kill(-process, SIGKILL) }
    let status = wait()
    let signal = status & 0x7F
    if signal == 0 { return .exit(Int(status >> 8 & 0xFF)) }
    return signal == SIGXCPU || signal == SIGKILL ? .outOfTime : .crash
  }

  /// Whether the program, whose output is at its end, goes away within its time.
  private func hasExited() -> Bool {
    // Most are gone at once, and no program tells when it will be.
    var pause = 20_000
    while Self.now < deadline {
      var status: Int32 = 0
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process {
        self.status = status
        return true
      }
      if ended < 0, errno != EINTR { return true }
      var time = timespec(tv_sec: 0, tv_nsec: pause)
      unsafe nanosleep(&time, nil)
      pause = min(2 * pause, 20_000_000)
    }
    return false
  }

  private func wait() -> Int32 {
    if let status { return status }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.status = status
    return status
  }

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  private static func limit(_ process: pid_t, _ resource: __rlimit_resource, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    _ = unsafe prlimit(process, Int32(resource.rawValue), &limit, nil)
  }

  private static func unnamedFile(holding bytes: [UInt8]) throws(Failure) -> Int32 {
    // Lies in memory and never on a disk: drafts are confidential.
    let file = unsafe memfd_create("document", 1)
    if file < 0 { throw .system(errno) }
    do throws(Failure) {
      try writeAll(bytes, to: file)
    } catch {
      close(file)
      throw error
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func spawn(
    _ program: String, _ arguments: [String], input: Int32, output: Int32
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // We ignore it, and it is handed down; a program whose reader has gone away is to end.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // A group of its own, so that what it starts itself can be ended with it.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
    }
    unsafe words.append(nil)
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, program, &actions, &attributes, words, environ)
    if code == ENOENT { throw .notInstalled }
    if code != 0 { throw .system(code) }
    return process
  }
}
