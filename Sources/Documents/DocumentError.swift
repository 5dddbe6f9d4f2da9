public import SourceText

/// Why a document could not be audited.
///
/// It is a result of its own in every rendering, never an empty report; the run goes on with the next document.
public struct DocumentError: Error, Hashable, Sendable {
  /// What is the matter and what to do about it.
  public var message: Wording

  public init(_ message: Wording) {
    self.message = message
  }

  init(_ reason: RefusalReason) {
    var message = reason.wording
    if let hint = reason.limit?.hint {
      message.zh += hint.zh
      message.en += " " + hint.en
    }
    self.init(message)
  }
}
