package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import javax.crypto.SecretKey;

/// A data key, open.
///
/// @param ordinal which of its line it is, from 0
record DataKey(Id id, int ordinal, SecretKey key) {}
