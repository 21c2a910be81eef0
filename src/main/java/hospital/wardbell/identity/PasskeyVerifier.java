package hospital.wardbell.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import hospital.wardbell.base.Secret;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Checks what a browser posts of a passkey. The ceremony and the signatures are the library's
/// work, which is loaded when the first passkey is posted. Who made the authenticator is not asked.
///
/// @spec https://www.w3.org/TR/webauthn-3/#sctn-rp-operations Web Authentication Level 3 §7
final class PasskeyVerifier {
  /// A new passkey.
  ///
  /// @param id by which its authenticator knows it
  /// @param credential id and public key, as they are kept
  /// @param count how often its authenticator has signed; 0 if that is not counted
  /// @param syncable whether it may be copied to its owner's other devices
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Made(byte[] id, byte[] credential, long count, boolean syncable) {}

  /// What a shown passkey was found to be.
  sealed interface Found {
    /// Its owner's, who was verified; its authenticator has signed so often.
    record Good(long count) implements Found {}

    /// Not to be believed.
    ///
    /// @param reason a word for the record
    record Bad(String reason) implements Found {}
  }

  static final String BAD = "passkey";
  static final String ELSEWHERE = "passkey-elsewhere";
  static final String COPIED = "passkey-copied";

  private static final int BEFORE_ID = 16; // the kind of authenticator

  private PasskeyVerifier() {}

  /// The library, loaded when it is needed.
  private static final class Library {
    static final ObjectConverter CONVERTER = new ObjectConverter();
    static final WebAuthnManager MANAGER =
        WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    static final AttestedCredentialDataConverter CREDENTIALS =
        new AttestedCredentialDataConverter(CONVERTER);
    static final List<PublicKeyCredentialParameters> ALGORITHMS =
        List.of(
            new PublicKeyCredentialParameters(
                PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(
                PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));
  }

  /// The passkey that was made; empty if what was posted is not to be believed.
  static Optional<Made> made(String posted, RelyingParty at, Secret challenge) {
    try {
      JsonObject answer = JsonObject.parse(posted);
      RegistrationData data =
          Library.MANAGER.parse(
              new RegistrationRequest(
                  octets(answer, "attestationObject"), octets(answer, "clientDataJSON")));
      RegistrationData verified =
          Library.MANAGER.verify(
              data,
              new RegistrationParameters(server(at, challenge), Library.ALGORITHMS, true, true));
      var said = Objects.requireNonNull(verified.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential = Objects.requireNonNull(said.getAttestedCredentialData());
      return Optional.of(
          new Made(
              credential.getCredentialId(),
              Library.CREDENTIALS.convert(credential),
              said.getSignCount(),
              said.isFlagBE()));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  /// The id of the passkey that is shown; empty if there is none.
  static Optional<byte[]> id(String posted) {
    try {
      return Optional.of(octets(JsonObject.parse(posted), "id"));
    } catch (MalformedJson | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static Found shown(
      String posted, Staff staff, PasskeyTable.Kept kept, RelyingParty at, Secret challenge) {
    try {
      JsonObject answer = JsonObject.parse(posted);
      String handle = PasskeyOptions.handle(staff.id());
      if (!answer.maybeText("userHandle").orElse(handle).equals(handle)) {
        return new Found.Bad(BAD);
      }
      byte[] id = octets(answer, "id");
      AuthenticationData data =
          Library.MANAGER.parse(
              new AuthenticationRequest(
                  id,
                  octets(answer, "authenticatorData"),
                  octets(answer, "clientDataJSON"),
                  octets(answer, "signature")));
      AuthenticationData verified =
          Library.MANAGER.verify(
              data,
              new AuthenticationParameters(
                  server(at, challenge), record(kept), List.of(id), true, true));
      return new Found.Good(Objects.requireNonNull(verified.getAuthenticatorData()).getSignCount());
    } catch (MaliciousCounterValueException _) {
      return new Found.Bad(COPIED);
    } catch (BadOriginException | CrossOriginException _) {
      return new Found.Bad(ELSEWHERE);
    } catch (RuntimeException _) {
      return new Found.Bad(BAD);
    }
  }

  private static ServerProperty server(RelyingParty at, Secret challenge) {
    byte[] asked = challenge.lend(octets -> octets.clone());
    return ServerProperty.builder()
        .origin(new Origin(at.origin()))
        .rpId(at.host())
        .challenge(new DefaultChallenge(asked))
        .build();
  }

  private static CredentialRecordImpl record(PasskeyTable.Kept kept) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        kept.syncable(),
        null,
        kept.count(),
        Library.CREDENTIALS.convert(kept.credential()),
        new AuthenticationExtensionsAuthenticatorOutputs<>(),
        null,
        null,
        null);
  }

  /// The id within what is kept of a passkey, which begins with the kind of authenticator and the
  /// id's length.
  ///
  /// @spec https://www.w3.org/TR/webauthn-3/#sctn-attested-credential-data Web Authentication Level
  ///   3 §6.5.1
  static byte[] id(byte[] credential) {
    ByteBuffer in = ByteBuffer.wrap(credential).position(BEFORE_ID);
    byte[] id = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(id);
    return id;
  }

  private static byte[] octets(JsonObject answer, String name) {
    return Base64.getUrlDecoder().decode(answer.text(name));
  }
}
