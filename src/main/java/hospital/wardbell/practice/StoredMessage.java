package hospital.wardbell.practice;

import java.util.Arrays;
import java.util.Optional;

/// A message in a memory.
///
/// @param hex service centre and TPDU
/// @param tpduOctets the TPDU's length alone
record StoredMessage(State state, String hex, int tpduOctets) {
  /// What `<stat>` numbers.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.1 3GPP TS 27.005 §3.1 (stat)
  enum State {
    RECEIVED_UNREAD(0),
    RECEIVED_READ(1),
    STORED_UNSENT(2),
    STORED_SENT(3);

    private final int number;

    State(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    static Optional<State> of(int number) {
      return Arrays.stream(values()).filter(state -> state.number == number).findFirst();
    }
  }

  StoredMessage read() {
    return state == State.RECEIVED_UNREAD ? in(State.RECEIVED_READ) : this;
  }

  StoredMessage in(State other) {
    return new StoredMessage(other, hex, tpduOctets);
  }

  /// As `+CMGR` and `+CMGL` give it.
  String described() {
    return state.number() + ",," + tpduOctets + "\r\n" + hex;
  }

  @Override
  public String toString() {
    return "StoredMessage[" + state + ", " + tpduOctets + " octets]";
  }
}
