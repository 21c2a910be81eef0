package hospital.wardbell.crypto;

import java.security.KeyPair;

/// What the two builds do by different means. Any thread.
public interface Primitives {
  /// Prepares this process, before anything is encrypted or signed in it. Done more than once it
  /// does nothing.
  ///
  /// @throws CryptoFault if the library is not the one, or not in the state, that the build is for
  void begin();

  /// What does the cryptography, in a line for people; only after [#begin].
  String inUse();

  /// Whether passphrases may be stretched by Argon2id; otherwise by PBKDF2.
  boolean hasArgon2id();

  /// 32 octets.
  ///
  /// @throws CryptoFault if this build has no Argon2id
  byte[] argon2id(byte[] passphrase, byte[] salt, int kibibytes, int passes, int lanes);

  /// The key pair of a seed of 32 octets; the same seed gives the same pair.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5 RFC 8032 §5.1.5
  KeyPair ed25519(byte[] seed);
}
