/// The files of `reports/annual`, written by `workbench samples`.
package enum PublishedSamples {
  /// The files in order of their names as `reports/README.md` lists them.
  package static let all: [SampleDocument] = {
    let bases = SampleBases()
    let softened = SampleVerdicts.allMet.withOutlineSoftened()
    return [
      file("云溪县-2024", bases.county), file("望澜区-2024", bases.district),
      file("澜川市-2024", bases.city.withFlatChapters()),
      file("澜川市-2024-送审稿", draft(bases.city), verdicts: SampleVerdicts.allMet.undated()),
      file("岚谷县-2024", SampleFixture.report("langu"), verdicts: weak),
      file(
        "渔浦县-2024", SampleFixture.report("yupu").replacing("优秀率为25%", with: "优秀率为52%"),
        verdicts: .allMet.with(.dateDeadline, .violated).with(.figuresRate, .violated)),
      file("石渡县-2022", SampleFixture.report("shidu"), encoding: .gb18030),
      file(
        "云溪县司法局-2024", SampleFixture.report("sifaju"),
        verdicts: softened.without(.outlineFunctions, .outlineEmergencies)),
      file("青禾镇-2024", SampleFixture.report("qinghe"), verdicts: softened.without(.outlineInstitutions)),
      file(
        "栖云街道-2024", SampleFixture.report("qiyun"), layout: SampleLayout(numbering: .markdown, indent: ""),
        verdicts: softened.without(.outlineInstitutions, .outlineFunctions)
          .with(.dateDeadline, .met, .notApplicable).with(.figuresRate, .met, .notApplicable)),
    ]
  }()

  /// What `langu.txt` settles: slogans, no leader part, no causes, no signature, a plan without a year.
  package static let weak =
    SampleVerdicts
    .met(
      .titlePresent, .sectionMeasures, .sectionNextYearPlan, .datePublished, .dateDeadline, .numberingSequence
    )
    .with(.sectionShortcomings, .met, .partial).with(.sectionCauses, .missing).with(.sectionLeaderDuty, .missing)
    .with(.signatureIssuer, .missing).with(.signatureDate, .missing).with(.dateOrder, .notApplicable)
    .with(.yearConsistent, .partial).with(.outlineInstitutions, .missing).with(.outlineDecisions, .missing)
    .with(.outlineEmergencies, .missing).with(.outlineDigital, .missing)
    .with(.figuresRate, .met, .notApplicable).with(.figuresSum, .met, .notApplicable)

  private static func file(
    _ name: String, _ report: SampleReport, layout: SampleLayout = .standard, encoding: SampleEncoding = .utf8,
    verdicts: SampleVerdicts = .allMet
  ) -> SampleDocument {
    var document = SampleDocument(
      "reports/annual/\(name)", report, layout: layout, encoding: encoding, verdicts: verdicts)
    document.fileName = "\(name).\(layout.fileEnding)"
    return document
  }

  private static func draft(_ report: SampleReport) -> SampleReport {
    report.draft().changed { $0.addressee = "省委、省政府，市委、市人大常委会：" }
  }
}
