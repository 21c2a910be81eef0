/// Keys: unlocking, the keyring, sealing and opening cells, the blind index.
///
/// The root key comes from a systemd credential or from a passphrase (Argon2id) and opens the
/// keyring, a file beside the database. The keyring holds the key-encryption keys (KEKs), the
/// database key, the index key and the audit log's key. A data key (DEK) belongs to one subject, is
/// kept wrapped by a KEK in the database, and seals every cell about that subject. What is sealed
/// is bound to a permanent label of its cell, to its row's id and to its key's version.
@NullMarked
package hospital.wardbell.vault;

import org.jspecify.annotations.NullMarked;
