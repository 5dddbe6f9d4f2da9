import Foundation

/// A program run to its end, with what it cost.
struct ChildProcess {
  /// The exit status, or 128 and the signal that ended it.
  var status: Int32
  var seconds: Double
  /// Time on all processors, which a busy machine distorts less.
  var processorSeconds: Double
  /// Peak resident memory in KiB, 0 when it was not watched.
  var peakKilobytes: Int

  /// Runs a program with its standard output in a file.
  ///
  /// To watch its memory costs a little time: time it in another run.
  ///
  /// - Throws: `Failure` when it cannot be started.
  static func run(
    _ executable: String, _ arguments: [String], output: String, errors: String? = nil,
    environment: [String: String] = [:], watchingMemory: Bool = false
  ) throws(Failure) -> ChildProcess {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, create, 0o644)
    if let errors {
      unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, create, 0o644)
    }
    var child: pid_t = 0
    let start = now()
    let failure = unsafe withCStrings([executable] + arguments) { argv in
      unsafe withCStrings(merged(environment)) { envp in
        unsafe posix_spawnp(&child, executable, &actions, nil, argv, envp)
      }
    }
    guard failure == 0 else { throw Failure(executable: executable, code: failure) }
    var status: Int32 = 0
    var peak = 0
    // The rusage of a child starts from its parent's peak, which would hide a small one; the high-water mark does not.
    var usage = rusage()
    while watchingMemory, unsafe wait4(child, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, highWaterMark(of: child))
      usleep(1000)
    }
    if !watchingMemory {
      while unsafe wait4(child, &status, 0, &usage) == -1, errno == EINTR {}
    }
    let signal = status & 0x7F
    return ChildProcess(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, seconds: now() - start,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakKilobytes: peak)
  }

  /// `VmHWM` of a running process in KiB, or 0 when it cannot be read.
  private static func highWaterMark(of child: pid_t) -> Int {
    guard let text = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8) else { return 0 }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
  }

  /// A program that could not be started.
  struct Failure: Error, CustomStringConvertible {
    var executable: String
    var code: Int32

    var description: String { "cannot run \(executable): \(unsafe String(cString: strerror(code)))" }
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The environment of this process with some variables set otherwise.
  private static func merged(_ changes: [String: String]) -> [String] {
    var lines: [String] = []
    var place = unsafe environ
    while let line = unsafe place.pointee {
      let text = unsafe String(cString: line)
      if !changes.keys.contains(where: { text.hasPrefix($0 + "=") }) { lines.append(text) }
      unsafe place += 1
    }
    return lines + changes.map { "\($0.key)=\($0.value)" }
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { for place in strings.indices { unsafe free(pointers[place]) } }
  return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress!) }
}
