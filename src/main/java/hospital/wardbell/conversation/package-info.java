/// Sealed conversations: one of our lines with one remote, its messages in order, and who waits.
///
/// Every row that opens is sealed under its conversation's key; every query takes a
/// [hospital.wardbell.identity.Sight]; every read of a conversation is on the audit log before its
/// page goes out. Rows carry a record class and a legal hold, by which they are kept or destroyed.
@NullMarked
package hospital.wardbell.conversation;

import org.jspecify.annotations.NullMarked;
