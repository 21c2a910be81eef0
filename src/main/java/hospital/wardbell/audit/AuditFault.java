package hospital.wardbell.audit;

import hospital.wardbell.base.PlainWords;

/// The record does not hold at `leaf`, so that what was asked for cannot be made of it.
public final class AuditFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  private final long leaf;

  public AuditFault(long leaf, String message) {
    super(message);
    this.leaf = leaf;
  }

  public long leaf() {
    return leaf;
  }
}
