package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;

/// What opens the keyring.
public sealed interface Unlock {
  /// A root key of 32 octets that systemd, or a file only the service may read, hands over.
  record Credential(Secret rootKey) implements Unlock {}

  /// What a person types; stretched by Argon2id with the parameters kept in the keyring.
  record Passphrase(Secret passphrase) implements Unlock {}

  /// What enough shares of a recovery kit give when they are put together.
  record Recovery(Secret secret) implements Unlock {}
}
