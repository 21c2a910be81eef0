package hospital.wardbell.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The JDK, and Bouncy Castle for what the JDK has not.
final class Usual implements Primitives {
  private static final int KEY = 32;

  @Override
  public void begin() {
    // The JDK's own providers are in their places.
  }

  @Override
  public String inUse() {
    return "the JDK and Bouncy Castle, not validated";
  }

  @Override
  public boolean hasArgon2id() {
    return true;
  }

  @Override
  public byte[] argon2id(byte[] passphrase, byte[] salt, int kibibytes, int passes, int lanes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .build());
    byte[] key = new byte[KEY];
    int _ = argon2.generateBytes(passphrase, key);
    return key;
  }

  @Override
  public KeyPair ed25519(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  /// Gives out the seed once, where the JDK asks for the random octets of a new key: it has no
  /// other way from a seed to the public key.
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient byte[] octets;

    private Seed(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != octets.length) {
        throw new IllegalStateException("this JDK makes Ed25519 keys from something else");
      }
      System.arraycopy(octets, 0, bytes, 0, bytes.length);
    }
  }
}
