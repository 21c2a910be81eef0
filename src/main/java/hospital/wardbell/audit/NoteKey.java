package hospital.wardbell.audit;

import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public half of the key that signs checkpoints; what a stranger needs to check one.
///
/// @spec https://c2sp.org/signed-note#signatures C2SP signed-note, Signatures
public final class NoteKey {
  /// The kind of signature: Ed25519.
  private static final byte ED25519 = 1;

  private static final int KEY_OCTETS = 32;
  private static final int ID_OCTETS = 4;
  private static final int SIGNATURE_OCTETS = 64;
  // What stands before the 32 octets in an X.509 SubjectPublicKeyInfo.
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final String DASH = "\u2014 ";
  private static final Pattern WRITTEN =
      Pattern.compile("([!-*,-~]{1,100})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
  private static final Pattern SIGNED =
      Pattern.compile("(?s)(.*\\n)\\n" + DASH + "([!-*,-~]{1,100}) ([A-Za-z0-9+/]+={0,2})\\n");

  private final String name;
  private final byte[] octets;

  /// @param octets the public key as RFC 8032 has it
  NoteKey(String name, byte[] octets) {
    if (octets.length != KEY_OCTETS) {
      throw new IllegalArgumentException("an Ed25519 key has 32 octets");
    }
    this.name = name;
    this.octets = octets.clone();
  }

  /// @return empty if `text` is not a key as [#written] has it
  public static Optional<NoteKey> parse(String text) {
    Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] typed = Base64.getDecoder().decode(parts.group(3));
    if (typed.length != 1 + KEY_OCTETS || typed[0] != ED25519) {
      return Optional.empty();
    }
    NoteKey key = new NoteKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
    return key.written().equals(text.strip()) ? Optional.of(key) : Optional.empty();
  }

  /// The key's name, and the origin line of what it signs.
  public String name() {
    return name;
  }

  /// The key on one line, as other programs for such notes take it: name, id, kind and key.
  public String written() {
    byte[] typed = new byte[1 + KEY_OCTETS];
    typed[0] = ED25519;
    System.arraycopy(octets, 0, typed, 1, KEY_OCTETS);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private byte[] id() {
    MessageDigest sha256 = Sha256.fresh();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    sha256.update(ED25519);
    return Arrays.copyOf(sha256.digest(octets), ID_OCTETS);
  }

  /// The note: `text`, an empty line, and the line of this key's signature.
  String note(String text, byte[] signature) {
    byte[] marked = Arrays.copyOf(id(), ID_OCTETS + signature.length);
    System.arraycopy(signature, 0, marked, ID_OCTETS, signature.length);
    return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(marked) + "\n";
  }

  /// The checkpoint that `note` is, if this key and no other signed it, as an origin of its name.
  public Optional<Checkpoint> checkpoint(String note) {
    return signedText(note)
        .flatMap(Checkpoint::parse)
        .filter(checkpoint -> checkpoint.origin().equals(name));
  }

  /// The text of `note`, if its one signature is this key's and holds.
  Optional<String> signedText(String note) {
    Matcher parts = SIGNED.matcher(note);
    if (!parts.matches() || !parts.group(2).equals(name)) {
      return Optional.empty();
    }
    byte[] marked;
    try {
      marked = Base64.getDecoder().decode(parts.group(3));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String text = parts.group(1);
    if (marked.length != ID_OCTETS + SIGNATURE_OCTETS
        || !Arrays.equals(id(), Arrays.copyOf(marked, ID_OCTETS))) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(marked, ID_OCTETS, marked.length);
    // The octets are compared too, since base64 may be written in more than one way.
    return verifies(text, signature) && note(text, signature).equals(note)
        ? Optional.of(text)
        : Optional.empty();
  }

  boolean verifies(String text, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key());
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // not a point of the curve, or not a signature
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_OCTETS);
    System.arraycopy(octets, 0, encoded, X509.length, KEY_OCTETS);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey that && written().equals(that.written());
  }

  @Override
  public int hashCode() {
    return written().hashCode();
  }

  @Override
  public String toString() {
    return written();
  }
}
