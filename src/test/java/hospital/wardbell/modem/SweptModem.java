package hospital.wardbell.modem;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The modem at the far end of a [SweptWire]: it keeps a journal of what it did, so that an outcome
/// can be held against it, and notes what must never be asked of it.
final class SweptModem {
  static final String PIN = "2468";
  static final String CODE = "*100#";
  static final List<String> WORDS = List.of("Your balance", "is 10.00");
  static final String OPERATOR = "Practice Mobile";
  static final String ICCID = "89001012345678901239";
  static final String IMEI = "862345678901237";

  private static final Duration USUAL = Duration.ofMillis(20);
  private static final Duration TO_NETWORK = Duration.ofSeconds(2);
  private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(17);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /// A TPDU that the modem took, and what it made of it.
  record Taken(String hex, SendOutcome outcome) {}

  /// What it did.
  final List<Taken> journal = new ArrayList<>();

  final List<String> wrongs = new ArrayList<>();

  /// What it makes of the next TPDUs: a reference, or an error; reference 200 if nothing is said.
  final Deque<String> verdicts = new ArrayDeque<>();

  /// What it answers, the next time only, in place of what it would.
  final Map<String, String> once = new HashMap<>();

  /// How long the next answer to a command takes.
  final Map<String, Duration> slow = new HashMap<>();

  /// The number of the service centre that the SIM knows.
  String centre = "+12025550100";

  int imsSwitched;
  int codesAsked;
  int pinTries = 3;
  int pinsGiven;
  boolean locked;

  private final List<String> expected = new ArrayList<>();
  private final SweptStores stores;
  private final StepClock clock;
  private final SweptWire wire;
  private final KeptArrivals arrivals;
  private final StringBuilder input = new StringBuilder();
  private Optional<String> unacknowledged = Optional.empty();
  private int direct;
  private String routing = "0,0,0,0,0";
  private boolean gives = true;
  private boolean entering;

  SweptModem(StepClock clock, SweptWire wire, KeptArrivals arrivals) {
    this.clock = clock;
    this.wire = wire;
    this.arrivals = arrivals;
    this.stores = new SweptStores(arrivals, wrongs);
    wire.connect(this::hear, this::stray);
  }

  /// Octets of the TPDU in `hex`, which begins with the service-centre address.
  static int octets(String hex) {
    return hex.length() / 2 - 1 - Integer.parseInt(hex.substring(0, 2), 16);
  }

  void store(String store, int index, String hex) {
    expected.add(hex);
    stores.put(store, index, hex);
  }

  void sayUnasked(String line) {
    say(Duration.ZERO, line);
  }

  /// Gives a report, or a message, and waits for its acknowledgement.
  void give(String opening, String hex) {
    given(opening, hex).lines().filter(line -> !line.isEmpty()).forEach(this::sayUnasked);
  }

  private boolean isFree() {
    return unacknowledged.isEmpty() && gives;
  }

  private String given(String opening, String hex) {
    if (!expected.contains(hex)) {
      expected.add(hex);
    }
    unacknowledged = Optional.of(hex);
    int mine = ++direct;
    wire.at(clock.instant().plus(ACKNOWLEDGE_WITHIN), () -> giveUp(mine, opening, hex));
    return "\r\n%s%d\r\n%s\r\n".formatted(opening, octets(hex), hex);
  }

  /// The network gives again what was not acknowledged, once the modem is told to take it.
  private void giveUp(int which, String opening, String hex) {
    if (unacknowledged.isPresent() && which == direct) {
      unacknowledged = Optional.empty();
      gives = false;
      again(opening, hex);
    }
  }

  private void again(String opening, String hex) {
    wire.at(
        clock.instant().plus(AGAIN),
        () -> {
          if (isFree()) {
            give(opening, hex);
          } else {
            again(opening, hex);
          }
        });
  }

  private String stray(Stray stray) {
    if (!stray.hasPdu()) {
      return "\r\n" + stray.line() + "\r\n";
    }
    boolean report = stray == Stray.REPORT;
    return isFree() ? given(stray.line(), report ? Samples.report(99) : Samples.message(99)) : "";
  }

  /// Whether nothing is left that somebody should have.
  boolean isSettled() {
    return stores.isEmpty() && isFree() && expected.stream().allMatch(this::arrived);
  }

  private boolean arrived(String hex) {
    return arrivals.messages.contains(hex) || arrivals.reports.contains(hex);
  }

  private void hear(String characters) {
    characters.chars().forEach(c -> hear((char) c));
  }

  private void hear(char c) {
    switch (c) {
      case '\u001b' -> leave();
      case '\u001a' -> {
        if (entering) {
          take();
        }
      }
      case '\r' -> {
        if (!entering) {
          String command = input.toString();
          input.setLength(0);
          answer(command);
        }
      }
      default -> input.append(c);
    }
  }

  private void leave() {
    entering = false;
    input.setLength(0);
  }

