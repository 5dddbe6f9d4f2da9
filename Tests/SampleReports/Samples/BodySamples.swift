/// Reports of other bodies at every level, as they stand or with the county's text under another name.
enum BodySamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    let softened = SampleVerdicts.allMet.withOutlineSoftened()
    let department = softened.without(.outlineFunctions, .outlineEmergencies)
    let township = softened.without(.outlineInstitutions)
    let subdistrict = township.without(.outlineFunctions).with(.dateDeadline, .met, .notApplicable)
      .with(.figuresRate, .met, .notApplicable)
    return [
      SampleDocument("county as it stands", bases.county), SampleDocument("district as it stands", bases.district),
      SampleDocument("city as it stands", bases.city),
      SampleDocument("a department's report", SampleFixture.report("sifaju"), verdicts: department),
      SampleDocument("a township's report", SampleFixture.report("qinghe"), verdicts: township),
      SampleDocument("a subdistrict's report", SampleFixture.report("qiyun"), verdicts: subdistrict),
      SampleDocument("a weak report", SampleFixture.report("langu"), verdicts: PublishedSamples.weak),
      SampleDocument(
        "a late report", SampleFixture.report("yupu"), verdicts: .allMet.with(.dateDeadline, .violated)),
      SampleDocument("a report of 2022 with joint headings", SampleFixture.report("shidu")),
    ] + renamed(bases)
  }

  private static func renamed(_ bases: SampleBases) -> [SampleDocument] {
    let counties: [(String, String, String)] = [
      ("云溪自治县", "云溪自治县人民政府", "county"), ("望云市望江区", "望云市望江区人民政府", "county"),
      ("南屏省", "南屏省人民政府", "province"), ("云海自治州", "云海自治州人民政府", "city"),
    ]
    let governments = counties.map { region, issuer, level in
      let report = bases.county.mapText {
        $0.replacing("云溪县人民政府", with: issuer).replacing("云溪县", with: region)
      }
      .changed { $0.level = level }
      return SampleDocument("the report of \(issuer)", report)
    }
    let departments = ["澜川市公安局", "南屏省司法厅", "云溪县市场监督管理局", "云溪县卫生健康委员会", "望澜区城市管理局"].map { body in
      let report = SampleFixture.report("sifaju").mapText { $0.replacing("云溪县司法局", with: body) }
      return SampleDocument("the report of \(body)", report, verdicts: .allMet.withoutOutline())
    }
    let townships = [("云砚乡人民政府", "云砚乡", "township"), ("霁坪民族乡人民政府", "霁坪民族乡", "township")].map { issuer, region, level in
      let report = SampleFixture.report("qinghe").mapText {
        $0.replacing("青禾镇人民政府", with: issuer).replacing("青禾镇", with: region)
      }
      .changed {
        $0.level = level
        $0.after = ["来源：\(issuer) 时间：2025-01-17 15:42"]
      }
      return SampleDocument("the report of \(issuer)", report, verdicts: .allMet.withoutOutline())
    }
    return governments + departments + townships
  }
}
