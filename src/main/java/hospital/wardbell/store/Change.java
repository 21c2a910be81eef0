package hospital.wardbell.store;

import hospital.wardbell.base.Incident;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The [Tx] that one work sees, with the actions it has left behind. Writer thread only.
final class Change implements Tx {
  private static final Logger LOG = System.getLogger(Change.class.getName());

  private final Session session;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<Runnable> onRollback = new ArrayList<>();
  private boolean ended;

  Change(Session session) {
    this.session = session;
  }

  @Override
  public <T> List<T> list(String sql, Function<Row, T> reader, Object... arguments) {
    return open().list(sql, reader, arguments);
  }

  @Override
  public <T> Optional<T> one(String sql, Function<Row, T> reader, Object... arguments) {
    return open().one(sql, reader, arguments);
  }

  @Override
  public long number(String sql, Object... arguments) {
    return open().number(sql, arguments);
  }

  @Override
  public int update(String sql, Object... arguments) {
    return open().update(sql, arguments);
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  @Override
  public void onRollback(Runnable action) {
    onRollback.add(action);
  }

  private Session open() {
    if (ended) {
      throw new IllegalStateException("the change has ended; a Tx must not be kept");
    }
    return session;
  }

  /// The work has returned or thrown: it may not touch the database any more.
  void end() {
    ended = true;
  }

  void committed() {
    afterCommit.forEach(Change::run);
  }

  void undone() {
    onRollback.reversed().forEach(Change::run);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, Incident.of(e).line("store-writer"));
    }
  }
}
