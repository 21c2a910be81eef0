package hospital.wardbell.audit;

import hospital.wardbell.store.Row;
import java.security.MessageDigest;

/// Follows the chain along rows read in order, and stops at the first that does not fit.
final class Walk {
  private Chain chain;

  Walk(Chain from) {
    this.chain = from;
  }

  Chain chain() {
    return chain;
  }

  /// @throws AuditFault if `row` is not the entry that comes next
  long step(Row row) {
    long leaf = chain.entries();
    if (row.number("leaf") != leaf) {
      throw new AuditFault(leaf, "Audit entry " + leaf + " is missing.");
    }
    byte[] leafHash = Chain.leafHash(row.text("entry"));
    Chain after = chain.plus(leafHash);
    if (!MessageDigest.isEqual(leafHash, row.bytes("leaf_hash"))
        || !MessageDigest.isEqual(after.hash(), row.bytes("chain_hash"))) {
      throw new AuditFault(leaf, "Audit entry " + leaf + " is not the one that was recorded.");
    }
    chain = after;
    return leaf;
  }
}
