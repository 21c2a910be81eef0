package hospital.wardbell.modem;

/// What a modem says unasked of its own needs.
///
/// @param storeFull that a message store is full, so that it announces nothing any more
/// @param power that its supply voltage is wrong
public record Tells(LineMarks storeFull, LineMarks power) {
  public Tells {
    storeFull.texts().forEach(LineMarks::unsolicited);
    power.texts().forEach(LineMarks::unsolicited);
  }
}
