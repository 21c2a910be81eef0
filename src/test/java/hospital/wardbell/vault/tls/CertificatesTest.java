package hospital.wardbell.vault.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final List<String> NAMES = List.of("Wardbell.lan", "localhost", "10.1.2.3", "::1");

  @TempDir private Path directory;

  private Certificates at(Instant time) {
    return Certificates.ensure(directory, NAMES, InstantSource.fixed(time));
  }

  private static X509Certificate read(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /// With the authority in the path, under itself: what an anchor says of names binds nobody. The
  /// validated module's path check takes no anchor that is only a name and a key.
  private static void validate(X509Certificate server, X509Certificate authority, Instant at)
      throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server, authority)),
            parameters);
  }

  @Test
  void the_certificate_is_for_these_names_and_valid_under_its_authority() throws Exception {
    Certificates made = at(NOW);
    X509Certificate server = read(made.chain());

    assertThat(
            server.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
        .containsExactly("wardbell.lan", "localhost", "10.1.2.3", "0:0:0:0:0:0:0:1");
    assertThat(Duration.between(NOW, server.getNotAfter().toInstant()))
        .isLessThan(Duration.ofDays(398));
    assertThatCode(() -> validate(server, read(made.authority()), NOW)).doesNotThrowAnyException();
    assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }

  /// Chromium takes no authority that has one.
  @Test
  void what_the_authority_may_certify_has_no_empty_list() throws Exception {
    byte[] constraints = read(at(NOW).authority()).getExtensionValue("2.5.29.30");

    assertThat(HexFormat.of().formatHex(constraints)).doesNotContain("a000").doesNotEndWith("a100");
  }

  @Test
  void a_second_start_changes_no_file() throws Exception {
    Certificates first = at(NOW);
    byte[] chain = Files.readAllBytes(first.chain());

    assertThat(at(NOW.plus(Duration.ofDays(300)))).isEqualTo(first);
    assertThat(first.chain()).hasBinaryContent(chain);
  }

  @Test
  void a_renewal_keeps_the_authority_that_browsers_know() throws Exception {
    Certificates first = at(NOW);
    X509Certificate before = read(first.chain());
    Instant later = NOW.plus(Duration.ofDays(370));

    Certificates renewed = at(later);

    assertThat(renewed.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(read(renewed.chain()).getSerialNumber()).isNotEqualTo(before.getSerialNumber());
    assertThatCode(() -> validate(read(renewed.chain()), read(renewed.authority()), later))
        .doesNotThrowAnyException();
  }

  @Test
  void other_names_and_an_authority_near_its_end_mean_a_new_authority() {
    String first = at(NOW).fingerprint();
    Certificates other =
        Certificates.ensure(directory, List.of("bell.lan"), InstantSource.fixed(NOW));
    assertThat(other.fingerprint()).isNotEqualTo(first);

    String again = at(NOW).fingerprint();
    assertThat(at(NOW.plus(Duration.ofDays(3_300))).fingerprint()).isNotEqualTo(again);
  }

  @Test
  void the_authority_can_certify_no_other_name() throws Exception {
    Certificates made = at(NOW);
    Pair authority =
        Pair.read(made.authority(), directory.resolve("authority-key.pem")).orElseThrow();

    for (String stranger : List.of("bank.example", "10.1.2.4", "2001:db8::1")) {
      Pair forged = new Issuer(Names.of(List.of(stranger)), NOW).server(authority);
      assertThatThrownBy(() -> validate(forged.certificate(), authority.certificate(), NOW))
          .isInstanceOf(CertPathValidatorException.class);
    }
  }

  @Test
  void an_authority_without_addresses_can_certify_none() throws Exception {
    Pair authority = new Issuer(Names.of(List.of("bell.lan")), NOW).authority();
    Pair forged = new Issuer(Names.of(List.of("10.1.2.4")), NOW).server(authority);

    assertThatThrownBy(() -> validate(forged.certificate(), authority.certificate(), NOW))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void a_key_and_a_certificate_that_do_not_belong_together_are_made_anew() throws Exception {
    Certificates first = at(NOW);
    Pair stranger = new Issuer(Names.of(NAMES), NOW).authority();
    Files.writeString(first.key(), Pem.of(Pem.PRIVATE_KEY, stranger.key().getEncoded()));

    Certificates mended = at(NOW);

    assertThat(Pair.read(mended.chain(), mended.key())).isPresent();
    Files.writeString(mended.chain(), "not a certificate");
    assertThat(Pair.read(at(NOW).chain(), mended.key())).isPresent();
  }

  @Test
  void keys_are_for_their_owner_only() throws Exception {
    Certificates made = at(NOW);

    for (Path key : List.of(made.key(), directory.resolve("authority-key.pem"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void what_is_no_name_is_refused() {
    for (String wrong : List.of("ward bell", "300.1.1.1", "-", "*.lan", "a..b")) {
      assertThatThrownBy(
              () -> Certificates.ensure(directory, List.of(wrong), InstantSource.fixed(NOW)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
