package hospital.wardbell.modem;

/// What the owner of a modem gets when it listens to the port.
sealed interface Heard {
  /// A line that is not blank, without its line ending.
  record Line(String text) implements Heard {}

  /// The `>` that asks for a TPDU; no line ending follows it.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#4.3 3GPP TS 27.005 §4.3
  record Prompt() implements Heard {}

  /// What stands behind a prompt so far, on a line that has not ended: what was written, said
  /// again.
  record Echo(String text) implements Heard {}

  /// Something else than the port wants the owner's attention.
  record Wake() implements Heard {}

  /// The patience ran out.
  record Nothing() implements Heard {}

  /// The line has ended; everything heard before was given already, and nothing will follow.
  record Gone(Trouble why) implements Heard {}
}
