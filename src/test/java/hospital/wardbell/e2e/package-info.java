/// The product in a real browser, over its real TLS, modem line and database.
@NullMarked
package hospital.wardbell.e2e;

import org.jspecify.annotations.NullMarked;
