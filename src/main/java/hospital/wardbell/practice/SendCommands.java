package hospital.wardbell.practice;

import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.SubmitTpdu;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Commands that take a PDU: submit it, store it, submit a stored one.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.3 3GPP TS 27.005 §4.3 (+CMGS in PDU mode)
final class SendCommands {
  private static final Pattern HEX = Pattern.compile("([0-9A-F]{2}){2,}");
  private static final String NO_CENTRE = "00";
  private static final int MOST_TPDU_OCTETS = 164;
  private static final int BAD_PDU = 304;

  private final Habits habits;
  private final MessageSettings settings;
  private final Memories memories;
  private final Radio radio;
  private final AtEngine engine;
  private final Outgoing outgoing;

  SendCommands(
      Habits habits,
      MessageSettings settings,
      Memories memories,
      Radio radio,
      AtEngine engine,
      Outgoing outgoing) {
    this.habits = habits;
    this.settings = settings;
    this.memories = memories;
    this.radio = radio;
    this.engine = engine;
    this.outgoing = outgoing;
  }

  void addTo(CommandTable table) {
    table
        .add("+CMGS", command -> prompt(command, message -> submit(message, "+CMGS: ")))
        .add("+CMGW", command -> prompt(command, message -> store(message, command)))
        .add("+CMSS", this::submitStored);
  }

  private interface Taker {
    Reply take(StoredMessage message);
  }

  private Reply prompt(AtCommand command, Taker taker) {
    if (command.kind() == AtCommand.Kind.TEST) {
      return Reply.ok();
    }
    int octets = command.number(0, 0);
    if (octets < 1 || octets > MOST_TPDU_OCTETS) {
      return new Reply.MessageError(BAD_PDU);
    }
    return new Reply.Prompt(text -> checked(text.strip().toUpperCase(Locale.ROOT), octets, taker));
  }

  private Reply checked(String entry, int tpduOctets, Taker taker) {
    String hex = habits.takesServiceCentre() ? entry : NO_CENTRE + entry;
    if (!HEX.matcher(hex).matches()) {
      return new Reply.MessageError(BAD_PDU);
    }
    int centreOctets = 1 + Integer.parseInt(hex.substring(0, 2), 16);
    if (hex.length() / 2 != centreOctets + tpduOctets) {
      return new Reply.MessageError(BAD_PDU);
    }
    return taker.take(new StoredMessage(StoredMessage.State.STORED_UNSENT, hex, tpduOctets));
  }

  private Reply submit(StoredMessage message, String answer) {
    if (!radio.isRegistered()) {
      return new Reply.MessageError(331);
    }
    Optional<Pdu> pdu = readable(message.hex());
    if (pdu.isEmpty() || !(pdu.get().tpdu() instanceof SubmitTpdu tpdu)) {
      return new Reply.MessageError(BAD_PDU);
    }
    if (pdu.get().serviceCentre().isEmpty() && !settings.hasServiceCentre()) {
      return new Reply.MessageError(330);
    }
    outgoing.submit(tpdu, message, answer, engine);
    return new Reply.Later();
  }

  private static Optional<Pdu> readable(String hex) {
    try {
      return Optional.of(Pdu.read(hex, Pdu.Way.FROM_MOBILE));
    } catch (MalformedPdu e) {
      return Optional.empty();
    }
  }

  private Reply store(StoredMessage message, AtCommand command) {
    Optional<StoredMessage.State> state =
        StoredMessage.State.of(command.number(1, StoredMessage.State.STORED_UNSENT.number()));
    if (state.isEmpty()) {
      return new Reply.MessageError(302);
    }
    OptionalInt index = memories.writing().add(message.in(state.get()));
    return index.isPresent()
        ? Reply.line("+CMGW: " + index.getAsInt())
        : new Reply.MessageError(322);
  }

  private Reply submitStored(AtCommand command) {
    Optional<StoredMessage> message = memories.writing().at(command.number(0, 0));
    if (message.isEmpty()) {
      return new Reply.MessageError(321);
    }
    memories
        .writing()
        .replace(command.number(0, 0), message.get().in(StoredMessage.State.STORED_SENT));
    return submit(message.get(), "+CMSS: ");
  }
}
