package hospital.wardbell.modem;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose SIM is in the modem, and what follows from it: its service centre, its rate, and IMS.
///
/// The SIM's IMSI names its subscriber. It is held against the carriers, and neither kept nor told.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#5.6 3GPP TS 27.007 §5.6 (+CIMI)
final class Subscription {
  private static final Logger LOG = System.getLogger(Subscription.class.getName());

  /// Where a line's memory has for which SIM and modem IMS was switched last, and which way.
  private static final String SWITCHED = "ims-switched";

  private static final int TIMES = 3;
  private static final Pattern IMSI = Pattern.compile("(?:\\+CIMI: *)?\"?(\\d{14,15})\"?");

  private final AtDialogue at;
  private final Carriers carriers;
  private final SimCard card;
  private final LineMemory memory;
  private final Vitals vitals;

  Subscription(AtDialogue at, Carriers carriers, SimCard card, LineMemory memory, Vitals vitals) {
    this.at = at;
    this.carriers = carriers;
    this.card = card;
    this.memory = memory;
    this.vitals = vitals;
  }

  /// Finds out whose SIM it is and acts on it.
  ///
  /// @throws ModemFault if the modem must restart for it
  void setUp(Profile profile) throws InterruptedException {
    Optional<Carrier> carrier =
        carriers.isEmpty() ? Optional.empty() : imsi().flatMap(carriers::of);
    card.lend(carrier.flatMap(Carrier::serviceCentre));
    vitals.rate(carrier.map(Carrier::rate).orElse(Rate.NONE));
    if (carrier.isPresent()) {
      LOG.log(
          Level.INFO,
          "modem {0}: the SIM is of the carrier {1}: {2}; IMS: {3}",
          name(),
          carrier.get().name(),
          carrier.get().rate(),
          carrier.get().ims());
      switchIms(carrier.get().ims(), profile);
    }
  }

  /// One that does not refuse the question is asked again unless it says one whole number: its line
  /// may have been lost, or cut, and what is left of it would be another carrier's.
  private Optional<String> imsi() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      AtResponse response = at.ask(AtCommand.free("AT+CIMI"));
      List<String> said = response.information().stream().distinct().toList();
      Matcher imsi = IMSI.matcher(String.join("\n", said));
      if (imsi.matches()) {
        return Optional.of(imsi.group(1));
      }
      if (response instanceof AtResponse.Refused) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void switchIms(Carrier.Ims policy, Profile profile) throws InterruptedException {
    if (policy != Carrier.Ims.LEAVE && profile.ims().isPresent()) {
      switchIms(policy == Carrier.Ims.ON, profile.ims().get(), profile.reset().restart());
    }
  }

  /// A modem that goes back on it would be restarted for ever, so it is told once: that it was, is
  /// kept before it is.
  private void switchIms(boolean wanted, ImsSwitch ims, Optional<String> restart)
      throws InterruptedException {
    List<String> says = says(ims);
    if (says.isEmpty() || isSo(ims, wanted, says) || !says.equals(says(ims))) {
      return; // asked twice: what came cut would look like another setting
    }
    Optional<String> sim = memory.recall(SimCard.ICCID);
    String mark =
        "%s %s %s"
            .formatted(sim.orElse(""), vitals.health().imei().orElse("-"), wanted ? "on" : "off");
    if (sim.isEmpty() || memory.recall(SWITCHED).filter(mark::equals).isPresent()) {
      LOG.log(
          Level.WARNING, "modem {0}: its IMS is not as the carrier of its SIM needs it", name());
      return;
    }
    at.prepare(); // or what was never said would count as said
    if (!isKept(mark)) {
      return;
    }
    if (at.ask(AtCommand.of(ims.command(wanted))) instanceof AtResponse.Refused) {
      LOG.log(Level.WARNING, "modem {0}: it refuses {1}", name(), ims.command(wanted));
      return;
    }
    if (restart.isEmpty()) {
      return; // it takes effect the next time somebody restarts it
    }
    throw new ModemFault(ModemFault.Kind.NO_NETWORK, Trouble.of(Trouble.Kind.IMS_SWITCHED));
  }

  private List<String> says(ImsSwitch ims) throws InterruptedException {
    return at.ask(AtCommand.of(ims.ask())).information();
  }

  private static boolean isSo(ImsSwitch ims, boolean wanted, List<String> says) {
    return says.stream().anyMatch(line -> ims.isSo(wanted, line));
  }

  private boolean isKept(String mark) {
    try {
      memory.keep(SWITCHED, mark);
      return true;
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "modem {0}: its IMS is left, since that cannot be kept", name());
      return false;
    }
  }

  private String name() {
    return vitals.health().name();
  }
}
