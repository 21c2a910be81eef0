package hospital.wardbell.modem;

import hospital.wardbell.modem.Vitals.Topic;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SIM that is in the modem: which one it is, whether it is another than before, and its
/// service centre's number, which some lose and get back from here.
final class SimCard {
  private static final Logger LOG = System.getLogger(SimCard.class.getName());

  /// Where a line's memory has the number of the SIM that it has.
  static final String ICCID = "iccid";

  private static final String SWAPPED = "sim-swapped";
  private static final String CENTRE = "service-centre";
  private static final Duration SWAP_SHOWN = Duration.ofDays(1);
  private static final int SHOWN = 4;

  /// Issuers of telecommunication cards begin with 89.
  ///
  /// @spec https://www.itu.int/rec/T-REC-E.118#4.1 ITU-T E.118 §4.1 (primary account number)
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)89\\d{16,18}(?!\\d)");

  private static final Pattern READ =
      Pattern.compile("\\+CRSM: *144, *\\d+, *\"?([0-9A-Fa-f]{20}).*");
  private static final Pattern KNOWN_CENTRE =
      Pattern.compile("\\+CSCA: *\"(\\+?\\d{5,20})\" *, *(\\d{1,3})");

  private final AtDialogue at;
  private final LineMemory memory;
  private final Vitals vitals;
  private final InstantSource clock;
  private Optional<String> lent = Optional.empty();

  SimCard(AtDialogue at, LineMemory memory, Vitals vitals, InstantSource clock) {
    this.at = at;
    this.memory = memory;
    this.vitals = vitals;
    this.clock = clock;
  }

  /// The SIM's own number, if it says; some say before they are open.
  ///
  /// @spec https://www.3gpp.org/dynareport/31102.htm#4.2.1 3GPP TS 31.102 (EF ICCID, by +CRSM)
  Optional<String> iccid() throws InterruptedException {
    for (String line : at.ask(AtCommand.free("AT+CCID")).information()) {
      Matcher number = NUMBER.matcher(line);
      if (number.find()) {
        return Optional.of(number.group());
      }
    }
    for (String line : at.ask(AtCommand.of("AT+CRSM=176,12258,0,0,10")).information()) {
      Matcher read = READ.matcher(line);
      if (read.matches()) {
        return Optional.of(swapped(read.group(1))).filter(n -> NUMBER.matcher(n).matches());
      }
    }
    return Optional.empty();
  }

  private static String swapped(String semiOctets) {
    return semiOctets.replaceAll("(.)(.)", "$2$1").replaceAll("[Ff]$", "");
  }

  /// Notices a SIM that is another than the last one of this line, and tells it for a day.
  void notice() throws InterruptedException {
    Optional<String> now = iccid();
    Optional<String> before = memory.recall(ICCID);
    boolean known = now.equals(before);
    boolean sure = now.isPresent() && (known || now.equals(iccid())); // twice: one may be cut
    vitals.sim(now.filter(_ -> sure));
    if (sure && !known) {
      keep(ICCID, now.get());
      if (before.isPresent()) {
        keep(SWAPPED, String.valueOf(clock.instant().toEpochMilli()));
      }
    }
    tell();
  }

  private void tell() {
    boolean lately =
        memory.recall(SWAPPED).map(Long::valueOf).map(Instant::ofEpochMilli).stream()
            .anyMatch(when -> clock.instant().isBefore(when.plus(SWAP_SHOWN)));
    Optional<String> iccid = memory.recall(ICCID);
    if (lately && iccid.isPresent()) {
      String last = iccid.get().substring(iccid.get().length() - SHOWN);
      vitals.trouble(Topic.SIM, Trouble.of(Trouble.Kind.SIM_SWAPPED, last));
    } else {
      vitals.fine(Topic.SIM);
    }
  }

  /// Makes sure that the SIM knows where texts are sent to: what it knew last is given back to it.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.3.1 3GPP TS 27.005 §3.3.1 (+CSCA)
  void mendServiceCentre() throws InterruptedException {
    tell();
    for (String line : at.ask(AtCommand.of("AT+CSCA?")).information()) {
      Matcher known = KNOWN_CENTRE.matcher(line);
      if (known.matches()) {
        String owner = memory.recall(ICCID).orElse("");
        keep(CENTRE, "%s \"%s\",%s".formatted(owner, known.group(1), known.group(2)));
        vitals.fine(Topic.SERVICE_CENTRE);
      } else if (Fields.at(line, 0).isEmpty()) {
        giveBack();
      }
    }
  }

  /// What a SIM that knows no service centre is given where none is remembered of it either.
  ///
  /// @param number its carrier's, international
  void lend(Optional<String> number) {
    lent = number.map("\"%s\",145"::formatted);
  }

  private void giveBack() throws InterruptedException {
    String owner = memory.recall(ICCID).orElse("") + " ";
    Optional<String> known =
        memory
            .recall(CENTRE)
            .filter(c -> c.startsWith(owner))
            .map(c -> c.substring(owner.length()));
    Optional<String> given = known.or(() -> lent);
    boolean mended =
        given.isPresent()
            && at.ask(AtCommand.of("AT+CSCA=" + given.get())) instanceof AtResponse.Ok;
    if (mended) {
      LOG.log(
          Level.INFO,
          known.isPresent()
              ? "a SIM lost its service centre number and was given it back"
              : "a SIM knew no service centre number and was given its carrier's");
      vitals.fine(Topic.SERVICE_CENTRE);
      vitals.mended();
    } else {
      vitals.trouble(Topic.SERVICE_CENTRE, Trouble.of(Trouble.Kind.NO_SERVICE_CENTRE));
    }
  }

  /// What is noticed anew at the next start is no reason to stop.
  private void keep(String key, String value) {
    try {
      memory.keep(key, value);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "what is known of a SIM cannot be kept on the disk");
    }
  }
}
