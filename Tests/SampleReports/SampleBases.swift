/// The three full reports that samples are made from, each without a fault.
package struct SampleBases: Sendable {
  /// A county government's report with a source line: measures, leader part, shortcomings, plan.
  package var county = SampleFixture.report("yunxi")
  /// A district's joint report of Party committee and government with a catalogue table: the leader part first.
  package var district = SampleFixture.report("wanglan")
  /// A city government's report with the date in Chinese labels and flat paragraphs.
  package var city = SampleFixture.report("lanchuan")

  package init() {}

  /// All three with a short name for each.
  package var all: [(name: String, report: SampleReport)] {
    [("county", county), ("district", district), ("city", city)]
  }

  /// The three in turn, for samples of which it does not matter from which report they are made.
  package func taking(_ turn: Int) -> (name: String, report: SampleReport) { all[turn % 3] }
}
