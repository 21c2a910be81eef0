/// The libraries that do the cryptography, and what differs between them.
///
/// There are two builds. The usual one has the JDK and Bouncy Castle; the other, by the profile
/// `fips`, has the validated module and nothing of Bouncy Castle besides. `Chosen` is in each
/// build's own source folder. What both do alike is asked of the JDK's interfaces where it is
/// needed: [Primitives#begin] has put the right provider first.
@NullMarked
package hospital.wardbell.crypto;

import org.jspecify.annotations.NullMarked;
