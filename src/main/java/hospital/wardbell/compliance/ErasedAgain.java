package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Erases again what had been erased and is back: in a database that was restored from an older
/// backup, or put into its place by other means. That is what the list outside the database names,
/// and what was kept for a period that has ended.
///
/// @param vault by which its cells are sealed
record ErasedAgain(Vault vault, Erasing conversations, Keeping patients) {
  /// How many keys were back, of those that were destroyed at any time.
  ///
  /// @param keys the lines of them
  int apply(Tx tx, Audit audit, List<Id> keys, Actor by, Instant now) {
    Set<Id> back = new LinkedHashSet<>(left(tx, keys));
    if (back.isEmpty()) {
      return 0;
    }
    for (Erasing.Subject subject : conversations.keptUnder(tx, back)) {
      int _ = conversations.erase(tx, subject, now);
    }
    for (Keeping.Subject subject : patients.keptUnder(tx, back)) {
      int _ = patients.erase(tx, subject, now);
    }
    back.forEach(key -> vault.shred(tx, key)); // days, and whatever else has none of these rows
    audit.record(tx, Entry.of(by, "retention.erased-again").because(back.size() + " keys"));
    return back.size();
  }

  /// Those that are there again, of these and of periods that have ended.
  List<Id> back(Sql sql, List<Id> keys) {
    return Stream.concat(left(sql, keys).stream(), vault.ended(sql).stream()).distinct().toList();
  }

  private List<Id> left(Sql sql, List<Id> keys) {
    return keys.stream().filter(key -> !vault.isShredded(sql, key)).toList();
  }
}
