/// Our own certificate authority and the certificates of the box.
@NullMarked
package hospital.wardbell.vault.tls;

import org.jspecify.annotations.NullMarked;
