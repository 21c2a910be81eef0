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
/// Each line has its own queue, and each team has one for those who know no line yet, so that what
/// one line cannot send stands in no other's way. A patient goes on seeing the number they know, as
/// long as its line gets texts through now and then ([Route]). What a SIM may send is limited
/// ([Limits]), with a reserve for what is urgent. After an outage of hours, what is ordinary and
/// old waits for a lead ([Outage], [Stale]).
///
/// People's own words, answers and pages go before what programs send in bulk. A refusal that may
/// pass is tried again, longer apart each time; what has waited for a day, or longer than its
/// sender said, expires unsent. A modem that is silent or refuses one part after another is left
/// alone for a while, so that it is never fed the whole queue.
@NullMarked
package hospital.wardbell.outbox;

import org.jspecify.annotations.NullMarked;
