package hospital.wardbell;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.conversation.MissedCalls;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.modem.Arrivals;
import hospital.wardbell.modem.Carriers;
import hospital.wardbell.modem.LineAddress;
import hospital.wardbell.modem.LineFile;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Profiles;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The modems of the boot file, running.
final class Modems implements AutoCloseable {
  private final List<Modem> modems;
  private final DiskRoom room;
  private final Fleet fleet;

  private Modems(List<Modem> modems, DiskRoom room, Fleet fleet) {
    this.modems = modems;
    this.room = room;
    this.fleet = fleet;
  }

  /// @param changed told whenever a modem's health changes; must not block
  static Modems start(
      Boot boot,
      DiskRoom room,
      Inbox inbox,
      Outbox outbox,
      Fleet fleet,
      MissedCalls calls,
      Runnable changed,
      InstantSource clock) {
    Arrivals arrivals =
        new Arrivals() {
          @Override
          public void message(String modem, String hex, Instant seen) {
            inbox.message(modem, hex, seen);
          }

          @Override
          public void report(String modem, Optional<String> sim, String hex, Instant seen) {
            outbox.report(modem, sim, hex, seen);
          }

          @Override
          public void call(String modem, Optional<String> caller, Instant seen) {
            calls.called(caller);
          }

          @Override
          public boolean answersCalls() {
            return calls.areAnswered();
          }
        };
    ProfileFiles profiles = new ProfileFiles(boot.profiles());
    Carriers carriers = CarrierFiles.read();
    List<Modem.Setup> setups =
        boot.modems().stream()
            .map(line -> setup(line, profiles.of(line), carriers, boot.home()))
            .toList(); // all, or none starts
    return new Modems(
        setups.stream()
            .map(setup ->
                Modem.start(
                    setup,
                    arrivals,
                    _ -> {
                      outbox.wake();
                      fleet.changed();
                      changed.run();
                    },
                    clock))
            .toList(),
        room,
        fleet);
  }

  private static Modem.Setup setup(
      ModemLine line, Profiles profiles, Carriers carriers, Path home) {
    return new Modem.Setup(
        line.name(),
        LineAddress.parse(line.line()),
        line.pinFile().map(Modems::pin).orElse(""),
        line.submitPatience(),
        line.receiving(),
        profiles,
        new LineFile(new Home(home).modems().resolve(line.name())),
        carriers,
        line.cable());
  }

  private static String pin(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new BootFault(
          "modems.pin-file: %s cannot be read; is it there, and may this user read it?"
              .formatted(file));
    }
  }

  List<ModemSender> senders() {
    return modems.stream().map(modem -> new ModemSender(modem, room, fleet)).toList();
  }

  List<Modem> all() {
    return List.copyOf(modems);
  }

  List<String> names() {
    return modems.stream().map(Modem::name).toList();
  }

  /// What is looked after beside the queue.
  List<Rounds.Line> lines() {
    return modems.stream()
        .map(modem -> new Rounds.Line(new ModemSender(modem, room, fleet), modem::run))
        .toList();
  }

  /// @param lost whether the self-test of a modem of this name should be back and is not
  List<ModemHealth> health(Predicate<String> lost) {
    return modems.stream().map(modem -> health(modem.health(), lost)).toList();
  }

  private ModemHealth health(ModemHealth own, Predicate<String> lost) {
    ModemHealth health = health(own);
    return health.trouble().isEmpty() && lost.test(own.name())
        ? health.as(health.state(), Optional.of(Trouble.of(Trouble.Kind.SELF_TEST_LOST)))
        : health;
  }

  /// A modem that could send, but for the disk or for people who want otherwise, rests. What it
  /// complains of itself is worse: that not even receiving works.
  private ModemHealth health(ModemHealth own) {
    return fleet
        .stopped(own.name())
        .or(room::trouble)
        .filter(_ -> own.maySend())
        .map(why -> own.as(ModemHealth.State.RESTING, own.trouble().or(() -> Optional.of(why))))
        .orElse(own);
  }

  @Override
  public void close() {
    modems.forEach(Modem::close);
  }
}
