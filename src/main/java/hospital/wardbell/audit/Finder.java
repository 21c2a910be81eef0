package hospital.wardbell.audit;

import hospital.wardbell.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds entries by what they are about, who did it, and what was done, newest first. It looks at a
/// bounded number of them and says where it stopped. One use.
final class Finder {
  static final int PAGE = 50;
  // As many as can be gone through while somebody waits for a page.
  private static final int LOOKED_AT = 20_000;
  private static final int STEP = 2_000;

  private final Sql sql;
  private final Search search;
  private final List<Recorded> found = new ArrayList<>();

  Finder(Sql sql, Search search) {
    this.sql = sql;
    this.search = search;
  }

  Recorded.Page find() {
    long to = Math.min(search.to(), EntryTable.end(sql));
    long step = STEP;
    long looked = 0;
    while (to > search.from() && found.size() < PAGE && looked < LOOKED_AT) {
      // What is found by an index is found in a moment, however far one looks.
      long from = isIndexed() ? search.from() : Math.max(search.from(), to - step);
      List<Line> lines = EntryTable.before(sql, search, from, to, STEP);
      looked += isIndexed() ? lines.size() : to - from;
      for (Line line : lines) {
        if (found.size() < PAGE) {
          to = line.leaf();
          take(line);
        }
      }
      if (found.size() < PAGE && lines.size() < STEP) {
        to = from;
      }
      step *= 2;
    }
    return new Recorded.Page(found, to > search.from() ? Optional.of(to) : Optional.empty());
  }

  private boolean isIndexed() {
    return !search.about().isEmpty();
  }

  private void take(Line line) {
    Recorded entry = Recorded.of(line);
    boolean his = search.actor().isEmpty() || search.actor().get().equals(entry.actor());
    // One that was changed is told of on every page; there is nothing of it to show.
    if (his && entry.isReadable() && search.acts().include(entry.act())) {
      found.add(entry);
    }
  }
}
