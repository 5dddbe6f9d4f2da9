import Glibc

/// A file of the shared corpus beside the package, or nil where there is none.
func corpusFile(_ name: String) -> [UInt8]? {
  let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  guard let file = unsafe fopen("/\(package)/../shared/corpus/\(name)", "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = unsafe fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
  return bytes
}
