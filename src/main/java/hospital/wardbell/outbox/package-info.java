/// Durable sending.
///
/// A cleared message becomes parts, each a row with a state. Each modem has a lane that claims a
/// part, asks the Gate again, commits SUBMITTING, hands the TPDU over, and commits what was
/// answered; the last commit is also the claim of the next part. No two lanes can claim the same
/// part. A part found SUBMITTING at start, or whose answer never came, is UNKNOWN: a status report
/// or a person settles it, and it is never sent again by itself. A message is as good as its worst
/// part. Parts of one message go out in order on one modem, and once one part has failed the rest
/// are not sent.
///
/// People's own words, answers and pages go before what programs send in bulk. A refusal that may
/// pass is tried again, longer apart each time; what has waited for a day expires unsent. A modem
/// that is silent or refuses one part after another is left alone for a while, so that it is never
/// fed the whole queue.
@NullMarked
package hospital.wardbell.outbox;

import org.jspecify.annotations.NullMarked;
