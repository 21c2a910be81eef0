package hospital.wardbell.contact;

/// Reads telephone numbers as people write them, by libphonenumber under stricter rules: no digit
/// is ever guessed. Any thread.
public final class PhoneReader {
  /// @param region ISO 3166-1 alpha-2 code of the country whose numbers have no prefix
  public PhoneReading read(String input, String region) {
    throw new IllegalStateException("not built");
  }
}
