/// The database: opening, schema migrations, transactions.
///
/// One writer thread carries out every change, several at a time in one commit, so a change waits
/// for the disk once per group and no two changes ever deadlock. Readers have a few connections of
/// their own. Nobody outside this package knows which database it is; SQL elsewhere keeps to the
/// subset written down in `docs/architecture.md`. A store thread is never interrupted.
@NullMarked
package hospital.wardbell.store;

import org.jspecify.annotations.NullMarked;
