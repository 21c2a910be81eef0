package hospital.wardbell.web.api;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// Names a message before it is sent.
///
/// With an idempotency key the id is a digest of token and key, so a call that is repeated, even
/// years later or after a restart, names the same message, and the same message is sent once.
///
/// @spec https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ The
///   Idempotency-Key HTTP Header Field
final class MessageIds {
  private static final String VISIBLE = "[\\x21-\\x7e]{1,255}";

  private MessageIds() {}

  static boolean lawful(Optional<String> key) {
    return key.isEmpty() || key.get().matches(VISIBLE);
  }

  static Id of(Id token, Optional<String> key) {
    return key.map(k -> derived(token, k)).orElseGet(Id::random);
  }

  private static Id derived(Id token, String key) {
    MessageDigest sha = Sha256.fresh();
    sha.update("wardbell message of a token and a key/1\n".getBytes(StandardCharsets.US_ASCII));
    sha.update(token.bytes());
    return Id.of(Arrays.copyOf(sha.digest(key.getBytes(StandardCharsets.US_ASCII)), 16));
  }
}
