package hospital.wardbell.backup;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/// The keys by which we sign in to servers.
///
/// New ones are Ed25519; in the build with the validated module they are on P-256, since a server
/// that keeps to approved algorithms as well may take no others. Either build uses both.
final class SshKeys {
  private static final String ED25519 = "Ed25519";
  private static final String EC = "EC";

  private SshKeys() {}

  /// Whether the process has X25519, which the validated module has in no approved mode.
  static boolean hasX25519() {
    return Security.getAlgorithms("KeyAgreement").contains("X25519");
  }

  static KeyPair fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(hasX25519() ? ED25519 : EC);
      if (!hasX25519()) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("both builds have Ed25519 and P-256", e);
    }
  }

  /// The pair that was kept as X.509 and PKCS #8.
  static KeyPair read(byte[] publicKey, byte[] privateKey) {
    for (String algorithm : List.of(ED25519, EC)) {
      try {
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        return new KeyPair(
            factory.generatePublic(new X509EncodedKeySpec(publicKey)),
            factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
      } catch (InvalidKeySpecException _) {
        // of the other kind
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("both builds have Ed25519 and P-256", e);
      }
    }
    throw new IllegalStateException("a kept key is one of Ed25519 or P-256");
  }
}
