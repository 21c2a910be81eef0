package hospital.wardbell.consent;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Optional;

/// Where one remote stands, as the ledger sums it up.
///
/// @param remote the row's id, which stands for the remote in the audit log
/// @param began the entry that this standing began with; further entries that say the same do not
///   begin it anew. Empty if the remote was never asked
/// @param since when that was said; [Instant#EPOCH] if the remote was never asked
/// @param latest when it was last said again
/// @param lastTexted when the remote last texted us; [Instant#EPOCH] if never
record Standing(
    Id remote, Kind kind, Optional<Id> began, Instant since, Instant latest, Instant lastTexted) {
  /// Of a remote that the ledger has no row for.
  static final Consent UNHEARD = new Consent.NeverAsked(Instant.EPOCH);

  enum Kind {
    NEVER_ASKED("consent.none"),
    OPTED_IN("consent.opt-in"),
    OPTED_OUT("consent.opt-out");

    private final String act;

    Kind(String act) {
      this.act = act;
    }

    /// What it is called in the audit log.
    String act() {
      return act;
    }
  }

  Consent consent() {
    return switch (kind) {
      case NEVER_ASKED -> new Consent.NeverAsked(lastTexted);
      case OPTED_IN -> new Consent.OptedIn(since);
      case OPTED_OUT -> new Consent.OptedOut(since);
    };
  }

  /// The opt-out that stands, if one does.
  Optional<Id> optOut() {
    return kind == Kind.OPTED_OUT ? began : Optional.empty();
  }

  /// What an entry makes of this standing.
  Standing after(Kind said, Id entry, Instant at) {
    if (said == kind) {
      Instant again = at.isAfter(latest) ? at : latest;
      return new Standing(remote, kind, began, since, again, lastTexted);
    }
    if (kind == Kind.OPTED_OUT && at.isBefore(latest)) {
      return this;
    }
    return new Standing(remote, said, Optional.of(entry), at, at, lastTexted);
  }

  Standing textedAt(Instant at) {
    Instant last = at.isAfter(lastTexted) ? at : lastTexted;
    return new Standing(remote, kind, began, since, latest, last);
  }
}
