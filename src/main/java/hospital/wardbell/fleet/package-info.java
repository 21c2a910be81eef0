/// The modems over time: what each was like, kept 30 days, and which of them people took out of
/// sending.
@NullMarked
package hospital.wardbell.fleet;

import org.jspecify.annotations.NullMarked;
