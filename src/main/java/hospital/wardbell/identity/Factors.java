package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A person's own second factors: an app for one-time codes, passkeys, and recovery codes. Whoever
/// changes them has proven shortly before who it is; see [StepUp]. With a change the person's other
/// sessions end. The last app or passkey cannot be removed. Any thread that may block.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md#v7-4-3
///   OWASP ASVS 5.0.0 7.4.3
public final class Factors {
  /// What somebody has.
  ///
  /// @param recoveryCodes how many are left
  public record Standing(boolean app, List<Passkey> passkeys, int recoveryCodes) {
    public Standing {
      passkeys = List.copyOf(passkeys);
    }

    /// Whether what there is cannot be removed.
    public boolean isLast() {
      return passkeys.size() + (app ? 1 : 0) <= 1;
    }

    public boolean isFull() {
      return passkeys.size() >= Passkeys.MOST_PER_PERSON;
    }
  }

  /// A person may have to find and install an app first.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Store store;
  private final StaffTable table;
  private final PasskeyTable passkeys;
  private final RecoveryCodes recovery;
  private final Audit audit;
  private final FactorNotices notices;
  private final Sessions sessions;
  private final PasskeyRule rule;
  private final InstantSource clock;
  // By the session: the secret that the person's app is to have.
  private final ShortLived proposed;

  Factors(
      Store store,
      StaffTable table,
      PasskeyTable passkeys,
      RecoveryCodes recovery,
      Audit audit,
      FactorNotices notices,
      Sessions sessions,
      PasskeyRule rule,
      InstantSource clock) {
    this.store = store;
    this.table = table;
    this.passkeys = passkeys;
    this.recovery = recovery;
    this.audit = audit;
    this.notices = notices;
    this.sessions = sessions;
    this.rule = rule;
    this.clock = clock;
    this.proposed = new ShortLived(PATIENCE, clock);
  }

  public Standing of(Id staff) {
    return store.read(sql ->
        new Standing(
            table.hasApp(sql, staff), passkeys.list(sql, staff), RecoveryCodes.left(sql, staff)));
  }

  /// The `otpauth:` address for an app that is to take the place of the present one, once its first
  /// code is typed: the same for a quarter of an hour.
  public Secret newApp(Session session) {
    Secret secret =
        proposed
            .find(session.id())
            .orElseGet(() -> {
              Secret made = Secret.copyOf(Totp.newSecret());
              proposed.put(session.id(), made);
              return made;
            });
    return SecondFactors.address(session.staff(), secret);
  }

  /// Takes the new app in the place of the former.
  ///
  /// @return false if that is not its code, or a quarter of an hour has passed
  public boolean confirmApp(Session session, String code, String origin) {
    return store.write(tx -> {
      Optional<Secret> secret = proposed.find(session.id());
      OptionalLong step =
          secret
              .map(s -> s.lend(octets -> Totp.match(octets, code, clock.instant(), 0)))
              .orElse(OptionalLong.empty());
      if (secret.isEmpty() || step.isEmpty()) {
        return false;
      }
      table.setApp(tx, session.staff().id(), secret.get(), step.getAsLong());
      changed(tx, session, "factor.added", "app", origin);
      notices.tell(tx, session.staff().id(), Kind.APP_SET);
      tx.afterCommit(() -> {
        Optional<Secret> _ = proposed.take(session.id());
      });
      return true;
    });
  }

  /// @return false if there is none, or nothing else
  public boolean removeApp(Session session, String origin) {
    Id staff = session.staff().id();
    return store.write(tx -> {
      if (!table.hasApp(tx, staff) || PasskeyTable.count(tx, staff) == 0) {
        return false;
      }
      table.takeApp(tx, staff);
      changed(tx, session, "factor.removed", "app", origin);
      notices.tell(tx, staff, Kind.APP_REMOVED);
      return true;
    });
  }

  /// @return false if the person has no such passkey, or nothing else, or must have one
  public boolean removePasskey(Session session, Id passkey, String origin) {
    Id staff = session.staff().id();
    return store.write(tx -> {
      boolean app = table.hasApp(tx, staff) && !rule.isFor(session.staff());
      boolean more = app || PasskeyTable.count(tx, staff) > 1;
      if (!more || !PasskeyTable.delete(tx, staff, passkey)) {
        return false;
      }
      changed(tx, session, "factor.removed", "passkey " + passkey, origin);
      notices.tell(tx, staff, Kind.PASSKEY_REMOVED);
      return true;
    });
  }

  /// Ten new codes, to be shown this once; the former are void.
  public List<String> newRecoveryCodes(Session session, String origin) {
    return store.write(tx -> {
      sessions.endOthers(tx, session, origin, "factors");
      return recovery.renew(tx, session.staff(), origin);
    });
  }

  private void changed(Tx tx, Session session, String act, String what, String origin) {
    audit.record(
        tx,
        Entry.of(session.staff().actor(), act)
            .about(session.staff().id())
            .from(origin)
            .because(what));
    sessions.endOthers(tx, session, origin, "factors");
  }
}
