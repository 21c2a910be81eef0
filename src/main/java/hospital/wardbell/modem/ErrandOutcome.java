package hospital.wardbell.modem;

/// What came of an [Errand].
public sealed interface ErrandOutcome {
  /// What the modem or the network said. Whether it is about somebody, the modem does not know, so
  /// `toString` shows its length only.
  record Told(String text) implements ErrandOutcome {
    @Override
    public String toString() {
      return "Told[" + text.length() + " characters]";
    }
  }

  /// Nothing was learnt. A code may have reached the network all the same; it is not sent again.
  ///
  /// @param why in plain words, without what was asked
  record Untold(String why) implements ErrandOutcome {}
}
