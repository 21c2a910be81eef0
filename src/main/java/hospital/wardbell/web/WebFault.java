package hospital.wardbell.web;

import hospital.wardbell.base.PlainWords;

/// The server cannot listen. The message is one sentence for whoever starts the service.
public final class WebFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  /// What stands in the way; none of them mends itself, so the start ends.
  public enum Kind {
    ADDRESS_IN_USE,
    CANNOT_LISTEN
  }

  private final Kind kind;

  WebFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
