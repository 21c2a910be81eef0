package hospital.wardbell;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Mishap;
import hospital.wardbell.practice.JournalEntry.Suffered;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// One modem of a soak with all that befalls it: the same seed, the same mishaps in the same order.
///
/// One thread takes the steps; any thread may have a text delivered.
final class SoakLine implements Callable<Void> {
  /// What can befall it, the worse ones less often.
  private enum Blow {
    HANG_UP(3),
    DEAF_UNTIL_REOPENED(1),
    DEAF_UNTIL_REPLUGGED(1),
    ANSWER_LOST(2),
    REFUSED(6),
    REFUSED_AND_PROMPTS(3),
    NO_COVERAGE(6);

    private final int weight;

    Blow(int weight) {
      this.weight = weight;
    }

    private static Blow any(Random random) {
      int left = random.nextInt(IntStream.of(weights()).sum());
      int number = 0;
      while (left >= weights()[number]) {
        left -= weights()[number];
        number++;
      }
      return values()[number];
    }

    private static int[] weights() {
      return IntStream.range(0, values().length).map(i -> values()[i].weight).toArray();
    }
  }

  private static final int SHORTEST_REST_MILLIS = 2_000;
  private static final int LONGEST_REST_MILLIS = 14_000;
  private static final int LONGEST_AWAY_MILLIS = 4_000;
  private static final int LONGEST_OUTAGE_SECONDS = 6;
  private static final int REFUSED_FOR_NOW = 500;

  private final String name;
  private final VirtualModem modem;
  private final Random random;
  private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
  private final Map<Mishap, Long> expected = new EnumMap<>(Mishap.class);
  private volatile boolean ending;

  /// @param name as the boot file has it
  SoakLine(String name, VirtualModem modem, long seed) {
    this.name = name;
    this.modem = modem;
    this.random = new Random(seed);
  }

  String name() {
    return name;
  }

  Journal journal() {
    return modem.journal();
  }

  int waitingTexts() {
    return modem.waitingTexts();
  }

  /// The network brings this, as often as it likes.
  void deliver(List<DeliverTpdu> segments) {
    modem.deliver(segments);
  }

  /// Nothing more befalls it; it is left plugged in and hearing.
  void end() {
    ending = true;
  }

  @Override
  public Void call() throws InterruptedException {
    while (!ending) {
      int more = random.nextInt(LONGEST_REST_MILLIS - SHORTEST_REST_MILLIS);
      Until.rest(Duration.ofMillis(SHORTEST_REST_MILLIS + more));
      suffer(Blow.any(random));
    }
    replug(Duration.ZERO); // it may be deaf
    return null;
  }

  private void suffer(Blow blow) throws InterruptedException {
    var _ = blows.merge(blow, 1, Integer::sum);
    Duration away = Duration.ofMillis(random.nextInt(LONGEST_AWAY_MILLIS));
    switch (blow) {
      case HANG_UP -> replug(away);
      case DEAF_UNTIL_REOPENED -> modem.suffer(new Fault.Deaf(true));
      case DEAF_UNTIL_REPLUGGED -> {
        modem.suffer(new Fault.Deaf(false));
        Until.rest(away.multipliedBy(2));
        replug(Duration.ZERO);
      }
      case ANSWER_LOST -> once(Mishap.LOST_FINAL, new Fault.LostFinal());
      case REFUSED -> once(Mishap.REFUSED, new Fault.Refused(REFUSED_FOR_NOW));
      case REFUSED_AND_PROMPTS -> once(Mishap.REFUSED, new Fault.Refused(REFUSED_FOR_NOW, true));
      case NO_COVERAGE ->
          modem.suffer(
              new Fault.NoCoverage(Duration.ofSeconds(1 + random.nextInt(LONGEST_OUTAGE_SECONDS))));
    }
  }

  /// What lies in wait for the next text, unless something of the kind lies there already: one text
  /// is not to meet many in a row, which it would wait out for a long time.
  private void once(Mishap mishap, Fault fault) {
    long met = journal().entries(Suffered.class).stream().filter(s -> s.mishap() == mishap).count();
    if (met >= expected.getOrDefault(mishap, 0L)) {
      expected.put(mishap, met + 1);
      modem.suffer(fault);
    }
  }

  private void replug(Duration away) throws InterruptedException {
    modem.unplug();
    Until.rest(away);
    modem.replug();
  }

  /// The segments of a text, as the network carries them.
  ///
  /// @param reference of the text, if it has several
  static List<DeliverTpdu> segments(PhoneNumber from, String text, int reference) {
    Segments segments = Segments.of(text);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return IntStream.rangeClosed(1, segments.parts())
        .mapToObj(number ->
            new DeliverTpdu(
                Address.of(from),
                0,
                segments.coding(),
                now,
                number < segments.parts(),
                false,
                false,
                segments.userData(number, reference)))
        .toList();
  }

  @Override
  public String toString() {
    return name + " " + blows;
  }
}
