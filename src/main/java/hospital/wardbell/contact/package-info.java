/// Patients and their numbers. Names and numbers are sealed under the patient's key; exact numbers
/// are found by blind index.
@NullMarked
package hospital.wardbell.contact;

import org.jspecify.annotations.NullMarked;
