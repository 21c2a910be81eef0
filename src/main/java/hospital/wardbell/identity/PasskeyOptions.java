package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.json.JsonObject;
import java.util.Base64;
import java.util.List;

/// What a browser is told when a passkey is to be made or shown, as JSON; octets are base64url. The
/// person must be verified by the authenticator each time: by PIN, finger or face.
///
/// @spec https://www.w3.org/TR/webauthn-3/#dictionary-makecredentialoptions Web Authentication
///   Level 3 §5.4
final class PasskeyOptions {
  static final int ES256 = -7;
  static final int RS256 = -257;

  private static final String TYPE = "public-key";
  private static final int MILLIS = (int) Passkeys.PATIENCE.toMillis();

  private PasskeyOptions() {}

  /// @param known ids of passkeys whose authenticators need not make another
  static String toMake(RelyingParty at, Staff staff, Secret challenge, List<byte[]> known) {
    return new JsonObject()
        .put("rp", new JsonObject().put("id", at.host()).put("name", "Wardbell"))
        .put(
            "user",
            new JsonObject()
                .put("id", handle(staff.id()))
                .put("name", staff.login())
                .put("displayName", staff.name()))
        .put("challenge", challenge.lend(PasskeyOptions::coded))
        .put("pubKeyCredParams", List.of(algorithm(ES256), algorithm(RS256)))
        .put("timeout", MILLIS)
        .put("excludeCredentials", known.stream().map(PasskeyOptions::credential).toList())
        .put(
            "authenticatorSelection",
            new JsonObject().put("residentKey", "preferred").put("userVerification", "required"))
        .put("attestation", "none")
        .write();
  }

  /// @param allowed ids of the person's passkeys
  static String toShow(RelyingParty at, Secret challenge, List<byte[]> allowed) {
    return new JsonObject()
        .put("rpId", at.host())
        .put("challenge", challenge.lend(PasskeyOptions::coded))
        .put("timeout", MILLIS)
        .put("allowCredentials", allowed.stream().map(PasskeyOptions::credential).toList())
        .put("userVerification", "required")
        .write();
  }

  /// By which authenticators know the person.
  static String handle(Id staff) {
    return coded(staff.bytes());
  }

  private static JsonObject algorithm(int cose) {
    return new JsonObject().put("type", TYPE).put("alg", cose);
  }

  private static JsonObject credential(byte[] id) {
    return new JsonObject().put("type", TYPE).put("id", coded(id));
  }

  private static String coded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
