package hospital.wardbell;

import hospital.wardbell.base.PlainWords;

/// The boot file, or a modem profile that it asks for, cannot be used. The message names file, line
/// and key, and says what is expected; the program ends with exit code 2.
public final class BootFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  public BootFault(String message) {
    super(message);
  }
}
