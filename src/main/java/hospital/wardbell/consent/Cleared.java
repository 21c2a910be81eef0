package hospital.wardbell.consent;

import java.time.Instant;

/// A draft that passed the Gate. Only [Gate] makes one, and the outbox takes nothing else.
public final class Cleared {
  private final Draft draft;
  private final Instant notBefore;

  Cleared(Draft draft, Instant notBefore) {
    this.draft = draft;
    this.notBefore = notBefore;
  }

  public Draft draft() {
    return draft;
  }

  /// It may not be submitted earlier.
  public Instant notBefore() {
    return notBefore;
  }

  @Override
  public String toString() {
    return "Cleared[" + draft + "]";
  }
}
