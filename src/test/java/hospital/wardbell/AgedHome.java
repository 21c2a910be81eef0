package hospital.wardbell;

import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition;
import hospital.wardbell.compliance.Dispositions;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.KeyStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A whole home whose patients wrote in 2026, and one in 2027, and which is opened again when the
/// time of the former is over.
record AgedHome(Path directory, IndexHome home) implements AutoCloseable {
  static final Actor PAT = new Actor.Person(new Id(7, 1));
  static final Actor QUINN = new Actor.Person(new Id(7, 2));
  static final Actor BY = new Actor.Operator("root");
  static final int OF_2026 = 3;
  static final Instant NEXT_YEAR = Instant.parse("2027-02-01T16:00:00Z");

  /// When by the rule of Arizona what was said in 2026 is over, and what was said in 2027 is not.
  static final Instant OVER = Instant.parse("2050-12-15T12:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static AgedHome open(Path directory, Instant now) {
    return new AgedHome(directory, IndexHome.open(directory, now));
  }

  /// Makes one, with a patient and a conversation for each number.
  ///
  /// @return a backup of it, made in 2027
  static Path furnish(Path directory) {
    try (AgedHome home = open(directory, IndexHome.MORNING)) {
      home.wiring().settings().set(Settings.Key.RETENTION_STATE, "AZ", PAT);
      for (int i = 0; i < OF_2026; i++) {
        home.writes(i);
      }
    }
    try (AgedHome home = open(directory, NEXT_YEAR)) {
      home.writes(OF_2026);
      return home.backup();
    }
  }

  /// As `wardbell restore` does, in that home.
  static Restoring.Outcome restore(Path directory, Path backup, boolean dry, Instant now) {
    RestoreHome.Request request =
        new RestoreHome.Request(directory, Optional.empty(), IndexHome.UNLOCK, BY, () -> now);
    return RestoreHome.restore(request, backup, dry, Progress.none());
  }

  Wiring wiring() {
    return home.wiring();
  }

  Retention retention() {
    return home.wiring().retention();
  }

  Path backup() {
    String name = wiring().backups().run(BY, Progress.none()).name().text();
    return directory.resolve("backups").resolve(name);
  }

  /// A patient of that number is new, and writes.
  void writes(int number) {
    Id desk = wiring().identity().accounts().frontDesk();
    Id _ = wiring().patients().add(desk, "Patient " + number, IndexHome.patient(number), "en", PAT);
    wiring()
        .store()
        .change(tx ->
            wiring()
                .conversations()
                .receive(
                    tx,
                    wiring().conversations().receiving(tx, IndexHome.patient(number)),
                    new Message.Received(
                        Id.random(), home.clock().instant(), ReceivedKind.TEXT, "text", 0)));
  }

  List<Id> conversations(int number) {
    return wiring().conversations().with(IndexHome.patient(number));
  }

  /// Starts what erases.
  void run() {
    home.run();
    retention().start();
  }

  /// Erases what is over, and waits until the certificate is there.
  Id erase() throws Exception {
    Dispositions dispositions = retention().dispositions();
    if (!(dispositions.propose(PAT, "") instanceof Dispositions.Proposal.Made made)
        || dispositions.approve(made.id(), QUINN, "") != Dispositions.Outcome.DONE) {
      throw new IllegalStateException("nothing is over, or it was not approved");
    }
    retention().wake();
    Until.so(
        "it is carried out",
        PATIENCE,
        () -> disposition(made.id()).state() == Disposition.State.DONE);
    return made.id();
  }

  Disposition disposition(Id proposal) {
    return retention().dispositions().find(proposal).orElseThrow().disposition();
  }

  /// What the keys of the keyring are for, without those that have ended.
  List<String> purposes() {
    return wiring().store().read(wiring().keyDesk()::keys).stream()
        .filter(key -> key.ended().isEmpty())
        .map(KeyStatus::purpose)
        .toList();
  }

  long count(String what) {
    return home.count(what);
  }

  @Override
  public void close() {
    home.close();
  }
}
