package hospital.wardbell.base;

/// The short name of a message that a person can read out on the telephone: `W-7K3QF2`.
///
/// Six characters of Crockford's base 32 (no I, L, O, U) from the id's first 30 bits, so it can be
/// made again from the id and says nothing about the patient. Two messages may share one; a search
/// by reference shows all that match.
public record Reference(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;

  public static Reference of(Id id) {
    StringBuilder text = new StringBuilder("W-");
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt((int) (id.high() >>> (59 - 5 * i)) & 31));
    }
    return new Reference(text.toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
