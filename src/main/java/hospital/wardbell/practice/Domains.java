package hospital.wardbell.practice;

import java.util.Optional;

/// Which of the network's domains the modem's texts go by, and which of them the network takes
/// texts by. IMS is set as with a Quectel modem: what is set takes effect when the modem starts.
/// The modem's thread only.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#10.1.21 3GPP TS 27.007 §10.1.21 (+CGSMS)
final class Domains {
  private static final String IMS = "ims";
  private static final int IMS_ON = 1;
  private static final int HIGHEST = 2;
  private static final int GENERAL = 500;

  private final Switches switches;
  private final Radio radio;
  private Optional<Fault.WrongDomain> wrong = Optional.empty();
  private int ims;
  private boolean usesIms;

  Domains(Switches switches, Radio radio) {
    this.switches = switches;
    this.radio = radio;
  }

  void addTo(CommandTable table) {
    table.add(switches.smsService).add("+QCFG", this::configuration);
  }

  void suffer(Fault.WrongDomain fault) {
    wrong = Optional.of(fault);
  }

  void restart() {
    usesIms = ims == IMS_ON;
  }

  /// How a SUBMIT is refused that goes the way the modem is set to now, if it is.
  Optional<Fault.Refused> refusal() {
    if (radio.isEvolvedOnly() && !usesIms) {
      return Optional.of(new Fault.Refused(GENERAL));
    }
    return wrong
        .filter(fault -> fault.right() != switches.smsService.value())
        .map(fault -> new Fault.Refused(fault.code()));
  }

  private Reply configuration(AtCommand command) {
    if (command.kind() != AtCommand.Kind.SET || !command.text(0).equals(IMS)) {
      return new Reply.Bare();
    }
    if (!command.has(1)) {
      return Reply.line("+QCFG: \"ims\",%d,%d".formatted(ims, usesIms ? 1 : 0));
    }
    int wanted = command.number(1, 0);
    if (wanted < 0 || wanted > HIGHEST) {
      return Reply.badArgument();
    }
    ims = wanted;
    return Reply.ok();
  }
}
