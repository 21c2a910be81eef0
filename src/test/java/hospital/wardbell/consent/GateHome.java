package hospital.wardbell.consent;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A home with all that the Gate needs, on a real database.
public final class GateHome implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final AtomicInteger numbers = new AtomicInteger();
  public final Keyring keyring;

  public final SettableClock clock = new SettableClock(START);
  public final Store store;
  public final Vault vault;
  public final Audit audit;
  public final Settings settings;
  public final Ledger ledger;
  public final Gate gate;
  public final Id team = Id.random();
  public final Actor nurse = new Actor.Person(Id.random());

  public GateHome(Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    this.keyring = Keyring.create(directory.resolve("keyring"), unlock);
    this.store = Store.open(directory.resolve("database"), keyring.databaseKey());
    this.vault = new Vault(keyring);
    this.audit = new Audit(store, clock);
    this.settings = new Settings(store, audit, clock);
    this.ledger = new Ledger(vault, audit);
    this.gate = new Gate(ledger, settings, audit, clock);
  }

  /// A fictitious number that no other test of this home has.
  public PhoneNumber number() {
    int n = numbers.getAndIncrement();
    return new PhoneNumber("+1%d55501%02d".formatted(202 + n / 100, n % 100));
  }

  public void optIn(PhoneNumber remote) {
    store.change(tx ->
        ledger.optIn(tx, remote, Ledger.Method.PAPER, Optional.empty(), nurse, clock.instant()));
  }

  public void optOut(PhoneNumber remote, Id evidence) {
    store.change(tx ->
        ledger.optOut(
            tx,
            remote,
            Ledger.Method.TEXT_KEYWORD,
            Optional.of(evidence),
            new Actor.Texter(Id.random()),
            clock.instant()));
  }

  public void texted(PhoneNumber remote) {
    store.change(tx -> ledger.texted(tx, remote, clock.instant()));
  }

  public Draft draft(PhoneNumber to, String text) {
    return draft(to, Purpose.CARE, text, nurse, Optional.empty());
  }

  public Draft answer(PhoneNumber to, Answer answer) {
    String text = new AnswerTexts(settings).text(answer, "en");
    return draft(to, Purpose.CARE, text, new Actor.Wardbell("inbox"), Optional.of(answer));
  }

  public Draft draft(
      PhoneNumber to, Purpose purpose, String text, Actor author, Optional<Answer> answers) {
    Id key = store.write(tx -> vault.newKey(tx, Vault.Subject.CONVERSATION));
    return new Draft(
        Id.random(),
        Id.random(),
        team,
        key,
        new Recipient.UnknownNumber(to),
        purpose,
        text,
        author,
        answers,
        Optional.empty());
  }

  public Verdict review(Draft draft) {
    return store.write(tx -> gate.review(tx, draft));
  }

  public Cleared cleared(Draft draft) {
    return switch (review(draft)) {
      case Verdict.Pass(Cleared cleared, _) -> cleared;
      case Verdict.Refuse(Verdict.Rule rule) -> throw new IllegalStateException("refused: " + rule);
    };
  }

  /// The audit log as it is kept, newest last.
  public List<String> audited() {
    return store.read(
        sql -> sql.list("select entry from audit_entry order by leaf", row -> row.text("entry")));
  }

  @Override
  public void close() {
    store.close();
    keyring.close();
  }
}
