/// What the privacy officer must do by law: look after who looked, give patients what is theirs,
/// and say to whom something was disclosed.
@NullMarked
package hospital.wardbell.compliance;

import org.jspecify.annotations.NullMarked;
