package hospital.wardbell.control;

import hospital.wardbell.base.PlainWords;

/// The service will not or cannot do what was asked. The message is for the person at the terminal:
/// what happened and what to do, no personal data.
public final class Refusal extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  private final int exit;

  /// @param exit 1 failed, 2 bad usage, 3 nothing to do, 75 try later
  public Refusal(int exit, String message) {
    super(message);
    this.exit = exit;
  }

  public int exit() {
    return exit;
  }
}
