/// A format in which the commands that show something, but audit nothing, write it.
public enum ListingFormat: String, CaseIterable, Sendable {
  case console
  case json
}
