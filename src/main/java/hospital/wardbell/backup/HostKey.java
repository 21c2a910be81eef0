package hospital.wardbell.backup;

import hospital.wardbell.base.Sha256;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/// Public keys of SSH as people compare them: a server's as its type and fingerprint, `ssh-ed25519
/// SHA256:...`, and ours as the line for `authorized_keys`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4253#section-6.6 RFC 4253 §6.6 (public keys)
final class HostKey {
  private HostKey() {}

  static String fingerprint(PublicKey key) {
    byte[] digest = Sha256.fresh().digest(wire(key));
    return KeyType.fromKey(key)
        + " SHA256:"
        + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  static String line(PublicKey key) {
    return KeyType.fromKey(key) + " " + Base64.getEncoder().encodeToString(wire(key)) + " wardbell";
  }

  private static byte[] wire(PublicKey key) {
    return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
  }

  /// Takes the pinned key and no other.
  static HostKeyVerifier only(String pinned) {
    return new HostKeyVerifier() {
      @Override
      public boolean verify(String host, int port, PublicKey key) {
        return fingerprint(key).equals(pinned);
      }

      @Override
      public List<String> findExistingAlgorithms(String host, int port) {
        return List.of(pinned.split(" ", -1)[0]);
      }
    };
  }
}
