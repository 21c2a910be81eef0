/// The record of every look and every act: append only, chained, never with content.
///
/// An entry about an act is committed in the act's own transaction; an entry about a read is
/// committed before the page goes out. Leaf numbers start at 0 and have no gaps; each entry's chain
/// hash covers the one before it, so an entry cannot be changed, removed or slipped in unseen.
@NullMarked
package hospital.wardbell.audit;

import org.jspecify.annotations.NullMarked;
