import Documents
import SourceText

/// Notes of documents in words.
enum NoteWords {
  /// What kind of note it is.
  static func name(_ kind: DocumentNote.Kind) -> Wording {
    switch kind {
    case .comment: Wording(zh: "批注", en: "comment")
    case .insertion: Wording(zh: "修订：插入", en: "inserted")
    case .deletion: Wording(zh: "修订：删除", en: "deleted")
    case .move: Wording(zh: "修订：移动", en: "moved")
    case .header: Wording(zh: "页眉", en: "header")
    case .footer: Wording(zh: "页脚", en: "footer")
    case .wrongExtension: Wording(zh: "扩展名不符", en: "wrong extension")
    case .omission: Wording(zh: "未读部分", en: "left out")
    }
  }

  /// What a reader of the audit should know, each in a sentence: comments and changes are only counted.
  static func digest(of notes: [DocumentNote]) -> [Wording] {
    var sentences: [Wording] = []
    var (comments, changes) = (0, 0)
    for note in notes {
      switch note.kind {
      case .comment: comments += 1
      case .insertion, .deletion, .move: changes += 1
      case .wrongExtension, .omission: sentences.append(note.text)
      case .header, .footer: break
      }
    }
    if comments + changes > 0 {
      let zh = [comments > 0 ? "批注 \(comments) 条" : nil, changes > 0 ? "修订 \(changes) 处" : nil].compactMap { $0 }
      let en = [
        comments > 0 ? "\(comments) comments" : nil, changes > 0 ? "\(changes) tracked changes" : nil,
      ].compactMap { $0 }
      sentences.append(
        Wording(
          zh: "文件中还有未处理的" + zh.joined(separator: "、") + "（用 extract 查看）。",
          en: "The file still has unresolved " + en.joined(separator: " and ") + " (extract shows them)."))
    }
    return sentences
  }
}
