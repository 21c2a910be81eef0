package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Those who have shown the code of a link and now choose a password: in memory, for half an hour,
/// at most [#MOST], the oldest dropped first. Any thread.
///
/// Whoever opens an invitation is shown a secret for one-time codes of its own, so that nobody who
/// has opened the link before knows the one that counts.
final class PendingAdmissions {
  /// @param totp for an invitation; of no meaning for a reset
  record Held(LinkTable.Kept link, Staff staff, Secret totp, Instant until) {
    boolean isInvitation() {
      return link.kind() == LinkTable.Kind.INVITATION;
    }
  }

  static final Duration PATIENCE = Duration.ofMinutes(30);
  static final int MOST = 1_000;

  private final SequencedMap<Id, Held> held = new LinkedHashMap<>(); // guarded by this

  synchronized Id add(LinkTable.Kept link, Staff staff, Instant now) {
    Id pending = Id.random();
    held.putLast(
        pending, new Held(link, staff, Secret.copyOf(Totp.newSecret()), now.plus(PATIENCE)));
    if (held.size() > MOST) {
      held.pollFirstEntry();
    }
    return pending;
  }

  synchronized Optional<Held> find(Id pending, Instant now) {
    return Optional.ofNullable(held.get(pending)).filter(h -> now.isBefore(h.until()));
  }

  /// All of that link's.
  synchronized void forget(Id link) {
    held.values().removeIf(h -> h.link().id().equals(link));
  }
}
