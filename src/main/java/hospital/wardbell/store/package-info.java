/// The database: opening, schema migrations, transactions.
///
/// One writer thread carries out every change, several at a time in one commit, so a change waits
/// for the disk once per group and no two changes ever deadlock. Readers have a few connections of
/// their own. Nobody outside this package knows which database it is; SQL elsewhere keeps to the
/// subset written down in `docs/architecture.md`. A store thread is never interrupted.
///
/// A feature brings its tables in a file of its own, `migrations/NNNN-name.sql` among the resources
/// of this package, found by its place and listed nowhere. A step runs once, in one transaction,
/// and is never changed after its release. Its column types are SQL's, and `{id}`, `{bytes N}`,
/// `{time}` and `{flag}` for what [Sql] binds from an id, octets, an instant and a boolean.
///
/// As changes run one after another, a change may look whether a row exists and insert it if not:
/// no other change comes between.
@NullMarked
package hospital.wardbell.store;

import org.jspecify.annotations.NullMarked;
