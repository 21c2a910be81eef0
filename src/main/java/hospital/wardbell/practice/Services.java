package hospital.wardbell.practice;

import java.time.Duration;
import java.util.Optional;

/// What the network does besides texts: it answers codes, and people call. The modem's thread only.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.15 3GPP TS 27.007 §7.15 (+CUSD)
final class Services {
  private static final String BALANCE = "+CUSD: 0,\"Practice: balance 10.00\",15";
  private static final int MOST_RINGS = 6;

  private final Switches switches;
  private final Unsolicited voice;
  private final Agenda agenda;
  private Optional<String> afterwards = Optional.empty();
  private int calls;
  private boolean ringing;

  Services(Switches switches, Unsolicited voice, Agenda agenda) {
    this.switches = switches;
    this.voice = voice;
    this.agenda = agenda;
  }

  void addTo(CommandTable table) {
    table.add("+CUSD", this::code).add("+CHUP", _ -> hangUp());
  }

  /// Codes are answered by `lines`, after the modem's `OK`.
  void answerAfterwards(String lines) {
    afterwards = Optional.of(lines);
  }

  /// Somebody calls until nobody answers, or the modem rejects the call.
  ///
  /// @param caller empty if withheld
  void call(Optional<String> caller, Duration between) {
    calls++;
    ringing = true;
    ring(caller, between, calls, 1);
  }

  private void ring(Optional<String> caller, Duration between, int call, int ring) {
    if (!ringing || call != calls) {
      return;
    }
    voice.say(switches.ringNamed.isOn() ? "+CRING: VOICE" : "RING", () -> {});
    if (switches.callerShown.isOn()) {
      voice.say(
          caller.map("+CLIP: \"%s\",145,,,,0"::formatted).orElse("+CLIP: \"\",128,,,,1"), () -> {});
    }
    if (ring < MOST_RINGS) {
      agenda.after(between, () -> ring(caller, between, call, ring + 1));
    }
  }

  private Reply hangUp() {
    ringing = false;
    return Reply.ok();
  }

  /// Any code is answered as a prepaid card's balance would be.
  private Reply code(AtCommand command) {
    return switch (command.kind()) {
      case READ -> Reply.line("+CUSD: 0");
      case TEST -> Reply.line("+CUSD: (0-2)");
      case RUN, SET -> command.has(1) ? asked() : Reply.ok();
    };
  }

  private Reply asked() {
    if (afterwards.isEmpty()) {
      return Reply.line(BALANCE);
    }
    afterwards.ifPresent(lines -> agenda.after(Duration.ZERO, () -> voice.say(lines, () -> {})));
    return Reply.ok();
  }
}
