package hospital.wardbell.backup;

/// Who watches a backup or a restore go on. Called on the thread that does the work.
public interface Progress {
  void reached(Step step);

  /// @param octets so far, of the database's files
  /// @param of all of them
  default void moved(long octets, long of) {}

  /// Nobody watches.
  static Progress none() {
    return _ -> {};
  }
}
