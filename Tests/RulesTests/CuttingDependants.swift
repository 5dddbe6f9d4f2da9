import Rules

extension CuttingTests {
  /// What the rules on substance say when an element is cut out on which they rest, beside what each cut names itself.
  static let dependants: [String: [String: Status]] = [
    "the part on shortcomings of lishan-2024": [
      "balance.parts": .partial,
      "plan.answers-shortcomings": .notApplicable,
      "shortcomings.concrete": .notApplicable,
    ],
    "the part on leaders of lishan-2024": [
      "leader-duty.deliberation": .missing,
      "leader-duty.drives-subordinates": .missing,
      "leader-duty.four-personally": .missing,
      "leader-duty.party-head": .missing,
      "leader-duty.self-report": .missing,
    ],
    "the plan of lishan-2024": [
      "balance.parts": .missing,
      "plan.answers-shortcomings": .notApplicable,
      "plan.concrete": .notApplicable,
    ],
    "the measures of lishan-2024": [
      "balance.parts": .partial,
      "measures.evidence": .missing,
    ],
    "the title of lishan-2024": [
      "title.report-noun": .missing,
      "title.year": .partial,
    ],
    "the year in the title of lishan-2024": [
      "title.year": .partial
    ],
    "the part on shortcomings of jiyang-2024": [
      "balance.parts": .partial,
      "plan.answers-shortcomings": .notApplicable,
      "shortcomings.concrete": .notApplicable,
    ],
    "the plan of jiyang-2024": [
      "balance.parts": .partial,
      "plan.answers-shortcomings": .notApplicable,
      "plan.concrete": .notApplicable,
    ],
    "the part on leaders of jiyang-2024": [
      "leader-duty.deliberation": .missing,
      "leader-duty.drives-subordinates": .missing,
      "leader-duty.government-head": .missing,
      "leader-duty.party-head": .missing,
      "leader-duty.self-report": .missing,
      "leader-duty.study": .missing,
    ],
    "the measures of jiyang-2024": [
      "balance.parts": .partial,
      "measures.evidence": .missing,
    ],
    "the title of jiyang-2024": [
      "title.report-noun": .missing,
      "title.year": .partial,
    ],
    "the shortcomings of a joint part of dazu-2022": [
      "balance.parts": .partial,
      "plan.answers-shortcomings": .notApplicable,
      "shortcomings.concrete": .notApplicable,
    ],
    "the plan of a joint part of dazu-2022": [
      "balance.parts": .missing,
      "plan.answers-shortcomings": .notApplicable,
      "plan.concrete": .notApplicable,
    ],
    "the measures of dazu-2022": [
      "balance.parts": .partial,
      "follow-up.last-year": .missing,
      "leader-duty.self-report": .missing,
      "measures.evidence": .missing,
    ],
    "the part on leaders of dazu-2022": [
      "leader-duty.deliberation": .missing,
      "leader-duty.drives-subordinates": .partial,
      "leader-duty.government-head": .missing,
    ],
    "the title of dazu-2022": [
      "title.report-noun": .missing,
      "title.year": .partial,
    ],
  ]
}
