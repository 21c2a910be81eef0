/// The hospital's directory, by LDAP: who it says may come in, whether a password is theirs, and
/// what follows from its groups here.
///
/// It is spoken to by TLS alone, with a server whom the given authority vouches for by its name;
/// nothing is said before. Each conversation has a deadline as a whole. It is asked and never
/// written to.
@NullMarked
package hospital.wardbell.directory;

import org.jspecify.annotations.NullMarked;
