import SourceText
import Testing

@testable import Reports

@Suite("A page of any kind")
struct PageRobustnessTests {
  /// A small generator with a fixed seed: the same odd pages on every run.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  @Test("made of scraps in any order is read without a crash, each range inside the text", arguments: 0..<40)
  func scraps(seed: Int) {
    let scraps = [
      "云溪县", "人民政府", "2024年", "二〇二四年", "法治政府建设", "情况", "报告", "关于", "《", "》", "【", "】", "[", "]", "(", ")", "|",
      ">", ":", "：", "。", "，", "、", "\n", "\n", "\n\n", "　", " ", "\t", "索引号", "发布日期", "来源", "2025-02-30",
      "2025-02-08 10:00",
      "2025年2月8日", "二月八日", "首页", "上一篇", "打印", "今天是", "星期三", "附件", "一、", "（一）", "1.", "现将", "报告如下", "-", "_", "—", "20",
      "2", "年", "月", "日", "至", "第", "页", "http://", "/t20250108_1.html", "é", "😀", "\u{200B}", "县", "局", "部", "委", "我",
    ]
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 3)
    for _ in 0..<60 {
      var page = ""
      for _ in 0..<(1 + dice.roll(80)) { page += scraps[dice.roll(scraps.count)] }
      let sample = PageSample(page)
      let reading = sample.reading
      #expect(reading.parts.count == sample.text.blocks.count, "\(page)")
      #expect(reading.bodyBlocks.upperBound <= sample.text.blocks.count)
      let ranges =
        [reading.title?.range, reading.title?.issuer, reading.issuer?.range, reading.signature?.range].compactMap { $0 }
        + reading.metadata.flatMap { [$0.label, $0.value] } + reading.dates.compactMap(\.range)
        + reading.years.map(\.range)
      for range in ranges {
        #expect(range.start >= 0 && range.start <= range.end && range.end <= sample.text.bytes.count, "\(page)")
        // A range that cut a character in two would show a replacement character.
        #expect(sample[range]?.contains("\u{FFFD}") == false, "\(page)")
      }
    }
  }

  @Test("that is empty is a draft of nothing")
  func empty() {
    let reading = PageSample("").reading
    #expect(reading.parts.isEmpty)
    #expect(reading.title == nil)
    #expect(reading.kind == .unknown)
    #expect(reading.stage == .draft)
  }

  @Test(
    "of very many lines takes no more than a moment",
    arguments: ["云溪县人民政府\n", "索引号\n", "首页 > 政务公开\n", "2025年2月8日\n", "附件\n", "一、云溪县\n", "《2024年\n"])
  func long(line: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let sample = PageSample(String(repeating: line, count: 50_000))
      #expect(sample.reading.parts.count == 50_000)
    }
    #expect(time < .seconds(120))
  }

  @Test("of one endless line takes no more than a moment")
  func wide() {
    let clock = ContinuousClock()
    let time = clock.measure {
      for piece in ["来源", "首页|", "云溪县人民政府", "2024年", "(", "[", "2025-02-08", "上一篇："] {
        _ = PageSample(String(repeating: piece, count: 60_000))
      }
    }
    #expect(time < .seconds(120))
  }
}
