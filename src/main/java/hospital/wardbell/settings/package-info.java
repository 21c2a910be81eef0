/// What people set while the service runs: versioned, audited rows.
@NullMarked
package hospital.wardbell.settings;

import org.jspecify.annotations.NullMarked;
