package hospital.wardbell;

/// The boot file cannot be used. The message names file, line and key, and says what is expected;
/// the program ends with exit code 2.
public final class BootFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BootFault(String message) {
    super(message);
  }
}
