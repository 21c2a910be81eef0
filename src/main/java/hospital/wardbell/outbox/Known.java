package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which line each conversation's remote knows, so that a patient keeps seeing one number. Any
/// thread.
///
/// Two texts to somebody new might go to two lines at once; so the line that has the first counts
/// as known while it is under way.
final class Known {
  private final LineTable table;
  private final ClaimTable claims;
  private final InstantSource clock;
  private final Map<Id, String> underWay = new ConcurrentHashMap<>(); // at most one for each line

  Known(LineTable table, ClaimTable claims, InstantSource clock) {
    this.table = table;
    this.claims = claims;
    this.clock = clock;
  }

  Optional<String> line(Sql sql, Id conversation) {
    return table.known(sql, conversation).or(() -> Optional.ofNullable(underWay.get(conversation)));
  }

  /// Where a part of this conversation belongs.
  Queue queue(Sql sql, Id conversation, String team) {
    return line(sql, conversation)
        .<Queue>map(Queue.Line::new)
        .orElseGet(() -> new Queue.Team(team));
  }

  /// A part is given to `line`.
  void begins(Tx tx, Id conversation, String line) {
    underWay.put(conversation, line);
    tx.onRollback(() -> underWay.remove(conversation));
  }

  /// What became of a part that had been given to a line. One whose outcome is not known may have
  /// been seen.
  void ends(Tx tx, Part part, PartState state) {
    claims
        .given(tx, part.id())
        .ifPresent(given -> {
          underWay.remove(given.conversation());
          switch (state.kind()) {
            case SUBMITTED, UNKNOWN -> met(tx, given.conversation(), given.modem());
            case QUEUED, HELD, SUBMITTING, DELIVERED, FAILED, EXPIRED, CANCELLED -> {
              // Nobody has seen anything of it.
            }
          }
        });
  }

  /// The remote has heard from the line, or texted it.
  void met(Tx tx, Id conversation, String line) {
    table.know(tx, conversation, line, clock.instant());
  }
}
