package hospital.wardbell.practice;

/// How the modem speaks up without being asked.
interface Unsolicited {
  /// Sends `text` as soon as that is allowed, or never if no program is attached then.
  ///
  /// @param said run when the last octet is with the program
  void say(String text, Runnable said);
}
