/// Backups: made while the service runs, sealed, kept, checked, tried out, restored.
///
/// A backup is one file. It is first written under a name that ends in `.part`, forced to disk, and
/// named as a backup only then: what bears such a name is whole. Nothing of it is ever on a disk in
/// the clear: what it is made from is a copy of the encrypted database, in a directory of the home
/// that is removed afterwards, or at the next start.
///
/// A backup never holds the keyring, which opens it. A current copy of that lies beside the
/// backups, itself sealed, unless people wish to keep it elsewhere.
@NullMarked
package hospital.wardbell.backup;

import org.jspecify.annotations.NullMarked;
