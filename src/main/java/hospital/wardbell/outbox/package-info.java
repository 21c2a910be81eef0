/// Durable sending.
///
/// A cleared message becomes parts, each a row with a state. One dispatcher claims a part, asks the
/// Gate again, commits SUBMITTING, hands the TPDU to a modem, and commits what it answered. A part
/// found SUBMITTING at start, or whose answer never came, is UNKNOWN: a status report or a person
/// settles it, and it is never sent again by itself. A message is as good as its worst part. Parts
/// of one message go out in order on one modem, and once one part has failed the rest are not sent.
@NullMarked
package hospital.wardbell.outbox;

import org.jspecify.annotations.NullMarked;
