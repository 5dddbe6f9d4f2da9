import Documents
import Rules
import SourceText
import YAMLReading

/// The files of a pack's samples.
enum SampleFiles {
  /// Reads them, each from the folder of the rule file that names it.
  static func read(_ samples: [Sample]) throws(CommandFailure) -> [[UInt8]] {
    var files: [[UInt8]] = []
    for sample in samples { files.append(try read(sample)) }
    return files
  }

  private static func read(_ sample: Sample) throws(CommandFailure) -> [UInt8] {
    let path = FilePath(sample.file.source.path).folder.appending(sample.file.value)
    do throws(DocumentError) {
      return try readDocument(.file(path), limits: DocumentLimits())
    } catch {
      let message = error.message
      throw CommandFailure(
        [
          sample.file.problem(
            Wording(
              zh: "样本 \(path.shown) 无法读取：\(message.zh)", en: "the sample \(path.shown) can't be read: \(message.en)"))
        ], Wording(zh: "样本无法读取，规则没有测试。", en: "a sample can't be read, so no rule was tested."))
    }
  }
}
