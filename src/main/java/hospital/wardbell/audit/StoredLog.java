package hospital.wardbell.audit;

import hospital.wardbell.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The log of a running home, as it was when this was made: newest checkpoint and right edge of the
/// tree belong together. What is older never changes.
final class StoredLog implements LogSource {
  private static final int PAGE = 2_000;

  private record Moment(Optional<Signed> newest, List<Tile> edge, long tiles) {}

  private final Store store;
  private final Runnable between;
  private final Moment moment;

  /// @param between run between two pages of entries
  StoredLog(Store store, Runnable between) {
    this.store = store;
    this.between = between;
    // On the writer's thread, since a checkpoint must not come between the questions.
    this.moment =
        store.write(tx -> {
          Optional<Signed> newest = TreeTable.newest(tx);
          List<Tile> edge =
              newest.map(signed -> TreeTable.edge(tx, signed.entries())).orElse(List.of());
          return new Moment(newest, edge, TreeTable.tiles(tx));
        });
  }

  @Override
  public Optional<Signed> newest() {
    return moment.newest();
  }

  @Override
  public List<Signed> older() {
    long entries = moment.newest().map(Signed::entries).orElse(0L);
    return store.read(sql -> TreeTable.before(sql, entries));
  }

  @Override
  public long tiles() {
    return moment.tiles();
  }

  @Override
  public Optional<Tile> tile(int height, long place) {
    return moment.edge().stream()
        .filter(tile -> tile.height() == height && tile.place() == place)
        .findFirst()
        .or(() -> store.read(sql -> TreeTable.tile(sql, height, place)));
  }

  @Override
  public void entries(Consumer<Line> reader) {
    long next = Long.MIN_VALUE;
    while (true) {
      long from = next;
      List<Line> page = store.read(sql -> EntryTable.from(sql, from, PAGE));
      page.forEach(reader);
      if (page.size() < PAGE) {
        return;
      }
      next = page.getLast().leaf() + 1;
      between.run();
    }
  }
}
