package hospital.wardbell.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsStatus;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/// The validated module, in approved mode only, and TLS on top of it.
///
/// Of the JDK's own providers only `SUN` stays, behind the module: it reads certificates and gives
/// the module its entropy, and Derby asks it for MD5. What the module does not have in approved
/// mode is not there then, rather than done by something else.
final class Validated implements Primitives {
  /// The module that the certificate names.
  private static final String VERSION = "2.1.1";

  private static final String CERTIFICATE = "4943";
  private static final String APPROVED_ONLY = "org.bouncycastle.fips.approved_only";
  private static final String KEPT = "SUN";

  /// It tells every connection and every failed handshake; kept here so that it stays quiet.
  private static final Logger TLS = Logger.getLogger("org.bouncycastle.jsse");

  // What stands before the 32 octets of the seed in PKCS #8.
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  @Override
  public synchronized void begin() {
    if (Security.getProvider(BouncyCastleFipsProvider.PROVIDER_NAME) != null) {
      require();
      return;
    }
    if (System.getProperty(APPROVED_ONLY) == null) {
      System.setProperty(APPROVED_ONLY, "true"); // before the module is loaded
    }
    TLS.setLevel(Level.SEVERE);
    // The JDK's own answer to who has the default keys names a provider that goes.
    Security.setProperty("ssl.KeyManagerFactory.algorithm", "PKIX");
    Security.setProperty("ssl.TrustManagerFactory.algorithm", "PKIX");
    try {
      Provider module = new BouncyCastleFipsProvider();
      require(module);
      Provider tls = new BouncyCastleJsseProvider(true, module);
      List<Provider> before = List.of(Security.getProviders());
      Security.insertProviderAt(module, 1);
      Security.insertProviderAt(tls, 2);
      before.stream()
          .map(Provider::getName)
          .filter(name -> !name.equals(KEPT))
          .forEach(Security::removeProvider);
    } catch (LinkageError | RuntimeException e) {
      throw e instanceof CryptoFault fault
          ? fault
          : new CryptoFault(
              "The validated module does not start: its self-test failed, or its file is not the"
                  + " one that was validated. Install it again.",
              e);
    }
  }

  private static void require() {
    require(Security.getProvider(BouncyCastleFipsProvider.PROVIDER_NAME));
  }

  private static void require(Provider module) {
    String info = module.getInfo();
    if (!info.endsWith("v" + VERSION)) {
      throw new CryptoFault(
          "The validated module is not version %s, which certificate %s is for. Install that version."
              .formatted(VERSION, CERTIFICATE));
    }
    if (!FipsStatus.isReady()) {
      throw new CryptoFault(
          "The validated module's self-test failed. Nothing was opened. Install it again.");
    }
    if (!CryptoServicesRegistrar.isInApprovedOnlyMode()) {
      throw new CryptoFault(
          "The validated module is not in approved mode, and this build runs in no other. Take -D%s out of the options."
              .formatted(APPROVED_ONLY));
    }
  }

  @Override
  public String inUse() {
    return "the FIPS 140-3 validated module BC-FJA %s (certificate %s), in approved mode"
        .formatted(VERSION, CERTIFICATE);
  }

  @Override
  public boolean hasArgon2id() {
    return false;
  }

  @Override
  public byte[] argon2id(byte[] passphrase, byte[] salt, int kibibytes, int passes, int lanes) {
    throw new CryptoFault("The validated module has no Argon2id.");
  }

  @Override
  public KeyPair ed25519(byte[] seed) {
    byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
    System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (key instanceof EdDSAPrivateKey ours) {
        return new KeyPair(ours.getPublicKey(), key);
      }
      throw new CryptoFault("Ed25519 is not the module's.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the module has Ed25519", e);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }
}
