package hospital.wardbell.web.console;

/// Why a text was not sent or did not arrive, in words.
final class Reasons {
  private Reasons() {}

  /// What a held part waits for, by its code.
  static String ofWait(String code, Shell shell) {
    int dot = code.indexOf('.');
    String detail = code.substring(dot + 1);
    return switch (dot < 0 ? code : code.substring(0, dot)) {
      case "refused" -> shell.say("held.refused", detail);
      case "modem" -> shell.say("failed.modem", detail);
      default -> shell.say("held." + code);
    };
  }

  /// The words of a rule's name or of a part state's code. The network's and the modem's own
  /// numbers stay in them: they tell IT something.
  static String of(String code, Shell shell) {
    int dot = code.indexOf('.');
    String detail = code.substring(dot + 1);
    return switch (dot < 0 ? code : code.substring(0, dot)) {
      case "report" -> shell.say("failed.report", detail);
      case "refused" -> shell.say("failed.refused", detail);
      case "modem" -> shell.say("failed.modem", detail);
      case "person" -> shell.say("failed.person");
      case "unreadable" -> shell.say("failed.unreadable");
      default -> shell.say("gate." + detail);
    };
  }
}
