package hospital.wardbell.vault;

/// Who is told each step of an act that must survive a power cut after any of them.
///
/// The service listens to none; a test ends its process at one.
@FunctionalInterface
public interface Steps {
  void reached(String step);

  /// Nobody listens.
  static Steps unheard() {
    return _ -> {};
  }
}
