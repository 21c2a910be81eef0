package hospital.wardbell.modem;

import hospital.wardbell.base.PlainWords;

/// The line or the modem behind it failed, so the session on it is over: close the line, start anew
/// later. The message says in plain words what is wrong and what to do.
final class ModemFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  enum Kind {
    /// The line could not be opened.
    NO_LINE(ModemHealth.State.ABSENT),
    /// The line ended.
    GONE(ModemHealth.State.ABSENT),
    /// The line does not drain what is written to it.
    STUCK(ModemHealth.State.ABSENT),
    /// Nothing on the line answers AT.
    MUTE(ModemHealth.State.ABSENT),
    /// The modem restarted and has forgotten how it was set up.
    RESTARTED(ModemHealth.State.PROBING),
    /// The SIM is missing, broken or locked.
    SIM(ModemHealth.State.SIM_LOCKED);

    private final ModemHealth.State shown;

    Kind(ModemHealth.State shown) {
      this.shown = shown;
    }
  }

  private final Kind kind;
  private final String words;

  ModemFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.words = message;
  }

  ModemFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.words = message;
  }

  Kind kind() {
    return kind;
  }

  /// What is wrong and what to do.
  String words() {
    return words;
  }

  /// How people see a modem with this fault.
  ModemHealth.State state() {
    return kind.shown;
  }
}
