package hospital.wardbell.store;

/// One change under way, on the writer thread. It is also an [Sql], so what reads can read in it.
public interface Tx extends Sql {
  /// Runs a statement that changes rows; returns how many it changed.
  ///
  /// @param arguments one for each `?`; see [Sql]
  int update(String sql, Object... arguments);

  /// Runs `action` after the commit, in order, on the writer thread; it must not block, nor call
  /// the store.
  void afterCommit(Runnable action);

  /// Runs `action` if the change is undone, newest first.
  void onRollback(Runnable action);
}
