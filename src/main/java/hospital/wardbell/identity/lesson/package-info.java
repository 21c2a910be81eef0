/// What people are taught before they text: short texts with a check of a few questions, in each
/// language of the console. Read from the files beside these classes; values only.
@NullMarked
package hospital.wardbell.identity.lesson;

import org.jspecify.annotations.NullMarked;
