import SourceText

/// Reads a document of Word 97 to 2003 or of WPS by having LibreOffice, where it is installed, turn it into a .docx.
///
/// It runs without windows, with a profile and a folder of its own that are removed afterwards, and is ended past its time.
///
/// - Throws: `.noConverterOfWord` where LibreOffice is not installed, `.notConverted` when it makes nothing of the file, and
///   whatever reading the .docx throws.
func decodeOldWord(
  _ bytes: [UInt8], view: RevisionView, limits: DocumentLimits
) throws(DocumentError) -> DecodedDocument {
  var limits = limits
  limits.fileSize = max(limits.fileSize, limits.inflatedSize)
  let converted = try convertedByLibreOffice(bytes, to: "docx", limits: limits)
  return try decodeDocument(converted, name: "converted.docx", limits: limits, revisions: view)
}

private func convertedByLibreOffice(
  _ bytes: [UInt8], to format: String, limits: DocumentLimits
) throws(DocumentError) -> [UInt8] {
  let allowance = ChildProcess.Allowance(
    processorTime: limits.conversionSeconds, time: limits.conversionSeconds, memory: 2 * 1024 * 1024 * 1024,
    output: 1024 * 1024)
  var isOutOfTime = false
  do throws(ChildProcess.Failure) {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "report.doc")
    let arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
      "--convert-to",
      format, "--outdir", folder.path, "\(folder.path)/report.doc",
    ]
    let process: ChildProcess
    do throws(ChildProcess.Failure) {
      process = try ChildProcess("soffice", arguments, input: [], allowance: allowance)
    } catch {
      guard case .notInstalled = error else { throw error }
      process = try ChildProcess("libreoffice", arguments, input: [], allowance: allowance)
    }
    if case .outOfTime = process.end() { isOutOfTime = true }
    if !isOutOfTime, let converted = folder.read("report.\(format)", limit: limits.fileSize) { return converted }
  } catch {
    switch error {
    case .notInstalled: throw DocumentError(.noConverterOfWord)
    case .system(let code): throw DocumentError(.programFailed("soffice", code: Int(code)))
    }
  }
  throw DocumentError(isOutOfTime ? .conversionTooSlow(seconds: limits.conversionSeconds) : .notConverted)
}
