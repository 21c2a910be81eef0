/// The audit log on its way to the hospital's log collectors, as it grows.
///
/// The queue of a target is the log itself: a target has a place in it, kept in the database, and
/// nothing waits in memory. So a target that is away holds nobody up and loses nothing, until a
/// million entries wait for it; then the oldest are given up and counted. What was sent in the last
/// seconds before a line broke is sent again, since syslog does not say what arrived: an entry
/// comes at least once, and its number tells one that comes twice.
@NullMarked
package hospital.wardbell.siem;

import org.jspecify.annotations.NullMarked;
