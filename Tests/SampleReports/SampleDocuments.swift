/// All samples: every document is named, made by one change to a faultless report, and carries its verdicts.
package enum SampleDocuments {
  /// The samples in a fixed order.
  package static let all: [SampleDocument] = {
    let bases = SampleBases()
    return BodySamples.documents(bases) + HeadingSamples.documents(bases) + ContentSamples.documents(bases)
      + LayoutSamples.documents(bases) + YearSamples.documents(bases) + MetadataSamples.documents(bases)
      + DateSamples.documents(bases) + KindSamples.documents(bases) + OutlineSamples.documents(bases)
      + FigureSamples.documents(bases) + PublishedSamples.all
  }()
}
