@NullMarked
package hospital.wardbell.conversation;

import org.jspecify.annotations.NullMarked;
