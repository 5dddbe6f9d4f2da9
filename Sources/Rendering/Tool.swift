/// The program as it names itself.
public enum Tool {
  /// The command's name, by which outputs name the tool as well.
  public static let name = "fazhi-audit"
  /// What outputs and `--version` tell; results in the cache hold for this version alone.
  public static let version = "0.1.0"
}
