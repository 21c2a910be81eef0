package hospital.wardbell.practice;

import hospital.wardbell.practice.JournalEntry.Mishap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/// Decides each time anew whether something goes wrong. The modem's thread only.
final class Luck {
  private static final int GENERAL = 500;
  private static final List<String> UNSOLICITED =
      List.of("^RSSI:17", "+CREG: 1", "^HWNAT:06", "OVER-VOLTAGE WARNNING", "+CSQ: 21,99");
  private static final List<String> NOISE = List.of("\u0000~x", "?#", "A", "+CM", "\u00ff\u0000");

  private final Faults faults;
  private final Journal journal;
  private final Random random;
  private final Queue<Fault.Refused> refusals = new ArrayDeque<>();
  private int finalsToLose;

  Luck(Faults faults, Journal journal) {
    this.faults = faults;
    this.journal = journal;
    this.random = new Random(faults.seed());
  }

  void loseNextFinal() {
    finalsToLose++;
  }

  void refuseNext(Fault.Refused refusal) {
    refusals.add(refusal);
  }

  boolean losesFinal() {
    if (finalsToLose > 0) {
      finalsToLose--;
      return suffer(Mishap.LOST_FINAL);
    }
    return strikes(faults.lostFinal(), Mishap.LOST_FINAL);
  }

  /// How the next SUBMIT is refused, if it is.
  Optional<Fault.Refused> refusal() {
    Fault.Refused asked = refusals.poll();
    if (asked != null) {
      boolean _ = suffer(Mishap.REFUSED);
      return Optional.of(asked);
    }
    return strikes(faults.refused(), Mishap.REFUSED)
        ? Optional.of(new Fault.Refused(GENERAL))
        : Optional.empty();
  }

  /// An unsolicited line, or nothing.
  String urcInside() {
    return strikes(faults.urcInside(), Mishap.URC_INSIDE) ? "\r\n" + any(UNSOLICITED) + "\r\n" : "";
  }

  /// Noise, or nothing.
  String garbage() {
    return strikes(faults.garbage(), Mishap.GARBAGE) ? "\r\n" + any(NOISE) + "\r\n" : "";
  }

  boolean echoesAstray() {
    return strikes(faults.strayEcho(), Mishap.STRAY_ECHO);
  }

  private boolean strikes(double chance, Mishap mishap) {
    return chance > 0 && random.nextDouble() < chance && suffer(mishap);
  }

  private boolean suffer(Mishap mishap) {
    journal.record(new JournalEntry.Suffered(Instant.now(), mishap));
    return true;
  }

  private String any(List<String> lines) {
    return lines.get(random.nextInt(lines.size()));
  }
}
