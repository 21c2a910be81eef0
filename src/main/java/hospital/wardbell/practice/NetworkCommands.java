package hospital.wardbell.practice;

import java.util.List;

/// Commands about the SIM, the radio and the network.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7 3GPP TS 27.007 §7 (network service commands)
final class NetworkCommands {
  private static final String NAME = "Practice";
  private static final String CODE = "00101";

  private final Switches switches;
  private final Radio radio;
  private final Runnable changed;
  private final Runnable reboot;
  private int nameFormat;

  /// @param changed called after anything that may bring the network near or far
  /// @param reboot starts the modem anew, after the answer
  NetworkCommands(Switches switches, Radio radio, Runnable changed, Runnable reboot) {
    this.switches = switches;
    this.radio = radio;
    this.changed = changed;
    this.reboot = reboot;
  }

  void addTo(CommandTable table) {
    table
        .add("+CPIN", this::pin)
        .add("+CFUN", this::functionality)
        .add("+CREG", command -> registration(switches.circuitNews, command))
        .add("+CGREG", command -> registration(switches.packetNews, command))
        .add("+CEREG", command -> registration(switches.evolvedNews, command))
        .add("+CGATT", command -> read(command, "+CGATT: " + (radio.isRegistered() ? 1 : 0)))
        .add("+COPS", this::operator)
        .add("+CSQ", this::signal);
  }

  /// The line that `dial` asked for, now that registration has changed.
  String news(Dial dial) {
    return dial.name() + ": " + location(dial);
  }

  private Reply pin(AtCommand command) {
    return switch (command.kind()) {
      case READ -> Reply.line("+CPIN: " + radio.lock());
      case TEST -> Reply.ok();
      case RUN -> Reply.badArgument();
      case SET -> {
        if (radio.isSimOpen()) {
          yield new Reply.EquipmentError(3);
        }
        if (!radio.open(command.text(0))) {
          yield new Reply.EquipmentError(radio.lock().equals("SIM PUK") ? 12 : 16);
        }
        changed.run();
        yield Reply.ok();
      }
    };
  }

  private Reply functionality(AtCommand command) {
    return switch (command.kind()) {
      case READ -> Reply.line("+CFUN: " + radio.functionality());
      case TEST -> Reply.line("+CFUN: (0,1,4),(0-1)");
      case RUN -> Reply.badArgument();
      case SET -> {
        int wanted = command.number(0, 1);
        if (wanted != 0 && wanted != 1 && wanted != 4) {
          yield Reply.badArgument();
        }
        if (command.number(1, 0) == 1) {
          reboot.run();
          yield Reply.ok();
        }
        radio.setFunctionality(wanted);
        changed.run();
        yield Reply.ok();
      }
    };
  }

  private Reply registration(Dial dial, AtCommand command) {
    return command.kind() == AtCommand.Kind.READ
        ? Reply.line(dial.name() + ": " + dial.value() + "," + location(dial))
        : dial.answer(command);
  }

  private String location(Dial dial) {
    int status = dial == switches.circuitNews ? radio.circuitRegistration() : radio.registration();
    return dial.value() == 2 && status == 1
        ? status + ",\"00A1\",\"0012B3C4\"," + radio.technology()
        : "" + status;
  }

  private Reply operator(AtCommand command) {
    return switch (command.kind()) {
      case TEST ->
          Reply.line(
              "+COPS: (2,\"%s\",\"%s\",\"%s\",%d),,(0-4),(0-2)"
                  .formatted(NAME, NAME, CODE, radio.technology()));
      case READ ->
          Reply.line(
              radio.isRegistered()
                  ? "+COPS: 0,%d,\"%s\",%d"
                      .formatted(nameFormat, nameFormat == 2 ? CODE : NAME, radio.technology())
                  : "+COPS: 0");
      case RUN -> Reply.ok();
      case SET -> {
        nameFormat = command.number(1, nameFormat);
        yield Reply.ok();
      }
    };
  }

  private Reply signal(AtCommand command) {
    return read(command, radio.isRegistered() ? "+CSQ: 21,99" : "+CSQ: 99,99");
  }

  private static Reply read(AtCommand command, String line) {
    return switch (command.kind()) {
      case RUN, READ -> Reply.line(line);
      case SET -> Reply.ok();
      case TEST -> new Reply.Done(List.of());
    };
  }
}
