/// What the law asks of whoever keeps records: how long they are kept, what is never erased, and
/// how the rest is.
///
/// What has passed its time is proposed, reviewed by a person, approved by another, and erased by
/// destroying its keys. A legal hold wins at every moment until then: it is looked at in the very
/// change that destroys. What was erased is told by a certificate whose digest is on the audit log.
@NullMarked
package hospital.wardbell.compliance;

import org.jspecify.annotations.NullMarked;
