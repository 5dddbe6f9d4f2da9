/// The words by which a document is read: labels of metadata, names of organs, page furniture, measure words.
///
/// It is data of the rule pack (`vocabulary.yaml`); the reader knows structure only.
public struct Vocabulary: Sendable {
  /// What the reports of this pack are about, any of: 法治政府建设.
  public var subject: [String] = []
  /// The word that ends a report's title: 报告.
  public var reportNouns: [String] = []
  /// Words in a title between the body and the matter: 关于.
  public var titleJoints: [String] = []
  /// In order; the first that fits a title decides the kind of document.
  public var kinds: [KindCue] = []
  public var fields: [FieldCue] = []
  /// Words that only a page's clock has: 农历, 今天是.
  public var clocks: [String] = []
  /// Words that mark a line of the page as navigation or button.
  public var furniture: [String] = []
  /// Words that open the lines after the report's end: 附件, 责任编辑.
  public var appendices: [String] = []
  /// How a site calls itself behind a page's title: 门户网站.
  public var siteNames: [String] = []
  /// The ends of a line that addresses readers who are no organs: 代表, 委员.
  public var audiences: [String] = []
  public var organs: [BodyCue] = []
  public var regions: [BodyCue] = []
  /// What a body calls itself instead of its name, before the ending: 我, 本, 全.
  public var selfReferences: [String] = []
  /// Words that end as bodies' names do and name none: 法治政府, 格局.
  public var lookalikes: [String] = []
  /// Spellings of one thing in the names of bodies: 管理委员会 and 管委会.
  public var shortForms: [ShortForm] = []
  /// Words that begin no body's name, though an organ's ending may follow: 在, 按照.
  public var notNames: [String] = []
  /// Words that stand in no body's name, so that a name in running text ends before them: 在, 坚持.
  public var nameEnds: [String] = []
  /// Words with which a report addresses its readers and opens its matter: 现将, 报告如下.
  public var leads: [String] = []
  /// Words that open an item of a list inside a paragraph: 一是, 首先.
  public var itemMarks: [String] = []
  /// Measure words and units.
  public var units: [String] = []
  /// Words before or after a number that make it approximate.
  public var approximations: [String] = []

  public init() {}

  /// How a kind of document is known by its title.
  public struct KindCue: Sendable {
    public var kind: DocumentKind
    /// All of these occur …
    public var all: [String]
    /// … and, when there are any, one of these …
    public var any: [String]
    /// … and, when there are any, the title ends in one of these (a bracketed remark after it left aside) …
    public var ending: [String]
    /// … and none of these occurs.
    public var none: [String]

    public init(kind: DocumentKind, all: [String], any: [String], ending: [String], none: [String]) {
      self.kind = kind
      self.all = all
      self.any = any
      self.ending = ending
      self.none = none
    }
  }

  /// A field of page metadata and the labels under which it is met.
  public struct FieldCue: Sendable {
    public var field: String
    public var labels: [String]
    /// The kind of date that its value is, or nil when it is no date.
    public var date: DateFact.Kind?

    public init(field: String, labels: [String], date: DateFact.Kind?) {
      self.field = field
      self.labels = labels
      self.date = date
    }
  }

  /// A spelling in the names of bodies, and the longer ones that mean the same.
  public struct ShortForm: Sendable {
    /// Empty where the long ones say no more than the rest of the name.
    public var short: String
    public var long: [String]

    public init(short: String, long: [String]) {
      self.short = short
      self.long = long
    }
  }

  /// How the name of an organ or a region ends, and the level that this tells.
  public struct BodyCue: Sendable {
    public var endings: [String]
    /// Nil for an organ that stands at the level of its region: 人民政府.
    public var level: Level?
    /// Its level where the report is its own, as the title says: a government's office publishes for the government, and
    /// reports as a department.
    public var levelInTitle: Level?

    public init(endings: [String], level: Level?, levelInTitle: Level? = nil) {
      self.endings = endings
      self.level = level
      self.levelInTitle = levelInTitle
    }
  }
}
