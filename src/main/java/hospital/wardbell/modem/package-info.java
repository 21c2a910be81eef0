/// Drives a GSM or LTE modem over a line of octets: opens it, talks AT, sends PDUs, receives PDUs,
/// and comes back when the port goes away.
///
/// What outsiders may count on:
///
/// - [Modem#submit] answers once, whatever happens; an answer that never came is
///   [SendOutcome.Unknown], never a second try.
/// - A stored message is deleted from the modem only after [Arrivals] returned, so after it is
///   durable; if [Arrivals] throws, it stays on the modem and is offered again.
/// - One platform thread reads each port, one owner thread speaks; no method here blocks without a
///   deadline.
@NullMarked
package hospital.wardbell.modem;

import org.jspecify.annotations.NullMarked;
