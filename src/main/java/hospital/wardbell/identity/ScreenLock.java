package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.identity.Passkeys.Ceremony;
import hospital.wardbell.identity.Passkeys.Proof;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;

/// Unlocking a session that its person has left: with a PIN, a passkey or the password. The cookie,
/// for which both factors were shown, is the other half; so a PIN is of no use elsewhere, and after
/// [#MOST_TRIES] wrong ones the session ends. Any thread that may block.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#actsecret NIST SP 800-63B-4 §3.2.10
public final class ScreenLock {
  public static final int MOST_TRIES = 5;

  private static final int SHORTEST = 6;
  private static final int LONGEST = 12;

  /// How an unlocking ended.
  public enum Outcome {
    OPEN,
    WRONG,
    /// It was wrong once too often, and the session has ended.
    ENDED,
    /// Too many people sign in just now.
    BUSY
  }

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final StaffRealm realm;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Passkeys passkeys;

  ScreenLock(
      Store store,
      Audit audit,
      InstantSource clock,
      StaffRealm realm,
      Passwords passwords,
      Sessions sessions,
      Passkeys passkeys) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.realm = realm;
    this.passwords = passwords;
    this.sessions = sessions;
    this.passkeys = passkeys;
  }

  /// Whether the person has a PIN.
  public boolean hasPin(Staff staff) {
    return pin(staff).isPresent();
  }

  private Optional<String> pin(Staff staff) {
    return store.read(sql -> PinTable.find(sql, staff.id()));
  }

  /// @param typed the PIN, or the password
  public Outcome open(Session session, Secret typed, String origin) {
    Optional<Boolean> right = passwords.inTurn(() -> isRight(session.staff(), typed));
    if (right.isEmpty()) {
      return Outcome.BUSY;
    }
    return store.write(tx -> open(tx, session, right.get(), origin));
  }

  /// What the browser needs so that a passkey can be shown; empty if the person has none.
  public Optional<String> passkey(Session session) {
    return passkeys.toShow(Ceremony.UNLOCK, session.id(), session.staff());
  }

  /// @param shown what the browser's script sent of a passkey
  public Outcome open(Session session, String shown, String origin) {
    Proof proof = passkeys.check(Ceremony.UNLOCK, session.id(), session.staff(), shown);
    return store.write(tx -> {
      if (proof instanceof Proof.Bad(_, var copied)) {
        copied.ifPresent(passkey -> passkeys.warn(tx, session.staff(), passkey, origin));
      }
      boolean right = proof instanceof Proof.Good good && passkeys.use(tx, good);
      return open(tx, session, right, origin);
    });
  }

  private Outcome open(Tx tx, Session session, boolean right, String origin) {
    if (right) {
      sessions.unlock(tx, session, origin);
      return Outcome.OPEN;
    }
    audit.record(
        tx,
        Entry.of(session.staff().actor(), "session.unlock-refused")
            .about(session.id())
            .from(origin));
    if (SessionTable.miss(tx, session.id()) < MOST_TRIES) {
      return Outcome.WRONG;
    }
    sessions.endGuessed(tx, session, origin);
    return Outcome.ENDED;
  }

  private boolean isRight(Staff staff, Secret typed) {
    Optional<String> pin = pin(staff).filter(_ -> has(typed, ScreenLock::isPin));
    return pin.isPresent()
        ? has(longer(staff, typed), it -> passwords.passwordsMatch(it, pin.get()))
        : realm.authenticate(staff.login(), typed).isPresent();
  }

  /// A PIN is shorter than the validated module stretches; so it is hashed with its owner before.
  private static Secret longer(Staff staff, Secret pin) {
    return pin.lend(octets -> {
      MessageDigest sha = Sha256.fresh();
      sha.update(staff.id().toString().getBytes(StandardCharsets.US_ASCII));
      return Secret.copyOf(HexFormat.of().formatHex(sha.digest(octets)).toCharArray());
    });
  }

  private static boolean has(Secret typed, Predicate<char[]> what) {
    char[] characters = Passwords.characters(typed);
    try {
      return what.test(characters);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  private static boolean isPin(char[] typed) {
    boolean digits = typed.length >= SHORTEST && typed.length <= LONGEST;
    for (char each : typed) {
      digits &= each >= '0' && each <= '9';
    }
    return digits;
  }

  /// Whether each digit is as far from the one before: 000000, 123456, 987654.
  private static boolean isRow(char[] digits) {
    int step = digits[1] - digits[0];
    boolean even = Math.abs(step) <= 1;
    for (int i = 2; i < digits.length; i++) {
      even &= digits[i] - digits[i - 1] == step;
    }
    return even;
  }

  /// Keeps a new PIN of who has signed in; whoever calls has made sure that it is they.
  ///
  /// @return false if it is none: 6 to 12 digits, not all the same, no row of digits up or down
  public boolean pin(Session session, Secret pin, String origin) {
    if (!has(pin, ScreenLock::isPin) || has(pin, ScreenLock::isRow)) {
      return false;
    }
    Optional<String> stretched =
        passwords.inTurn(() -> passwords.stretch(longer(session.staff(), pin)));
    stretched.ifPresent(kept ->
        store.change(tx -> {
          PinTable.put(tx, session.staff().id(), kept, clock.instant());
          audit.record(
              tx,
              Entry.of(session.staff().actor(), "staff.pin-set")
                  .about(session.staff().id())
                  .from(origin));
        }));
    return stretched.isPresent();
  }
}
