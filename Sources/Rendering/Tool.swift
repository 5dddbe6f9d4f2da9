/// The program as it names itself.
public enum Tool {
  public static let name = "fazhi-audit"
  public static let version = "0.1.0"
}
