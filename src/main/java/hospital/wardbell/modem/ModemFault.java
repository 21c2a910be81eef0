package hospital.wardbell.modem;

import hospital.wardbell.base.PlainWords;

/// The line or the modem behind it failed, so the session on it is over: close the line, start anew
/// later. The message says in plain words what is wrong and what to do.
final class ModemFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  enum Kind {
    /// Nothing is there to open.
    NOT_PLUGGED_IN(ModemHealth.State.ABSENT),
    /// The modem behind the line is not the one that is looked for.
    ANOTHER(ModemHealth.State.ABSENT),
    /// What is behind the line is no AT port.
    WRONG_PORT(ModemHealth.State.FAILED),
    /// The line could not be opened.
    NO_LINE(ModemHealth.State.ABSENT),
    /// The line ended.
    GONE(ModemHealth.State.ABSENT),
    /// The line does not drain what is written to it.
    STUCK(ModemHealth.State.ABSENT),
    /// Nothing on the line answers AT.
    MUTE(ModemHealth.State.ABSENT),
    /// The modem is well, but finds no network for so long that it is restarted.
    NO_NETWORK(ModemHealth.State.SEARCHING),
    /// The modem restarted and has forgotten how it was set up.
    RESTARTED(ModemHealth.State.PROBING),
    /// The modem refuses a setting that it is of no use without.
    SET_UP(ModemHealth.State.PROBING),
    /// The SIM is missing, broken or locked.
    SIM(ModemHealth.State.SIM_LOCKED);

    private final ModemHealth.State shown;

    Kind(ModemHealth.State shown) {
      this.shown = shown;
    }
  }

  private final Kind kind;
  private final transient Trouble trouble;

  ModemFault(Kind kind, Trouble trouble) {
    super(trouble.words());
    this.kind = kind;
    this.trouble = trouble;
  }

  ModemFault(Kind kind, Trouble trouble, Throwable cause) {
    super(trouble.words(), cause);
    this.kind = kind;
    this.trouble = trouble;
  }

  Kind kind() {
    return kind;
  }

  /// What is wrong and what to do.
  Trouble trouble() {
    return trouble;
  }

  /// How people see a modem with this fault.
  ModemHealth.State state() {
    return kind.shown;
  }
}
