package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.PasskeyVerifier.Found;
import hospital.wardbell.identity.PasskeyVerifier.Made;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Passkeys and security keys: how they are made, and whether one that is shown is its owner's.
///
/// Each ceremony has a challenge of 256 bits by chance, good once, for five minutes and for the one
/// sign-in or session it was made for. A passkey is bound to the console's name and origin. An
/// authenticator whose count of signatures goes back may have been copied, and is refused. Any
/// thread that may block.
public final class Passkeys {
  static final Duration PATIENCE = Duration.ofMinutes(5);
  static final int MOST_PER_PERSON = 10;

  /// What a challenge is for.
  enum Ceremony {
    SIGN_IN,
    STEP_UP,
    UNLOCK,
    MAKING
  }

  /// How the making of a passkey ended.
  public enum Outcome {
    ADDED,
    /// What the browser sent is not to be believed, or came too late.
    REFUSED,
    /// Somebody has this passkey already.
    KNOWN,
    TOO_MANY,
    /// It has no name, or one that is too long.
    NAMELESS
  }

  /// What a shown passkey was found to be.
  sealed interface Proof {
    /// Good, if nothing has changed since: [#use] says so.
    record Good(Id passkey, long before, long count) implements Proof {}

    /// Not to be believed.
    ///
    /// @param reason a word for the record
    /// @param copied the passkey whose authenticator may have been copied
    record Bad(String reason, Optional<Id> copied) implements Proof {}
  }

  private static final int OCTETS = 32;
  private static final int LONGEST_NAME = 60;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Actor NOBODY_YET = new Actor.Wardbell("sign-in");
  private static final Proof BAD = new Proof.Bad(PasskeyVerifier.BAD, Optional.empty());

  private final Store store;
  private final PasskeyTable table;
  private final Audit audit;
  private final FactorNotices notices;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Map<Ceremony, ShortLived> challenges = new EnumMap<>(Ceremony.class);
  private volatile Optional<RelyingParty> at = Optional.empty();

  Passkeys(
      Store store,
      PasskeyTable table,
      Audit audit,
      FactorNotices notices,
      Sessions sessions,
      InstantSource clock) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.notices = notices;
    this.sessions = sessions;
    this.clock = clock;
    for (Ceremony ceremony : Ceremony.values()) {
      challenges.put(ceremony, new ShortLived(PATIENCE, clock));
    }
  }

  /// From now on passkeys are offered and taken, at the console as browsers know it.
  public void serve(RelyingParty console) {
    at = Optional.of(console);
  }

  /// The name under which the console must be opened for passkeys to work; empty if there is none.
  public Optional<String> host() {
    return at.map(RelyingParty::host);
  }

  /// What the browser needs to make one for the person of `session`; empty if none can be made.
  public Optional<String> toMake(Session session) {
    Id person = session.staff().id();
    List<PasskeyTable.Kept> known = store.read(sql -> table.kept(sql, person));
    return known.size() >= MOST_PER_PERSON
        ? Optional.empty()
        : at.map(console ->
            PasskeyOptions.toMake(
                console, session.staff(), challenge(Ceremony.MAKING, session.id()), ids(known)));
  }

  /// Keeps the passkey that a browser has made.
  ///
  /// @param posted what the browser's script sent
  public Outcome add(Session session, String name, String posted, String origin) {
    String given = name.strip();
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      return Outcome.NAMELESS;
    }
    Optional<Secret> challenge = waiting(Ceremony.MAKING).take(session.id());
    Optional<Made> made =
        at.flatMap(
            console -> challenge.flatMap(asked -> PasskeyVerifier.made(posted, console, asked)));
    return made.map(passkey -> store.write(tx -> keep(tx, session, given, passkey, origin)))
        .orElse(Outcome.REFUSED);
  }

  private Outcome keep(Tx tx, Session session, String name, Made made, String origin) {
    Staff staff = session.staff();
    if (PasskeyTable.isKnown(tx, made.id())) {
      return Outcome.KNOWN;
    }
    if (PasskeyTable.count(tx, staff.id()) >= MOST_PER_PERSON) {
      return Outcome.TOO_MANY;
    }
    Id passkey = Id.random();
    table.insert(tx, passkey, staff.id(), name, made, clock.instant());
    audit.record(
        tx,
        Entry.of(staff.actor(), "factor.added")
            .about(staff.id())
            .from(origin)
            .because("passkey " + passkey));
    notices.tell(tx, staff.id(), Kind.PASSKEY_ADDED);
    sessions.endOthers(tx, session, origin, "factors");
    return Outcome.ADDED;
  }

  /// What the browser needs so that `staff` can show one, for one sign-in or session; empty if the
  /// person has none.
  Optional<String> toShow(Ceremony ceremony, Id of, Staff staff) {
    return at.flatMap(console -> {
      List<PasskeyTable.Kept> kept = store.read(sql -> table.kept(sql, staff.id()));
      return kept.isEmpty()
          ? Optional.empty()
          : Optional.of(PasskeyOptions.toShow(console, challenge(ceremony, of), ids(kept)));
    });
  }

  /// Whether a passkey of `staff` was shown in answer to the challenge, which is worth nothing
  /// afterwards either way.
  Proof check(Ceremony ceremony, Id of, Staff staff, String posted) {
    Optional<Secret> challenge = waiting(ceremony).take(of);
    Optional<PasskeyTable.Kept> kept =
        PasskeyVerifier.id(posted)
            .flatMap(id -> store.read(sql -> table.find(sql, staff.id(), id)));
    if (at.isEmpty() || challenge.isEmpty() || kept.isEmpty()) {
      return BAD;
    }
    PasskeyTable.Kept before = kept.get();
    return switch (PasskeyVerifier.shown(posted, staff, before, at.get(), challenge.get())) {
      case Found.Good(long count) -> new Proof.Good(before.id(), before.count(), count);
      case Found.Bad(String reason) ->
          new Proof.Bad(
              reason,
              reason.equals(PasskeyVerifier.COPIED) ? Optional.of(before.id()) : Optional.empty());
    };
  }

  /// Notes that it was used.
  ///
  /// @return whether it is there still, and nobody was quicker
  boolean use(Tx tx, Proof.Good proof) {
    return PasskeyTable.use(tx, proof.passkey(), proof.before(), proof.count(), clock.instant());
  }

  /// Puts on record that a passkey may have been copied, and tells its owner.
  void warn(Tx tx, Staff staff, Id passkey, String origin) {
    audit.record(
        tx,
        Entry.of(NOBODY_YET, "factor.copied")
            .about(staff.id())
            .from(origin)
            .because("passkey " + passkey));
    notices.tell(tx, staff.id(), Kind.PASSKEY_COPIED);
  }

  private Secret challenge(Ceremony ceremony, Id of) {
    byte[] octets = new byte[OCTETS];
    RANDOM.nextBytes(octets);
    Secret challenge = Secret.copyOf(octets);
    waiting(ceremony).put(of, challenge);
    return challenge;
  }

  private ShortLived waiting(Ceremony ceremony) {
    ShortLived waiting = challenges.get(ceremony);
    if (waiting == null) {
      throw new IllegalStateException("each ceremony has its challenges");
    }
    return waiting;
  }

  private static List<byte[]> ids(List<PasskeyTable.Kept> kept) {
    return kept.stream().map(passkey -> PasskeyVerifier.id(passkey.credential())).toList();
  }
}
