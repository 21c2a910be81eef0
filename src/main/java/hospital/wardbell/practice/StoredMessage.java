package hospital.wardbell.practice;

/// A message in a memory.
///
/// @param hex service centre and TPDU
/// @param tpduOctets the TPDU's length alone
record StoredMessage(State state, String hex, int tpduOctets) {
  /// In the order of `<stat>`'s numbers.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.1 3GPP TS 27.005 §3.1 (stat)
  enum State {
    RECEIVED_UNREAD,
    RECEIVED_READ,
    STORED_UNSENT,
    STORED_SENT
  }

  StoredMessage read() {
    return state == State.RECEIVED_UNREAD ? in(State.RECEIVED_READ) : this;
  }

  StoredMessage in(State other) {
    return new StoredMessage(other, hex, tpduOctets);
  }

  /// As `+CMGR` and `+CMGL` give it.
  String described() {
    return state.ordinal() + ",," + tpduOctets + "\r\n" + hex;
  }

  @Override
  public String toString() {
    return "StoredMessage[" + state + ", " + tpduOctets + " octets]";
  }
}
