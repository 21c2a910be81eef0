package hospital.wardbell.conversation;

/// What a received message is. Only a [#TEXT] is ever answered by Wardbell itself.
public enum ReceivedKind {
  TEXT,
  /// Class 0, which phones show at once and do not keep; networks and robots send it.
  ///
  /// @spec https://www.3gpp.org/dynareport/23038.htm#4 3GPP TS 23.038 §4
  FLASH,
  /// Meant to replace an earlier one of the same sender; both are kept.
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.9 3GPP TS 23.040 §9.2.3.9 (TP-PID)
  REPLACEMENT,
  /// Word of a picture message (MMS) that was not fetched. It has no text.
  PICTURE,
  /// The network's words about something else that waits, such as a voicemail.
  INDICATION;

  /// Whether its text is what the remote says.
  public boolean isWords() {
    return switch (this) {
      case TEXT, FLASH, REPLACEMENT -> true;
      case PICTURE, INDICATION -> false;
    };
  }
}
