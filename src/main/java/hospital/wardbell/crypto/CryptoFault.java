package hospital.wardbell.crypto;

import hospital.wardbell.base.PlainWords;

/// The cryptography cannot be had as this build promises it. Messages hold nothing secret, and say
/// what to do.
public final class CryptoFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  public CryptoFault(String message) {
    super(message);
  }

  public CryptoFault(String message, Throwable cause) {
    super(message, cause);
  }
}
