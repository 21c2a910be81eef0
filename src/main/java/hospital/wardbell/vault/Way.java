package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// One way to the keyring's root key: the root key wrapped by what unlocks it.
///
/// A keyring may have several, all to the same root key, so that a passphrase can be changed, or a
/// recovery kit added, without touching what the root key wraps.
final class Way {
  private static final int CREDENTIAL = 1;
  private static final int PASSPHRASE = 2;
  private static final int WRAPPED = Key.OCTETS + Aead.OVERHEAD;

  private final Optional<Stretch> stretch;
  private final byte[] wrapped;

  private Way(Optional<Stretch> stretch, byte[] wrapped) {
    this.stretch = stretch;
    this.wrapped = wrapped;
  }

  /// @param price how dear a passphrase is made; not used for a credential
  static Way to(Secret root, Unlock unlock, Stretch price) {
    Optional<Stretch> stretch =
        switch (unlock) {
          case Unlock.Credential _ -> Optional.empty();
          case Unlock.Passphrase _ -> Optional.of(price);
        };
    try (Secret wrapping =
        wrapping(unlock, stretch)
            .orElseThrow(() -> new IllegalArgumentException("a credential has 32 octets"))) {
      byte[] wrapped =
          root.lend(octets -> Aead.seal(Key.aes(wrapping), associated(stretch), octets));
      return new Way(stretch, wrapped);
    }
  }

  /// The root key, if `unlock` is of this way's kind and right.
  Optional<Secret> open(Unlock unlock) {
    Optional<Secret> key = wrapping(unlock, stretch);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try (Secret wrapping = key.get()) {
      return Aead.open(Key.aes(wrapping), associated(stretch), wrapped).map(Secret::copyOf);
    }
  }

  private static Optional<Secret> wrapping(Unlock unlock, Optional<Stretch> stretch) {
    return switch (unlock) {
      case Unlock.Credential(Secret root) when stretch.isEmpty() && root.length() == Key.OCTETS ->
          Optional.of(root.lend(Secret::copyOf));
      case Unlock.Credential _ -> Optional.empty();
      case Unlock.Passphrase(Secret typed) -> stretch.map(s -> s.key(typed));
    };
  }

  private static byte[] associated(Optional<Stretch> stretch) {
    String how = stretch.map(Stretch::toString).orElse("credential");
    return ("wardbell-keyring/1 root " + how).getBytes(StandardCharsets.UTF_8);
  }

  void write(DataOutputStream out) throws IOException {
    if (stretch.isPresent()) {
      Stretch how = stretch.get();
      out.writeByte(PASSPHRASE);
      out.write(HexFormat.of().parseHex(how.salt()));
      out.writeInt(how.kibibytes());
      out.writeByte(how.passes());
      out.writeByte(how.lanes());
    } else {
      out.writeByte(CREDENTIAL);
    }
    out.write(wrapped);
  }

  /// @throws IllegalArgumentException if these are no octets of a way
  static Way read(DataInputStream in) throws IOException {
    Optional<Stretch> stretch =
        switch (in.readUnsignedByte()) {
          case CREDENTIAL -> Optional.empty();
          case PASSPHRASE -> Optional.of(readStretch(in));
          default -> throw new IllegalArgumentException("unknown way to unlock");
        };
    return new Way(stretch, in.readNBytes(WRAPPED));
  }

  private static Stretch readStretch(DataInputStream in) throws IOException {
    String salt = HexFormat.of().formatHex(in.readNBytes(Stretch.SALT));
    return new Stretch(salt, in.readInt(), in.readUnsignedByte(), in.readUnsignedByte());
  }
}
