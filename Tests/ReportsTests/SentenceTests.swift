import Reports
import SourceText
import Testing

@Test(
  "splits at 。！？； and at the ends of blocks",
  arguments: [
    ("第一句。第二句！第三句？第四句；第五句", ["第一句。", "第二句!", "第三句?", "第四句;", "第五句"]),
    ("标题\n正文。续", ["标题", "正文。", "续"]),
    ("他说：“办好了。”大家满意。", ["他说:\"办好了。\"", "大家满意。"]),
    ("落实“谁执法谁普法；谁管理谁普法”责任制。下一句。", ["落实\"谁执法谁普法;谁管理谁普法\"责任制。", "下一句。"]),
    ("前一句。“三项制度”落实。", ["前一句。", "\"三项制度\"落实。"]),
    ("制定《办法。试行》一件。完", ["制定《办法。试行》一件。", "完"]),
    ("未闭合的《书名。仍要分句。", ["未闭合的《书名。", "仍要分句。"]),
    ("(完成。)下一句。。", ["(完成。)", "下一句。。"]),
    ("", []),
  ])
func split(text: String, expected: [String]) {
  let fixture = LineFixture(text)
  #expect(Sentences.split(fixture.text, in: fixture.whole).map(fixture.text.string) == expected)
}
