/// Durable receiving: keep the raw PDU, put parts together, drop doubles, read, route.
///
/// [Inbox#message] commits the raw PDU and returns; only then does the modem forget it. A loop then
/// reads what is kept, in a transaction each: a whole text goes into its conversation, a keyword
/// does its work, an unreadable PDU stays for the lead to see. Killed anywhere, the loop goes on
/// from what is kept.
@NullMarked
package hospital.wardbell.inbox;

import org.jspecify.annotations.NullMarked;
