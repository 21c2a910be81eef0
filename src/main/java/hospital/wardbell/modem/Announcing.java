package hospital.wardbell.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the modem tells of arrivals: messages are stored and announced, reports given directly where
/// the modem can.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI)
final class Announcing {
  private static final List<Integer> MODES = List.of(2, 1, 3);
  private static final List<Integer> REPORTS = List.of(1, 2, 0);
  private static final List<Integer> BUFFERS = List.of(0, 1);

  private final AtDialogue at;
  private String kept = "";

  Announcing(AtDialogue at) {
    this.at = at;
  }

  /// Sets the best way the modem accepts; modems refuse some that they list, so each is tried.
  void setUp() throws InterruptedException {
    for (String tuple : candidates(offered())) {
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

  private List<List<Integer>> offered() throws InterruptedException {
    for (String line : at.ask(AtCommand.of("AT+CNMI=?")).information()) {
      List<String> fields = Fields.of(line);
      if (fields.size() == 5) {
        return fields.stream().map(Fields::range).toList();
      }
    }
    return List.of(List.of(2), List.of(1), List.of(0), REPORTS, BUFFERS);
  }

  private static List<String> candidates(List<List<Integer>> offered) {
    List<String> tuples = new ArrayList<>();
    for (int mode : common(MODES, offered.get(0))) {
      for (int report : common(REPORTS, offered.get(3))) {
        for (int buffer : common(BUFFERS, offered.get(4))) {
          tuples.add("%d,1,0,%d,%d".formatted(mode, report, buffer));
        }
      }
    }
    return tuples;
  }

  private static List<Integer> common(List<Integer> wanted, List<Integer> offered) {
    return wanted.stream().filter(offered::contains).toList();
  }
}
