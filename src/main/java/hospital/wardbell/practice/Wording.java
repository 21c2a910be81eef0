package hospital.wardbell.practice;

import java.util.Map;

/// The modem's result codes as it spells them, by `ATV` and `AT+CMEE`.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#5.7.1 ITU-T V.250 §5.7.1 (responses)
final class Wording {
  private static final Map<Integer, String> EQUIPMENT =
      Map.of(
          3, "operation not allowed",
          4, "operation not supported",
          11, "SIM PIN required",
          12, "SIM PUK required",
          16, "incorrect password",
          30, "no network service",
          50, "Incorrect parameters");
  private static final Map<Integer, String> MESSAGE =
      Map.of(
          302, "operation not allowed",
          304, "invalid PDU mode parameter",
          310, "SIM not inserted",
          311, "SIM PIN required",
          321, "invalid memory index",
          322, "memory full",
          330, "SMSC address unknown",
          331, "no network service",
          340, "no +CNMA acknowledgement expected",
          500, "unknown error");

  private final Switches switches;

  Wording(Switches switches) {
    this.switches = switches;
  }

  String information(String lines) {
    return switches.verbose.isOn() ? "\r\n" + lines + "\r\n" : lines + "\r\n";
  }

  String ok() {
    return result("OK", 0);
  }

  String error() {
    return result("ERROR", 4);
  }

  String equipmentError(int code) {
    return switch (switches.errors.value()) {
      case 0 -> error();
      case 1 -> information("+CME ERROR: " + code);
      default -> information("+CME ERROR: " + EQUIPMENT.getOrDefault(code, "unknown"));
    };
  }

  String messageError(int code) {
    return switches.errors.value() == 2
        ? information("+CMS ERROR: " + MESSAGE.getOrDefault(code, "unknown error"))
        : information("+CMS ERROR: " + code);
  }

  private String result(String word, int number) {
    if (switches.quiet.isOn()) {
      return "";
    }
    return switches.verbose.isOn() ? "\r\n" + word + "\r\n" : number + "\r";
  }
}
