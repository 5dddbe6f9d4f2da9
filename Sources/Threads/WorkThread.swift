#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread of the system.
///
/// Not a task of Swift's concurrency, whose pool starts several threads even for a program that needs none: that takes milliseconds
/// at each start, and valgrind, which counts our instructions, cannot run it.
public struct WorkThread {
  private let thread: pthread_t

  /// The work, in an object that a C function can be handed.
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread, or gives nil when the system has none left.
  public init?(_ run: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(run))
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { pointer in
        if let pointer = unsafe pointer { unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    if status != 0 {
      unsafe work.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for the thread's end.
  public func join() {
    _ = pthread_join(thread, nil)
  }
}

/// A lock on which threads can wait for each other.
@safe public final class Monitor: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  /// A lock that is free.
  public init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs `body` while no other thread is inside.
  public func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Lets others in until one of them calls `wakeAll`; only from inside `locked`, in a loop that looks again.
  public func wait() {
    unsafe pthread_cond_wait(condition, mutex)
  }

  /// Wakes all who wait.
  public func wakeAll() {
    unsafe pthread_cond_broadcast(condition)
  }
}

/// How many processors the system has, at least one.
public var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
