package hospital.wardbell.identity;

import hospital.wardbell.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An authenticator and the browser before it, in software: makes one passkey and shows it, as the
/// page's script posts that. What it says may be wrong on purpose.
///
/// @spec https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data Web Authentication Level 3 §6.1
final class SoftAuthenticator {
  static final int PRESENT = 0x01;
  static final int VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;
  private static final HexFormat HEX = HexFormat.of();

  final byte[] id = new byte[32];
  final KeyPair key;
  String origin = "https://wardbell.test:8443";
  String host = "wardbell.test";
  int flags = PRESENT | VERIFIED;
  int count;
  boolean crossOrigin;
  String userHandle = "";

  private SoftAuthenticator(KeyPair key) {
    this.key = key;
    new SecureRandom().nextBytes(id);
  }

  static SoftAuthenticator es256() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    return new SoftAuthenticator(keys.generateKeyPair());
  }

  static SoftAuthenticator rs256() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    return new SoftAuthenticator(keys.generateKeyPair());
  }

  /// Makes the passkey that the page's `options` ask for.
  String make(String options) {
    byte[] data = join(data(flags | WITH_CREDENTIAL), new byte[16], length(id), id, publicKey());
    byte[] attestation =
        join(
            HEX.parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
            new byte[] {0x59},
            length(data),
            data);
    return new JsonObject()
        .put("id", coded(id))
        .put("clientDataJSON", coded(client("webauthn.create", options)))
        .put("attestationObject", coded(attestation))
        .write();
  }

  /// Shows it for these `options`.
  String show(String options) {
    byte[] client = client("webauthn.get", options);
    byte[] data = data(flags);
    JsonObject answer =
        new JsonObject()
            .put("id", coded(id))
            .put("clientDataJSON", coded(client))
            .put("authenticatorData", coded(data))
            .put("signature", coded(signed(join(data, sha256(client)))));
    return (userHandle.isEmpty() ? answer : answer.put("userHandle", userHandle)).write();
  }

  private byte[] client(String type, String options) {
    return new JsonObject()
        .put("type", type)
        .put("challenge", JsonObject.parse(options).text("challenge"))
        .put("origin", origin)
        .put("crossOrigin", crossOrigin)
        .write()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int said) {
    return join(
        sha256(host.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) said},
        ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
  }

  /// COSE_Key.
  private byte[] publicKey() {
    return switch (key.getPublic()) {
      case ECPublicKey ec ->
          join(
              HEX.parseHex("a5010203262001215820"),
              exactly(32, ec.getW().getAffineX().toByteArray()),
              HEX.parseHex("225820"),
              exactly(32, ec.getW().getAffineY().toByteArray()));
      case RSAPublicKey rsa ->
          join(
              HEX.parseHex("a401030339010020590100"),
              exactly(256, rsa.getModulus().toByteArray()),
              HEX.parseHex("2143010001"));
      default -> throw new IllegalStateException("no other key is made here");
    };
  }

  private byte[] signed(byte[] octets) {
    try {
      boolean ec = key.getPublic() instanceof ECPublicKey;
      Signature signer = Signature.getInstance(ec ? "SHA256withECDSA" : "SHA256withRSA");
      signer.initSign(key.getPrivate());
      signer.update(octets);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("both builds sign so", e);
    }
  }

  private static byte[] sha256(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] length(byte[] of) {
    return ByteBuffer.allocate(Short.BYTES).putShort((short) of.length).array();
  }

  private static byte[] exactly(int octets, byte[] number) {
    byte[] exact = new byte[octets];
    byte[] tail = Arrays.copyOfRange(number, Math.max(0, number.length - octets), number.length);
    System.arraycopy(tail, 0, exact, octets - tail.length, tail.length);
    return exact;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static String coded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
