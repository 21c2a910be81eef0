package hospital.wardbell.practice;

/// Commands that say how messages are sent and received.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.2 3GPP TS 27.005 §3.2 (general configuration)
final class MessageSettings {
  private static final int NOTHING_TO_ACKNOWLEDGE = 340;

  private final Switches switches;
  private final Delivery delivery;
  private final Runnable changed;
  private String serviceCentre = Network.CENTRE.e164();

  /// @param changed called, after the answer, when something may be delivered that could not be
  MessageSettings(Switches switches, Delivery delivery, Runnable changed) {
    this.switches = switches;
    this.delivery = delivery;
    this.changed = changed;
  }

  void addTo(CommandTable table) {
    table
        .add(switches.format)
        .add(switches.linkKept)
        .add("+CSMS", this::service)
        .add("+CSCA", this::centre)
        .add("+CNMI", this::routing)
        .add("+CNMA", this::acknowledge)
        .add("+CSCB", MessageSettings::broadcast)
        .add("+CSAS", _ -> Reply.ok())
        .add("+CRES", _ -> Reply.ok());
  }

  void forgetServiceCentre() {
    serviceCentre = "";
  }

  boolean hasServiceCentre() {
    return !serviceCentre.isEmpty();
  }

  private Reply service(AtCommand command) {
    return switch (command.kind()) {
      case READ -> Reply.line("+CSMS: " + switches.service.value() + ",1,1,1");
      case TEST -> Reply.line("+CSMS: (0,1)");
      case RUN, SET ->
          switches.service.set(command.number(0, 0)) instanceof Reply.Done
              ? Reply.line("+CSMS: 1,1,1")
              : new Reply.MessageError(302);
    };
  }

  private Reply centre(AtCommand command) {
    return switch (command.kind()) {
      case READ ->
          Reply.line(
              "+CSCA: \"%s\",%d"
                  .formatted(serviceCentre, serviceCentre.startsWith("+") ? 145 : 129));
      case TEST -> Reply.ok();
      case RUN, SET -> {
        serviceCentre = command.text(0);
        yield Reply.ok();
      }
    };
  }

  private Reply routing(AtCommand command) {
    Reply reply = switches.routing.answer(command);
    changed.run();
    return reply;
  }

  private Reply acknowledge(AtCommand command) {
    if (command.kind() == AtCommand.Kind.TEST) {
      return Reply.line("+CNMA: (0-2)");
    }
    if (command.number(0, 0) == 2) {
      delivery.giveUpAcknowledgement();
    } else if (!delivery.acknowledge()) {
      return new Reply.MessageError(NOTHING_TO_ACKNOWLEDGE);
    }
    changed.run();
    return Reply.ok();
  }

  private static Reply broadcast(AtCommand command) {
    return switch (command.kind()) {
      case READ -> Reply.line("+CSCB: 0,\"\",\"\"");
      case TEST -> Reply.line("+CSCB: (0,1)");
      case RUN, SET -> Reply.ok();
    };
  }
}
