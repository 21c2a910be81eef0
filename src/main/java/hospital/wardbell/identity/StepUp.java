package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.SignIn.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Who has shown again, by password and one-time code or by a passkey, that it is they who sit at
/// their session: asked for before what a screen that somebody left must not give away. It holds
/// for [#GOOD_FOR], in memory only. Any thread that may block.
public final class StepUp {
  public static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final int MOST = 1_000;

  private final SignIn signIn;
  private final Passkeys passkeys;
  private final InstantSource clock;
  private final SequencedMap<Id, Instant> proven = new LinkedHashMap<>(); // guarded by this

  StepUp(SignIn signIn, Passkeys passkeys, InstantSource clock) {
    this.signIn = signIn;
    this.passkeys = passkeys;
    this.clock = clock;
  }

  /// @return empty if it is the session's person; else [Result.Refused] or [Result.Wait]
  public Optional<Result> prove(Session session, Secret password, String code, String origin) {
    return signIn.doubt(session, password, code, origin, () -> keep(session.id()));
  }

  /// What the browser needs so that a passkey can be shown; empty if the person has none.
  public Optional<String> passkey(Session session) {
    return passkeys.toShow(Passkeys.Ceremony.STEP_UP, session.id(), session.staff());
  }

  /// As [#prove], by a passkey alone.
  ///
  /// @param passkey what the browser's script sent of it
  public Optional<Result> prove(Session session, String passkey, String origin) {
    return signIn.doubt(session, passkey, origin, () -> keep(session.id()));
  }

  /// Whoever has signed in a moment ago has shown it, if what comes next is a part of that.
  public void signedIn(Session session) {
    keep(session.id());
  }

  private synchronized void keep(Id session) {
    boolean _ = proven.remove(session) != null;
    proven.putLast(session, clock.instant());
    if (proven.size() > MOST) {
      proven.pollFirstEntry();
    }
  }

  /// Whether it was shown within the last [#GOOD_FOR]; nobody knows after the clock was put back.
  public synchronized boolean isFresh(Session session) {
    Instant now = clock.instant();
    return Optional.ofNullable(proven.get(session.id()))
        .filter(at -> !now.isBefore(at) && now.isBefore(at.plus(GOOD_FOR)))
        .isPresent();
  }
}
