package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// One way to the keyring's root key: the root key wrapped by what unlocks it.
///
/// A keyring may have several, all to the same root key, so that a passphrase can be changed, or a
/// recovery kit added, without touching what the root key wraps.
final class Way {
  static final int WRAPPED = Key.OCTETS + Aead.OVERHEAD;

  private final Means means;
  private final Instant made;
  private final boolean proven;
  private final byte[] wrapped;

  /// @param made the epoch if nobody wrote it down
  /// @param proven whether somebody has shown that what opens it is there: the credential was read
  ///   back, a share was typed back
  Way(Means means, Instant made, boolean proven, byte[] wrapped) {
    this.means = means;
    this.made = made;
    this.proven = proven;
    this.wrapped = wrapped.clone();
  }

  /// @param unlock of the kind of `means`
  static Way to(Secret root, Unlock unlock, Means means, Instant made, boolean proven) {
    try (Secret wrapping =
        wrapping(unlock, means)
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.KEYRING,
                    "A passphrase has 14 characters or more, and a credential 32 octets. Nothing"
                        + " was changed."))) {
      byte[] wrapped = root.lend(octets -> Aead.seal(Key.aes(wrapping), associated(means), octets));
      return new Way(means, made, proven, wrapped);
    }
  }

  /// The root key, if `unlock` is of this way's kind and right.
  Optional<Secret> open(Unlock unlock) {
    Optional<Secret> key = wrapping(unlock, means);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try (Secret wrapping = key.get()) {
      return Aead.open(Key.aes(wrapping), associated(means), wrapped).map(Secret::copyOf);
    }
  }

  boolean isOpenedBy(Unlock unlock) {
    Optional<Secret> opened = open(unlock);
    opened.ifPresent(Secret::close);
    return opened.isPresent();
  }

  private static Optional<Secret> wrapping(Unlock unlock, Means means) {
    return switch (unlock) {
      case Unlock.Credential(Secret key) when means instanceof Means.Credential -> whole(key);
      case Unlock.Recovery(Secret key) when means instanceof Means.Recovery -> whole(key);
      case Unlock.Passphrase(Secret typed)
          when means instanceof Means.Passphrase(Stretch stretch) ->
          stretch.takes(typed) ? Optional.of(stretch.key(typed)) : Optional.empty();
      case Unlock.Credential _, Unlock.Recovery _, Unlock.Passphrase _ -> Optional.empty();
    };
  }

  private static Optional<Secret> whole(Secret key) {
    return key.length() == Key.OCTETS ? Optional.of(key.lend(Secret::copyOf)) : Optional.empty();
  }

  private static byte[] associated(Means means) {
    return ("wardbell-keyring/1 root " + means.bound()).getBytes(StandardCharsets.UTF_8);
  }

  Means means() {
    return means;
  }

  Instant made() {
    return made;
  }

  boolean isProven() {
    return proven;
  }

  Way asProven() {
    return new Way(means, made, true, wrapped);
  }

  byte[] wrapped() {
    return wrapped.clone();
  }
}
