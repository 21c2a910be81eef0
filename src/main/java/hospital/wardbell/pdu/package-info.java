/// Octets to records and back: SMS-SUBMIT, SMS-DELIVER and SMS-STATUS-REPORT, their alphabets, user
/// data headers and segments.
///
/// Pure: no input or output, no clock, no state. Reading refuses by [MalformedPdu] and by nothing
/// else, whatever the input; writing a record always succeeds, since a record that could not be
/// written cannot be made.
@NullMarked
package hospital.wardbell.pdu;

import org.jspecify.annotations.NullMarked;
