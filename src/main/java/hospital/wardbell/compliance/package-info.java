/// What the law asks of whoever keeps records: to look after who looked, to give patients what is
/// theirs, to say to whom something was disclosed, and to erase what has passed its time.
///
/// What has passed its time is proposed, reviewed by a person, approved by another, and erased by
/// destroying its keys. A legal hold wins at every moment until then: it is looked at in the very
/// change that destroys. What was erased is told by a certificate whose digest is on the audit log.
@NullMarked
package hospital.wardbell.compliance;

import org.jspecify.annotations.NullMarked;
