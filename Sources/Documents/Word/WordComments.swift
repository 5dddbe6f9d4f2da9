/// The comments of a Word file, without those that are marked as done.
struct WordComments {
  struct Comment {
    var id: String
    var author: String?
    var text: String
    /// The name of its last paragraph, by which the list of threads knows it.
    fileprivate var paragraph: String?
  }

  private(set) var open: [Comment] = []

  init(_ path: String?, threads: String?, in archive: ZipArchive, limits: DocumentLimits) throws(DocumentError) {
    guard let entry = path.flatMap(archive.entry(named:)) else { return }
    let reader = Reader()
    try parseXML(try archive.open(entry), vocabulary: WordElement.vocabulary, limits: limits, handler: reader)
    let thread = ThreadReader()
    if let entry = threads.flatMap(archive.entry(named:)) {
      try parseXML(try archive.open(entry), vocabulary: WordElement.vocabulary, limits: limits, handler: thread)
    }
    open = reader.comments.filter { comment in
      guard let paragraph = comment.paragraph else { return true }
      // An answer is done when what it answers is.
      return !thread.done.contains(paragraph) && !(thread.parents[paragraph].map(thread.done.contains) ?? false)
    }
  }

  private final class Reader: XMLHandler {
    private(set) var comments: [Comment] = []
    private var isInText = false

    func start(_ element: Int, _ attributes: XMLAttributes) {
      switch WordElement(rawValue: element) {
      case .comment: comments.append(Comment(id: attributes[.id] ?? "", author: attributes[.author], text: ""))
      case .p:
        guard let last = comments.indices.last else { return }
        comments[last].paragraph = attributes[.paraId] ?? comments[last].paragraph
        if !comments[last].text.isEmpty { comments[last].text += " " }
      case .t: isInText = true
      case _: break
      }
    }

    func end(_ element: Int) {
      if element == WordElement.t.rawValue { isInText = false }
    }

    func text(_ bytes: Span<UInt8>) {
      guard isInText, let last = comments.indices.last, comments[last].text.utf8.count < 2000 else { return }
      comments[last].text += String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }

  private final class ThreadReader: XMLHandler {
    private(set) var done: Set<String> = []
    private(set) var parents: [String: String] = [:]

    func start(_ element: Int, _ attributes: XMLAttributes) {
      guard element == WordElement.commentEx.rawValue, let paragraph = attributes[.paraId] else { return }
      if attributes.has(.done, "1") || attributes.has(.done, "true") { done.insert(paragraph) }
      parents[paragraph] = attributes[.paraIdParent]
    }

    func end(_ element: Int) {}
    func text(_ bytes: Span<UInt8>) {}
  }
}
