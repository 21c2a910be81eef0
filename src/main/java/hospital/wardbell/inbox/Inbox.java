package hospital.wardbell.inbox;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Incident;
import hospital.wardbell.base.Loop;
import hospital.wardbell.base.Pause;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Receives texts. Any thread.
public final class Inbox implements AutoCloseable {
  /// How long a text waits for its missing parts before what has come is shown.
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger LOG = System.getLogger(Inbox.class.getName());
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final RawTable raws;
  private final Intake intake;
  private final MultipartTable multiparts;
  private final Pause pause = Pause.real();
  private @Nullable Loop loop;

  public Inbox(
      Store store,
      Vault vault,
      Audit audit,
      Ledger ledger,
      Conversations conversations,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.raws = new RawTable(vault);
    this.intake =
        new Intake(raws, vault, new Routing(raws, ledger, conversations), conversations, audit);
    this.multiparts = intake.multiparts();
  }

  /// Who takes the texts that Wardbell sends to itself; set once, before [#start].
  public void listen(OwnTexts own) {
    intake.listen(own);
  }

  /// Begins to read what is kept. Once.
  public void start() {
    loop = Loop.start("inbox", this::turn, pause);
  }

  /// Keeps a raw PDU; durable when this returns. One that was kept before is dropped.
  public void message(String modem, String hex, Instant seen) {
    if (store.write(tx -> raws.keep(tx, modem, hex, seen, Intake.WINDOW))) {
      pause.wake();
    }
  }

  /// What could not be read, newest first, at most 100; the look is on the audit log.
  public List<Unreadable> unreadable(Actor by, String origin) {
    List<Unreadable> found = store.read(raws::unreadable);
    audit.record(Entry.of(by, "unreadable.read").from(origin));
    return found;
  }

  /// What came and is not for people, newest first, at most 100. It says when and of what kind, and
  /// opens nothing.
  public List<Notice> notices() {
    return store.read(raws::notices);
  }

  /// Blanks by what the PDUs of an erased message would be known again.
  public void forget(Tx tx, Id message) {
    raws.forget(tx, message);
  }

  /// Whether something that has not been shown yet is sealed under a day's key.
  public boolean isAwaited(Sql sql, Id key) {
    return raws.isAwaited(sql, key);
  }

  /// Reads what is kept and shows what has waited long enough for its parts.
  ///
  /// @return how long there is nothing to do, unless something comes
  Duration turn() {
    List<Id> fresh = store.read(raws::fresh);
    fresh.forEach(raw -> read(raw));
    if (!fresh.isEmpty()) {
      return Duration.ZERO;
    }
    Instant latest = clock.instant().minus(PATIENCE);
    store.read(sql -> multiparts.overdue(sql, latest)).forEach(message -> show(message));
    return store
        .read(multiparts::oldest)
        .map(first -> Duration.between(latest, first))
        .filter(left -> left.compareTo(LONGEST_REST) < 0)
        .orElse(LONGEST_REST);
  }

  private void read(Id raw) {
    oneByOne(tx -> intake.read(tx, raw), (tx, why) -> intake.unreadable(tx, raw, why));
  }

  private void show(Id message) {
    oneByOne(tx -> intake.show(tx, message), (tx, why) -> intake.giveUp(tx, message, why));
  }

  /// If the database fails nothing has changed, and it is tried again. If anything else does, it
  /// would fail again and hold up all that came after it, so it is put aside.
  private void oneByOne(Consumer<Tx> work, BiConsumer<Tx, String> putAside) {
    try {
      store.change(work);
    } catch (StoreFault e) {
      throw e;
    } catch (RuntimeException e) {
      Incident incident = Incident.of(e);
      LOG.log(Level.ERROR, incident.line("inbox"));
      store.change(tx -> putAside.accept(tx, "incident " + incident.id()));
    }
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
