package hospital.wardbell.inbox;

/// What a message is that came and is not for people.
public enum NoticeKind {
  /// A voicemail waits.
  VOICEMAIL,
  /// Something else waits: a fax, an e-mail.
  WAITING,
  /// Nothing waits any more.
  NONE_WAITS,
  /// A WAP push that is no word of a picture message, or of which too little came to tell.
  PUSH,
  /// Data for a port that is a program's.
  APPLICATION,
  /// Data for the SIM or the modem itself.
  SIM,
  /// A message of type 0, which phones acknowledge and forget.
  SILENT
}
