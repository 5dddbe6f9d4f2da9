public import Matching
public import Reports
import SourceText
public import YAMLReading

/// How a rule is broken on a sample that meets it: the rule's verdict must get worse, and no other may change but those that are named.
///
///     mutations:
///       - delete: {part: 第一责任人}
///         dependants: [leader-duty.*]
///       - replace: {words: 2025年3月3日, with: 2025年4月3日, in: metadata}
///         becomes: violated
///
/// Run by `rules test`; audits never look at it.
public struct Mutation: Sendable {
  /// The sample that is changed; nil for the first that meets the rule.
  public var sample: Placed<String>?
  /// What is changed, every place looked up in the sample as it is.
  public var edits: [Edit]
  /// What is said of the changed document beside its text.
  public var given: GivenFacts
  /// The verdicts of which one must come out; empty for any that is worse.
  public var becomes: [Status]
  /// The other rules whose verdict changes too: ids, or groups such as `outline.*`.
  public var dependants: [Placed<String>]
  /// The mutation in its rule file.
  public var place: Placed<Void>

  /// One change of a text.
  public struct Edit: Sendable {
    /// What is done.
    public var change: Change
    /// The edit in its rule file.
    public var place: Placed<Void>
  }

  /// What is done to a text.
  public enum Change: Sendable {
    case delete(Selection)
    case replace(Selection, with: String)
    case insert(String, Anchor)
    case move(Selection, Anchor)
  }

  /// What of a text is meant.
  public struct Selection: Sendable {
    /// What is looked for.
    public var target: Target
    /// Where; empty for everywhere.
    public var places: [Place]

    /// What is looked for, by words or by what it is.
    public enum Target: Sendable {
      /// All of some places: the title, the part on shortcomings.
      case places([Place])
      /// Parts, with the parts below them, by words of their headings.
      case parts([Placed<String>])
      /// Headings with these words, without the text below them.
      case headings([Placed<String>])
      /// The numbers of the headings with these words.
      case numbers([Placed<String>])
      /// Sentences with any of the words.
      case sentences([Placed<String>])
      /// Paragraphs, or lines of a page, with any of the words.
      case paragraphs([Placed<String>])
      /// The words themselves.
      case words([Placed<String>])
      /// What a regular expression finds.
      case pattern(Placed<Pattern>)
    }
  }

  /// Where something is put.
  public struct Anchor: Sendable {
    /// The place.
    public var spot: Spot
    /// Where its words are looked for; empty for everywhere.
    public var places: [Place]
    /// Whether what is put there gets lines of its own.
    public var isParagraph: Bool

    /// A place between two characters.
    public enum Spot: Sendable {
      case before(Placed<String>)
      case after(Placed<String>)
      case start(Place)
      case end(Place)
    }
  }
}

/// A good report, named in `pack.yaml`, with which no rule finds fault; mutations break the rules on it.
public struct Sample: Sendable {
  /// The name by which mutations refer to it.
  public var name: Placed<String>
  /// The file, from the folder of the rule file that names it.
  public var file: Placed<String>
  /// What is said of it beside its text.
  public var given: GivenFacts
  /// The rules that need not be met on it.
  public var exceptions: [Placed<String>]
}
