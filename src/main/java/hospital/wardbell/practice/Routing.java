package hospital.wardbell.practice;

/// Where arriving texts and reports go: `AT+CNMI`. The modem's thread only.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI)
final class Routing {
  private static final int[] HIGHEST = {2, 2, 0, 2, 1};

  private int[] values = new int[HIGHEST.length];

  /// `mt` 2: straight to the program instead of into a memory.
  boolean givesTextsDirectly() {
    return speaks() && values[1] == 2;
  }

  /// `mt` 1: the program is told where a text was stored.
  boolean announcesTexts() {
    return speaks() && values[1] == 1;
  }

  /// `ds` 1: straight to the program.
  boolean givesReportsDirectly() {
    return speaks() && values[3] == 1;
  }

  /// `ds` 2: into the report memory, and the program is told where.
  boolean storesReports() {
    return values[3] == 2;
  }

  boolean announcesReports() {
    return speaks() && storesReports();
  }

  /// An acknowledgement that never came makes a modem stop giving directly.
  void stopGivingDirectly() {
    values[1] = 0;
    values[3] = 0;
  }

  void turnBack() {
    values = new int[HIGHEST.length];
  }

  Reply answer(AtCommand command) {
    return switch (command.kind()) {
      case RUN -> Reply.badArgument();
      case SET -> set(command);
      case READ ->
          Reply.line(
              "+CNMI: %d,%d,%d,%d,%d"
                  .formatted(values[0], values[1], values[2], values[3], values[4]));
      case TEST -> Reply.line("+CNMI: (0,1,2),(0,1,2),(0),(0,1,2),(0,1)");
    };
  }

  private Reply set(AtCommand command) {
    int[] wanted = values.clone();
    if (command.arguments().size() > wanted.length) {
      return new Reply.MessageError(302);
    }
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = command.number(i, wanted[i]);
      if (wanted[i] < 0 || wanted[i] > HIGHEST[i]) {
        return new Reply.MessageError(302);
      }
    }
    values = wanted;
    return Reply.ok();
  }

  /// `mode` 0 keeps every announcement back.
  private boolean speaks() {
    return values[0] != 0;
  }
}
