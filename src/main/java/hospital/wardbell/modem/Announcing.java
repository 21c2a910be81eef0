package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Announcements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the modem tells of arrivals: messages are stored and announced, or given directly where that
/// is asked for; reports are given directly where the modem can.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI)
final class Announcing {
  private static final int ANNOUNCE = 1;
  private static final int GIVE = 2;

  private final AtDialogue at;
  private String kept = "";

  Announcing(AtDialogue at) {
    this.at = at;
  }

  /// Sets the best way the modem accepts; modems refuse some that they list, so each is tried.
  ///
  /// @param directly whether messages are to be given directly, where the modem can
  void setUp(Announcements wanted, boolean directly) throws InterruptedException {
    List<List<Integer>> offered = offered(wanted);
    List<String> tuples = new ArrayList<>();
    if (directly && offered.get(1).contains(GIVE)) {
      tuples.addAll(candidates(wanted, GIVE, offered));
    }
    tuples.addAll(candidates(wanted, ANNOUNCE, offered));
    for (String tuple : tuples) {
      if (at.ask(AtCommand.of("AT+CNMI=" + tuple)) instanceof AtResponse.Ok) {
        kept = tuple;
        return;
      }
    }
  }

  /// Whether any way was accepted; without one, arrivals are found by looking.
  boolean isSet() {
    return !kept.isEmpty();
  }

  /// Sets the way again if the modem dropped it, as it does after an acknowledgement came late.
  void keep() throws InterruptedException {
    Optional<String> now = at.ask(AtCommand.of("AT+CNMI?")).information().stream().findFirst();
    if (isSet() && now.isPresent() && !String.join(",", Fields.of(now.get())).equals(kept)) {
      at.ask(AtCommand.of("AT+CNMI=" + kept));
    }
  }

  private List<List<Integer>> offered(Announcements wanted) throws InterruptedException {
    for (String line : at.ask(AtCommand.of("AT+CNMI=?")).information()) {
      List<String> fields = Fields.of(line);
      if (fields.size() == 5) {
        return fields.stream().map(Fields::range).toList();
      }
    }
    List<Integer> best = List.of(wanted.modes().getFirst()); // does not say: try
    return List.of(best, List.of(GIVE), List.of(0), wanted.reports(), wanted.buffers());
  }

  private static List<String> candidates(
      Announcements wanted, int message, List<List<Integer>> offered) {
    List<String> tuples = new ArrayList<>();
    for (int mode : common(wanted.modes(), offered.get(0))) {
      for (int report : common(wanted.reports(), offered.get(3))) {
        for (int buffer : common(wanted.buffers(), offered.get(4))) {
          tuples.add("%d,%d,0,%d,%d".formatted(mode, message, report, buffer));
        }
      }
    }
    return tuples;
  }

  private static List<Integer> common(List<Integer> wanted, List<Integer> offered) {
    return wanted.stream().filter(offered::contains).toList();
  }
}
