package hospital.wardbell.practice;

import java.util.List;

/// Commands about the line and the equipment itself.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#6 ITU-T V.250 §6 (commands)
final class GeneralCommands {
  private static final String MAKER = "Wardbell";
  private static final String MODEL = "Practice modem";
  private static final String REVISION = "1.0";
  private static final String IMSI = "001010123456789";
  private static final String ICCID = "89001012345678901239";

  /// What programs set out of habit and a pseudo-terminal has no use for.
  private static final List<String> HARMLESS =
      List.of("&C", "&D", "&K", "&W", "H", "X", "L", "M", "S", "+IPR", "+IFC", "+ICF", "+CSDH");

  private final Switches switches;
  private final Radio radio;
  private final String imei;

  GeneralCommands(Switches switches, Radio radio, String imei) {
    this.switches = switches;
    this.radio = radio;
    this.imei = imei;
  }

  /// @param turnBack puts every setting back
  void addTo(CommandTable table, Runnable turnBack) {
    HARMLESS.forEach(name -> table.add(name, _ -> Reply.ok()));
    table
        .add(switches.echo)
        .add(switches.verbose)
        .add(switches.quiet)
        .add(switches.errors)
        .add(switches.callerShown)
        .add(switches.ringNamed)
        .add("Z", _ -> done(turnBack))
        .add("&F", _ -> done(turnBack))
        .add("I", _ -> new Reply.Done(List.of(MAKER, MODEL, "Revision: " + REVISION)))
        .add("+CGMI", command -> told(command, MAKER))
        .add("+GMI", command -> told(command, MAKER))
        .add("+CGMM", command -> told(command, MODEL))
        .add("+GMM", command -> told(command, MODEL))
        .add("+CGMR", command -> told(command, REVISION))
        .add("+GMR", command -> told(command, REVISION))
        .add("+CGSN", command -> told(command, imei))
        .add("+GSN", command -> told(command, imei))
        .add("+GCAP", command -> told(command, "+GCAP: +CGSM"))
        .add("+CPAS", command -> told(command, "+CPAS: 0"))
        .add("+CIMI", command -> fromSim(command, IMSI))
        .add("+CCID", command -> fromSim(command, "+CCID: " + ICCID))
        .add("+CNUM", command -> fromSim(command, "+CNUM: ,\"" + Network.OWN.e164() + "\",145"))
        .add("+CSCS", this::characters);
  }

  private static Reply done(Runnable work) {
    work.run();
    return Reply.ok();
  }

  private static Reply told(AtCommand command, String text) {
    return command.kind() == AtCommand.Kind.TEST ? Reply.ok() : Reply.line(text);
  }

  private Reply fromSim(AtCommand command, String text) {
    return radio.isSimOpen() ? told(command, text) : new Reply.EquipmentError(11);
  }

  private Reply characters(AtCommand command) {
    return switch (command.kind()) {
      case TEST -> Reply.line("+CSCS: (\"GSM\",\"IRA\",\"UCS2\",\"HEX\")");
      case READ -> Reply.line("+CSCS: \"" + switches.characters + "\"");
      case RUN, SET -> {
        if (!List.of("GSM", "IRA", "UCS2", "HEX").contains(command.text(0))) {
          yield Reply.badArgument();
        }
        switches.characters = command.text(0);
        yield Reply.ok();
      }
    };
  }
}
