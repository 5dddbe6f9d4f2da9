package import SourceText

/// The files of a rule pack as bytes, so that loading needs no file system.
package struct RuleFiles: Sendable {
  /// Path as shown in problems, relative path from the pack's folder, and contents.
  package var files: [(path: String, name: String, bytes: [UInt8])]

  package init(files: [(path: String, name: String, bytes: [UInt8])]) {
    self.files = files
  }
}

/// A pack that loaded, or every mistake that kept it from loading.
package enum LoadedPack: Sendable {
  case pack(RulePack, warnings: [Problem])
  case problems([Problem])
}

/// Reads a pack from its files: `pack.yaml` and what it includes.
package func loadPack(_ files: RuleFiles) -> LoadedPack {
  fatalError("lead")
}
