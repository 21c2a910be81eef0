package hospital.wardbell.practice;

import java.util.Optional;

/// Whether the modem is on, its SIM open and the network in reach. The modem's thread only.
final class Radio {
  private static final int TRIES = 3;
  private static final int DENIED = 3;
  private static final int GSM = 0;
  private static final int LTE = 7;

  private final Optional<String> pin;
  private boolean opened;
  private int triesLeft = TRIES;
  private int functionality = 1;
  private boolean covered = true;
  private boolean evolvedOnly;
  private boolean fellBack;

  /// @param pin what the SIM asks for after each start, if it asks
  Radio(Optional<String> pin) {
    this.pin = pin;
    turnBack();
  }

  void turnBack() {
    opened = pin.isEmpty();
    functionality = 1;
    fellBack = false;
  }

  boolean isSimOpen() {
    return opened && functionality != 0;
  }

  boolean isRegistered() {
    return opened && functionality == 1 && covered;
  }

  /// `<stat>` of `+CREG`: 1 at home, 2 searching, 0 not even searching.
  int registration() {
    if (isRegistered()) {
      return 1;
    }
    return opened && functionality == 1 ? 2 : 0;
  }

  /// `<stat>` where the network is not LTE: 3, refused, if it lets the modem in over LTE alone.
  int circuitRegistration() {
    return isRegistered() && evolvedOnly ? DENIED : registration();
  }

  boolean isEvolvedOnly() {
    return evolvedOnly;
  }

  void beEvolvedOnly() {
    evolvedOnly = true;
  }

  void setCovered(boolean covered) {
    this.covered = covered;
  }

  int functionality() {
    return functionality;
  }

  void setFunctionality(int functionality) {
    this.functionality = functionality;
    fellBack &= functionality == 1;
  }

  /// Is served by GSM from now on, until it was switched off and on.
  void fallBack() {
    fellBack = true;
  }

  /// `<AcT>` of `+COPS`.
  int technology() {
    return fellBack ? GSM : LTE;
  }

  /// What `+CPIN?` says.
  String lock() {
    if (opened) {
      return "READY";
    }
    return triesLeft > 0 ? "SIM PIN" : "SIM PUK";
  }

  /// Three wrong ones and the SIM stays locked for good.
  boolean open(String attempt) {
    if (triesLeft > 0 && pin.filter(attempt::equals).isPresent()) {
      opened = true;
      triesLeft = TRIES;
    } else if (!opened && triesLeft > 0) {
      triesLeft--;
    }
    return opened;
  }
}
