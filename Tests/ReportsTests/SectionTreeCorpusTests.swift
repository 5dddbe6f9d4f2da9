import Glibc
import Reports
import SourceText
import Testing

@Test("tries out", arguments: ["lishan-2024", "jiyang-2024", "dazu-2022"])
func tryOut(name: String) throws {
  let path = "/work/shared/corpus/\(name).txt"
  let s = try #require(readAll(path))
  let f = LineFixture(s)
  let skip = name == "dazu-2022" ? 13 : 2
  let tree = f.tree(from: skip)
  print(LineFixture.outline(tree, f.text).joined(separator: "\n"))
  print(NumberingFault.faults(in: tree.sections, text: f.text), LevelSkip.skips(in: tree.sections))
  var v = Vocabulary()
  v.units = ["件", "件次", "人次", "次", "个", "项", "份", "条", "名", "人", "场", "场次", "余", "起", "期", "宗", "元", "张", "小时", "部", "台", "户", "户", "轮", "家"]
  v.approximations = ["余", "多", "约", "近", "以上", "超"]
  let figures = FigureReader(vocabulary: v).read(f.text, in: f.whole)
  for g in figures { print(f.text.string(g.subject), "|", f.text.string(g.range), "|", g.value, g.unit, g.isApproximate ? "~" : "", g.isRangeEnd ? "R" : "") }
  for x in Sentences.split(f.text, in: f.whole).prefix(400) where name == "jiyang-2024" { print("S", f.text.string(x)) }
}

func readAll(_ path: String) -> String? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  while true { let c = unsafe fgetc(file); if c < 0 { break }; bytes.append(UInt8(c)) }
  return String(decoding: bytes, as: UTF8.self)
}
