/// The record of every look and every act: append only, one Merkle tree, never with content.
///
/// An entry about an act is committed in the act's own transaction; an entry about a read is
/// committed before the page goes out. Leaf numbers start at 0 and have no gaps. Within a second
/// after its commit an entry is in the tree and a checkpoint is signed that covers it: from then on
/// it cannot be changed, removed or slipped in unseen. `docs/audit-format.md` says all that a
/// stranger needs to check it.
@NullMarked
package hospital.wardbell.audit;

import org.jspecify.annotations.NullMarked;
