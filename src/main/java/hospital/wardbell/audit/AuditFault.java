package hospital.wardbell.audit;

import hospital.wardbell.base.PlainWords;

/// The chain does not hold from `leaf` on.
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
