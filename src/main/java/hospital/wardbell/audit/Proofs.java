package hospital.wardbell.audit;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/// Checks what [Tree] proves, from the hashes alone.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2 RFC 9162 §2.1.3.2, §2.1.4.2 (the
///   same tree as RFC 6962's, where verifying is not written down)
final class Proofs {
  private final Hasher hasher = new Hasher();

  /// Whether `path` leads from the hash of entry `leaf` to the root of a tree of `entries`.
  boolean includes(long leaf, long entries, byte[] leafHash, List<byte[]> path, byte[] root) {
    if (leaf < 0 || leaf >= entries) {
      return false;
    }
    long place = leaf;
    long last = entries - 1;
    byte[] hash = leafHash;
    for (byte[] other : path) {
      if (last == 0) {
        return false;
      }
      if (place % 2 == 1 || place == last) {
        hash = hasher.node(other, hash);
        while (place % 2 == 0 && place != 0) {
          place /= 2;
          last /= 2;
        }
      } else {
        hash = hasher.node(hash, other);
      }
      place /= 2;
      last /= 2;
    }
    return last == 0 && MessageDigest.isEqual(hash, root);
  }

  /// Whether `path` shows that a tree of `entries` with `root` begins with the one of `old` entries
  /// with `oldRoot`.
  boolean continues(long old, byte[] oldRoot, long entries, byte[] root, List<byte[]> path) {
    if (old == entries || old == 0) {
      return path.isEmpty()
          && (old == 0
              ? MessageDigest.isEqual(oldRoot, hasher.empty())
              : MessageDigest.isEqual(oldRoot, root));
    }
    if (old < 0 || old > entries) {
      return false;
    }
    long place = old - 1;
    long last = entries - 1;
    while (place % 2 == 1) {
      place /= 2;
      last /= 2;
    }
    Iterator<byte[]> hashes = path.iterator();
    if (place > 0 && !hashes.hasNext()) {
      return false;
    }
    byte[] before = place == 0 ? oldRoot : hashes.next();
    return climbs(place, last, before, hashes, oldRoot, root);
  }

  private boolean climbs(
      long oldPlace,
      long oldLast,
      byte[] start,
      Iterator<byte[]> hashes,
      byte[] oldRoot,
      byte[] root) {
    long place = oldPlace;
    long last = oldLast;
    byte[] before = start;
    byte[] now = start;
    while (hashes.hasNext()) {
      byte[] other = hashes.next();
      if (last == 0) {
        return false;
      }
      if (place % 2 == 1 || place == last) {
        before = hasher.node(other, before);
        now = hasher.node(other, now);
        while (place % 2 == 0 && place != 0) {
          place /= 2;
          last /= 2;
        }
      } else {
        now = hasher.node(now, other);
      }
      place /= 2;
      last /= 2;
    }
    return last == 0 && MessageDigest.isEqual(before, oldRoot) && MessageDigest.isEqual(now, root);
  }
}
