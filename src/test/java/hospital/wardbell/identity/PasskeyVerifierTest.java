package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.PasskeyVerifier.Found;
import hospital.wardbell.identity.PasskeyVerifier.Made;
import hospital.wardbell.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a browser may send is an answer or a refusal, never a fault.
class PasskeyVerifierTest {
  private static final int TRIES = 400;

  private final RelyingParty console =
      RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow();
  private final Secret challenge = Secret.copyOf(new byte[32]);
  private final Staff staff =
      new Staff(Id.random(), "dana", "Dana R., RN", Set.of(Role.NURSE), List.of(), "en");
  private final SoftAuthenticator authenticator;
  private final String toMake;
  private final String toShow;

  PasskeyVerifierTest() throws Exception {
    authenticator = SoftAuthenticator.es256();
    toMake = PasskeyOptions.toMake(console, staff, challenge, List.of());
    toShow = PasskeyOptions.toShow(console, challenge, List.of(authenticator.id));
  }

  private Made made() {
    return PasskeyVerifier.made(authenticator.make(toMake), console, challenge).orElseThrow();
  }

  private Found shown(String posted, Made made) {
    PasskeyTable.Kept kept =
        new PasskeyTable.Kept(Id.random(), made.credential(), made.count(), made.syncable());
    return PasskeyVerifier.shown(posted, staff, kept, console, challenge);
  }

  @Test
  void the_options_ask_for_a_verified_owner_and_for_nobody_s_attestation() {
    JsonObject options = JsonObject.parse(toMake);

    assertThat(options.object("authenticatorSelection").orElseThrow().text("userVerification"))
        .isEqualTo("required");
    assertThat(options.text("attestation")).isEqualTo("none");
    assertThat(Base64.getUrlDecoder().decode(options.text("challenge"))).hasSize(32);
    assertThat(JsonObject.parse(toShow).text("userVerification")).isEqualTo("required");
  }

  @Test
  void what_is_kept_of_a_passkey_begins_with_its_id() {
    assertThat(PasskeyVerifier.id(made().credential())).isEqualTo(authenticator.id);
  }

  @Test
  void any_changed_octet_is_refused_and_no_fault() {
    Made made = made();
    assertThat(shown(authenticator.show(toShow), made)).isEqualTo(new Found.Good(0));
    Random random = new Random(20261127);
    for (int i = 0; i < TRIES; i++) {
      String posted = authenticator.show(toShow);
      for (String member : List.of("clientDataJSON", "authenticatorData", "signature")) {
        assertThat(shown(changed(posted, member, random), made))
            .as(member)
            .isInstanceOf(Found.Bad.class);
      }
      String changed = changed(authenticator.make(toMake), "attestationObject", random);
      var _ = PasskeyVerifier.made(changed, console, challenge);
    }
  }

  private static String changed(String posted, String member, Random random) {
    JsonObject answer = JsonObject.parse(posted);
    byte[] octets = Base64.getUrlDecoder().decode(answer.text(member));
    octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
    return answer.put(member, SoftAuthenticator.coded(octets)).write();
  }

  @Test
  void any_beginning_of_an_answer_is_refused_and_no_fault() {
    String posted = authenticator.make(toMake);
    for (int i = 0; i < posted.length(); i += 7) {
      assertThat(PasskeyVerifier.made(posted.substring(0, i), console, challenge)).isEmpty();
    }
    JsonObject answer = JsonObject.parse(posted);
    byte[] whole = Base64.getUrlDecoder().decode(answer.text("attestationObject"));
    for (int i = 0; i < whole.length; i++) {
      byte[] cut = Arrays.copyOf(whole, i);
      answer.put("attestationObject", SoftAuthenticator.coded(cut));
      assertThat(PasskeyVerifier.made(answer.write(), console, challenge)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":7}",
        "{\"id\":\"*\"}",
        "{\"id\":\"\",\"clientDataJSON\":\"\",\"authenticatorData\":\"\",\"signature\":\"\"}",
        "{\"id\":\"AA\",\"clientDataJSON\":\"bnVsbA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}",
        "{\"id\":\"AA\",\"clientDataJSON\":\"e30\",\"attestationObject\":\"9g\"}",
        "{\"id\":\"AA\",\"clientDataJSON\":\"W10\",\"attestationObject\":\"gA\"}"
      })
  void what_is_no_answer_is_refused_and_no_fault(String posted) {
    assertThat(PasskeyVerifier.made(posted, console, challenge)).isEmpty();
    assertThat(shown(posted, made())).isInstanceOf(Found.Bad.class);
  }
}
