/// Who may come in, what each may do, and how each proves it: staff accounts, roles, sign-in with
/// password and one-time code, sessions, and whose data a person may see.
///
/// Shiro decides authentication of the password and every permission; nothing else in the house
/// names it. A session lives in memory in front of its row, so a restart signs nobody out.
@NullMarked
package hospital.wardbell.identity;

import org.jspecify.annotations.NullMarked;