  private void take() {
    String hex = input.toString();
    leave();
    String verdict = Optional.ofNullable(verdicts.pollFirst()).orElse("200");
    if (verdict.startsWith("+")) {
      int code = Fields.number(verdict, 0).orElseThrow();
      var refused = new AtResponse.Refused(AtResponse.Family.CMS, code);
      journal.add(new Taken(hex, new SendOutcome.Refused(Refusals.fault(refused, Map.of()), code)));
      say(TO_NETWORK, verdict);
    } else {
      journal.add(new Taken(hex, new SendOutcome.Accepted(Integer.parseInt(verdict))));
      say(TO_NETWORK, "+CMGS: " + verdict);
      say(TO_NETWORK, "OK");
    }
  }

  private void answer(String command) {
    Duration after = Optional.ofNullable(slow.remove(command)).orElse(USUAL);
    String instead = once.remove(command);
    List<String> lines = instead == null ? answers(command) : List.of(instead);
    lines.forEach(line -> say(after, line));
  }

  private void say(Duration after, String line) {
    wire.say(after, "\r\n" + line + (line.equals("> ") ? "" : "\r\n"));
  }

  private List<String> answers(String command) {
    if (locked && command.matches("AT\\+C(PMS|SMS|MG|NM|SCA|MMS).*")) {
      return List.of("+CMS ERROR: 311");
    }
    if (command.startsWith("AT+CPMS=\"")) {
      return stores.select(command.substring(8));
    }
    if (command.matches("AT\\+CMG[RD]=\\d+")) {
      int index = Integer.parseInt(command.substring(8));
      return command.startsWith("AT+CMGR") ? stores.read(index) : stores.delete(index);
    }
    if (command.matches("AT\\+CMGS=\\d+")) {
      entering = true;
      return List.of("> ");
    }
    if (command.startsWith("AT+CPIN=")) {
      return enter(command);
    }
    return switch (command) {
      case "AT+CMGF?" -> List.of("+CMGF: 0", "OK");
      case "AT+CMEE?" -> List.of("+CMEE: 1", "OK");
      case "AT+CGMI" -> List.of("Practice", "OK");
      case "AT+CGMM" -> List.of("P100", "OK");
      case "AT+CGMR" -> List.of("1.0", "OK");
      case "AT+CCID" -> List.of("+CCID: " + ICCID, "OK");
      case "AT+CGSN" -> List.of(IMEI, "OK");
      case "AT+CPIN?" -> List.of("+CPIN: " + (locked ? "SIM PIN" : "READY"), "OK");
      case "AT+CPINR=\"SIM PIN\"" -> List.of("+CPINR: SIM PIN," + pinTries, "OK");
      case "AT+CPMS?" -> stores.state();
      case "AT+CPMS=?" -> List.of("+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")", "OK");
      case "AT+CMGL=4" -> stores.list();
      case "AT+CSMS=1" -> List.of("+CSMS: 1,1,1", "OK");
      case "AT+CSCA?" -> List.of("+CSCA: \"%s\",145".formatted(centre), "OK");
      case "AT+CIMI" -> List.of("001010123456789", "OK");
      case "AT+CGSMS=?" -> List.of("+CGSMS: (0-3)", "OK");
      case "AT+QCFG=\"ims\"" -> List.of("+QCFG: \"ims\",%d,0".formatted(imsSwitched), "OK");
      case "AT+CNMI=?" -> List.of("+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK");
      case "AT+CSMS?" -> List.of("+CSMS: 1,1,1,1", "OK");
      case "AT+CNMI?" -> List.of("+CNMI: " + (gives ? routing : "2,0,0,0,0"), "OK");
      case "AT+CREG?" -> List.of("+CREG: 2,1,\"00C3\",\"12\"", "OK");
      case "AT+CGREG=2", "AT+CEREG=2" -> List.of("ERROR");
      case "AT+CSQ" -> List.of("+CSQ: 20,99", "OK");
      case "AT+COPS?" -> List.of("+COPS: 0,0,\"" + OPERATOR + "\",7", "OK");
      case "AT+CNMA" -> acknowledged();
      case "AT+CUSD=1,\"" + CODE + "\",15" -> asked();
      default -> plain(command);
    };
  }

  /// The network answers a while after the modem.
  private List<String> asked() {
    codesAsked++;
    wire.at(
        clock.instant().plus(TO_NETWORK),
        () -> {
          sayUnasked("+CUSD: 1,\"" + WORDS.getFirst());
          sayUnasked(WORDS.getLast() + "\",15");
        });
    return List.of("OK");
  }

  private List<String> plain(String command) {
    if (command.startsWith("AT+CNMI=")) {
      routing = command.substring(8);
      gives = true;
    } else if (command.startsWith("AT+CSCA=")) {
      centre = Fields.at(command.substring(8), 0);
    } else if (command.equals("AT+QCFG=\"ims\",1")) {
      imsSwitched++;
    }
    return List.of(command.startsWith("AT") ? "OK" : "ERROR");
  }

  private List<String> enter(String command) {
    pinsGiven++;
    locked = !command.equals("AT+CPIN=\"" + PIN + "\"");
    return List.of(locked ? "+CME ERROR: 16" : "OK");
  }

  private List<String> acknowledged() {
    if (unacknowledged.isEmpty()) {
      return List.of("+CMS ERROR: 340");
    }
    unacknowledged.filter(hex -> !arrived(hex)).ifPresent(_ -> wrongs.add("acknowledged unread"));
    unacknowledged = Optional.empty();
    return List.of("OK");
  }
}
