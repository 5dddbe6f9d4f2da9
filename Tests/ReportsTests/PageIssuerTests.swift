import Testing

@testable import Reports

@Suite("Issuer and level")
struct PageIssuerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var title: String
    var opening = "2024年，我们深入推进法治政府建设。现将有关情况报告如下。"
    var signature = ""
    var name: String?
    var source: Issuer.Source?
    var isOrgan = true
    var level: Level?
    var testDescription: String { title + " / " + opening.prefix(20) + " / " + signature }
  }

  @Test(
    "are told by title, signature, opening and metadata, in that order",
    arguments: [
      Case(
        title: "云溪县人民政府关于2024年法治政府建设情况的报告", signature: "云溪县司法局\n2025年2月8日", name: "云溪县人民政府",
        source: .title, level: .county),
      Case(
        title: "中共云溪县委　云溪县人民政府\n关于2024年法治政府建设情况的报告", name: "中共云溪县委 云溪县人民政府", source: .title,
        level: .county),
      Case(
        title: "临江市云溪区2024年法治政府建设情况报告", signature: "临江市云溪区人民政府\n2025年2月8日", name: "临江市云溪区人民政府",
        source: .signature, level: .county),
      Case(
        title: "临江市云溪区2024年法治政府建设情况报告", signature: "云溪区人民政府\n2025年2月8日", name: "云溪区人民政府",
        source: .signature, level: .county),
      Case(
        title: "临江市云溪区2024年法治政府建设情况报告", opening: "2024年，云溪区人民政府坚持依法行政。", name: "云溪区人民政府",
        source: .lead, level: .county),
      Case(
        title: "云溪县2024年法治政府建设情况报告", signature: "云溪县司法局\n2025年2月8日", name: "云溪县", source: .title,
        isOrgan: false, level: .county),
      Case(
        title: "云溪县2024年法治政府建设情况报告", opening: "2024年，在县委、县政府的坚强领导下，各项工作取得成效。", name: "云溪县",
        source: .title, isOrgan: false, level: .county),
      Case(
        title: "关于2024年法治政府建设情况的报告", signature: "青禾镇人民政府\n2025年2月8日", name: "青禾镇人民政府",
        source: .signature, level: .township),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，云溪县司法局深入推进依法行政。", name: "云溪县司法局", source: .lead,
        level: .department),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，云溪县司法局在县人民政府领导下深入推进依法行政。", name: "云溪县司法局",
        source: .lead, level: .department),
      Case(
        title: "2024年法治政府建设情况报告", opening: "现将云溪县人民政府办公室有关情况报告如下。", name: "云溪县人民政府办公室",
        source: .lead, level: .county),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年以来，云溪县坚持依法行政。", name: "云溪县", source: .lead,
        isOrgan: false, level: .county),
      Case(
        title: "2024年法治政府建设情况报告\n发布机构：云溪县人民政府办公室 发布日期：2025-02-08", name: "云溪县人民政府办公室",
        source: .metadata, level: .county),
      Case(
        title: "2024年法治政府建设情况报告\n来源：云溪县司法局 发布日期：2025-02-08", name: nil, source: nil, level: nil),
      Case(title: "东江省人民政府关于2024年法治政府建设情况的报告", name: "东江省人民政府", source: .title, level: .province),
      Case(title: "临江市人民政府关于2024年法治政府建设情况的报告", name: "临江市人民政府", source: .title, level: .city),
      Case(title: "北山自治州人民政府2024年法治政府建设情况报告", name: "北山自治州人民政府", source: .title, level: .city),
      Case(title: "临江市云州市2024年法治政府建设情况报告", name: "临江市云州市", source: .title, isOrgan: false, level: .county),
      Case(title: "重庆市云溪区人民政府2024年法治政府建设情况报告", name: "重庆市云溪区人民政府", source: .title, level: .county),
      Case(title: "重庆市2024年法治政府建设情况报告", name: "重庆市", source: .title, isOrgan: false, level: .province),
      Case(title: "青禾镇人民政府2024年法治政府建设情况报告", name: "青禾镇人民政府", source: .title, level: .township),
      Case(title: "临江市东湖街道办事处2024年法治政府建设情况报告", name: "临江市东湖街道办事处", source: .title, level: .subdistrict),
      Case(title: "东湖街道2024年法治政府建设情况报告", name: "东湖街道", source: .title, isOrgan: false, level: .subdistrict),
      Case(title: "云溪县卫生健康委员会2024年法治政府建设情况报告", name: "云溪县卫生健康委员会", source: .title, level: .department),
      Case(title: "中共云溪县委宣传部2024年法治政府建设情况报告", name: "中共云溪县委宣传部", source: .title, level: .department),
      Case(title: "临江经济技术开发区管理委员会2024年法治政府建设情况报告", name: "临江经济技术开发区管理委员会", source: .title, level: .county),
      Case(title: "应急管理部2024年法治政府建设年度报告", name: "应急管理部", source: .title, level: .ministry),
      Case(title: "东江省司法厅2024年法治政府建设年度报告", name: "东江省司法厅", source: .title, level: .department),
      Case(title: "云溪县人民政府办公室2024年法治政府建设情况报告", name: "云溪县人民政府办公室", source: .title, level: .department),
      Case(title: "县政府办2024年度法治政府建设工作报告", name: "县政府办", source: .title, level: .department),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，东湖街道在区委、区政府的坚强领导下，扎实推进依法行政。", name: "东湖街道",
        source: .lead, isOrgan: false, level: .subdistrict),
      Case(
        title: "2024年法治政府建设情况报告", opening: "一年来，青禾乡法治政府建设工作在县委、县政府的正确领导下取得成效。", name: "青禾乡",
        source: .lead, isOrgan: false, level: .township),
      Case(
        title: "2024年法治政府建设情况报告", opening: "现将县人民政府2024年法治政府建设工作情况报告如下。", name: "县人民政府", source: .lead,
        level: .county),
      Case(
        title: "2024年法治政府建设情况报告", opening: "根据上级关于法治建设工作的部署，2024年，东湖街道以依法行政为重点，取得成效。", name: "东湖街道",
        source: .lead, isOrgan: false, level: .subdistrict),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，北山州党委、政府坚持依法行政。", name: "北山州", source: .lead,
        isOrgan: false, level: .city),
      Case(
        title: "中共临江市委　临江市人民政府\n关于2024年法治政府建设情况的报告", name: "中共临江市委 临江市人民政府", source: .title,
        level: .city),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，市城市管理局在市委、市政府的领导下，推进依法行政。", name: "市城市管理局",
        source: .lead, level: .department),
      Case(
        title: "2024年法治政府建设情况报告", opening: "2024年，林草资源部坚持依法行政，取得积极成效。", name: "林草资源部", source: .lead,
        level: .ministry),
    ])
  func issuer(of sample: Case) {
    let page = PageSample(
      "\(sample.title)\n\(sample.opening)\n\(body.split(separator: "\n").dropFirst().joined(separator: "\n"))\n\(sample.signature)"
    )
    #expect(page.reading.issuer?.name == sample.name)
    #expect(page.reading.issuer?.source == sample.source)
    #expect(page.reading.level == sample.level)
    if sample.name != nil { #expect(page.reading.issuer?.isOrgan == sample.isOrgan) }
  }

  @Test("give way to a level that was given")
  func given() {
    var given = GivenFacts()
    given.level = .city
    #expect(PageSample("云溪县2024年法治政府建设情况报告\n\(body)", given: given).reading.level == .city)
  }
}
