package hospital.wardbell.compliance;

import hospital.wardbell.Until;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.PeriodEnds;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A ward whose records' time is measured, and some of whose is over.
record Cabinet(Ward ward, Settings settings, ShredList list, Retention retention, Inbox inbox)
    implements AutoCloseable {
  static final Actor PAT = new Actor.Person(Id.random());
  static final Actor QUINN = new Actor.Person(Id.random());
  static final String ORIGIN = "10.0.0.9";

  /// When everything that was said in the morning of the ward is over by the rule of Arizona.
  static final Instant LATER = Instant.parse("2051-06-01T12:00:00Z");

  /// One whose periods do not end.
  static Cabinet of(Ward ward, Path directory, Steps steps, List<Instant> backups) {
    return of(ward, directory, steps, backups, () -> Optional.of("it is so here"));
  }

  /// @param hindrance why periods do not end
  static Cabinet of(
      Ward ward,
      Path directory,
      Steps steps,
      List<Instant> backups,
      Supplier<Optional<String>> hindrance) {
    Settings settings = new Settings(ward.store(), ward.audit(), ward.clock());
    Gate gate = new Gate(ward.ledger(), settings, ward.audit(), ward.clock());
    Inbox inbox =
        new Inbox(
            ward.store(),
            ward.vault(),
            ward.audit(),
            ward.ledger(),
            ward.conversations(),
            ward.clock());
    ShredList list = new ShredList(directory.resolve("shredded"), ward.vault());
    NoteSigner signer = NoteSigner.of(ward.keyring().signingSeed());
    Retention retention =
        new Retention(
            new Retention.Parts(
                ward.store(),
                ward.vault(),
                ward.audit(),
                new Evidence(ward.store(), signer::verifier),
                settings,
                ward.patients(),
                ward.conversations(),
                inbox,
                ward.outbox(),
                gate,
                list,
                periods(ward, hindrance)),
            () -> backups,
            ward.clock(),
            steps);
    return new Cabinet(ward, settings, list, retention, inbox);
  }

  private static PeriodEnds periods(Ward ward, Supplier<Optional<String>> hindrance) {
    Actor by = new Actor.Wardbell("vault");
    return new PeriodEnds(
        ward.store(),
        ward.keyring(),
        (tx, purpose, key) ->
            ward.audit().record(tx, Entry.of(by, "key.period-ended").about(key).because(purpose)),
        hindrance,
        ward.clock());
  }

  static Cabinet of(Ward ward, Path directory) {
    return of(ward, directory, Steps.unheard(), List.of());
  }

  /// From now on the rule of Arizona holds, and it is [#LATER].
  void waitUntilOver() {
    settings.set(Settings.Key.RETENTION_STATE, "AZ", PAT);
    ward.clock().set(LATER);
  }

  /// Proposed by one and approved by another.
  Id approved() {
    if (!(retention.dispositions().propose(PAT, ORIGIN)
        instanceof Dispositions.Proposal.Made made)) {
      throw new IllegalStateException("nothing is over");
    }
    Dispositions.Outcome outcome = retention.dispositions().approve(made.id(), QUINN, ORIGIN);
    if (outcome != Dispositions.Outcome.DONE) {
      throw new IllegalStateException("not approved: " + outcome);
    }
    return made.id();
  }

  /// Carries out all that is approved; the word index is gone through by its own loop.
  void carryOut() throws Exception {
    Until.so("all is carried out", Duration.ofSeconds(60), this::isCarriedOut);
  }

  private boolean isCarriedOut() {
    Duration rest = retention.turn();
    while (rest.compareTo(Duration.ofSeconds(1)) < 0) {
      rest = retention.turn();
    }
    return rest.compareTo(Duration.ofMinutes(1)) > 0;
  }

  Dispositions.Whole whole(Id disposition) {
    return retention.dispositions().find(disposition).orElseThrow();
  }

  /// How many keys of a line still open something.
  long keys(Id line) {
    return ward.store()
        .read(sql ->
            sql.number("select count(*) from dek where line = ? and wrapped is not null", line));
  }

  Id key(Id conversation) {
    return ward.store().read(sql -> ward.conversations().key(sql, conversation));
  }

  /// In how many blocks of the word index a word of the front desk's is.
  long blocks(String word) {
    long blinded =
        ward.vault()
            .indexShort(ward.vault().indexKey(), "message.word/1", ward.desk() + " " + word);
    return ward.store()
        .read(sql -> sql.number("select count(*) from word_block where word = ?", blinded));
  }

  /// Whether texts said so far are in the word index.
  boolean isIndexed() {
    return ward.store()
        .read(sql ->
            sql.number("select upto from word_index")
                >= sql.number("select max(ordinal) from message"));
  }

  Conversations conversations() {
    return ward.conversations();
  }

  @Override
  public void close() {
    retention.close();
    ward.close();
  }
}
