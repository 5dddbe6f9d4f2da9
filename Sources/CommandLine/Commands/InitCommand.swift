import ArgumentParser
import SourceText

/// `init`: writes a commented configuration and an example for CI into the current folder.
struct InitCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: say(
      "在当前文件夹写一份带注释的 .fazhi-audit.yaml 和 CI 示例", "Writes a commented .fazhi-audit.yaml and an example for CI here"))

  @Option(help: help("界面语言：zh 或 en", "The language: zh or en."))
  var lang: String?

  func perform() throws(CommandFailure) -> ExitStatus {
    if let lang { _ = try OptionValue.choice(lang, of: "--lang", as: Language.self) }
    let files = [
      (path: FilePath(Configuration.fileName), text: StarterFiles.configuration),
      (path: FilePath(StarterFiles.pipelineName), text: StarterFiles.pipeline),
    ]
    // All or nothing: what is there belongs to somebody.
    let present = files.filter { FileFacts($0.path) != nil }
    if !present.isEmpty {
      let names = present.map(\.path.shown).joined(separator: say("、", ", "))
      throw CommandFailure(
        Wording(
          zh: "\(names) 已经存在，没有写入任何文件。要重新生成，请先移走它。",
          en: "\(names) is there already, so nothing was written; move it away to make a new one."))
    }
    var said = ""
    for file in files {
      let output = try Output(file: file.path)
      try output.write(Array(file.text.text(in: ChosenLanguage.current).utf8))
      try output.finish()
      said += say("已写入 \(file.path.shown)\n", "wrote \(file.path.shown)\n")
    }
    said += say(
      "接下来：按需修改 .fazhi-audit.yaml，用 fazhi-audit check --print-config 查看生效的配置。\n",
      "Next: change .fazhi-audit.yaml as you need, and see what is in force with fazhi-audit check --print-config.\n")
    try Output.standard().write(Array(said.utf8))
    return .passed
  }
}
