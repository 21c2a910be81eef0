package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.Passkeys.Outcome;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.vault.VaultFault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeysTest {
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private Enrolment dana;
  private Session session;
  private SoftAuthenticator authenticator;
  private int origins;
  private String origin = Home.DESK;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    home.identity
        .passkeys()
        .serve(RelyingParty.of(List.of("192.0.2.1", "Wardbell.test"), 8443).orElseThrow());
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void aNurseWithAPasskey() throws Exception {
    origins++;
    origin = "198.51.100." + origins; // from which nobody has failed
    dana = home.nurse();
    session = home.welcome(dana.staff()).session();
    authenticator = SoftAuthenticator.es256();
    assertThat(make(session, authenticator)).isEqualTo(Outcome.ADDED);
  }

  private Outcome make(Session session, SoftAuthenticator authenticator) {
    Passkeys passkeys = home.identity.passkeys();
    String options = passkeys.toMake(session).orElseThrow();
    return passkeys.add(session, "Telephone", authenticator.make(options), origin);
  }

  private Id due(Enrolment person) {
    String login = person.staff().login();
    return ((Result.CodeDue) home.identity.signIn().password(login, person.password(), origin))
        .pending();
  }

  private String options(Id due) {
    return home.identity.signIn().ways(due).orElseThrow().passkey().orElseThrow();
  }

  private Result passkey(Id due, String shown) {
    return home.identity.signIn().passkey(due, shown, origin);
  }

  private List<String> refusals() {
    return home.audited(dana.staff().id()).stream()
        .filter(entry -> entry.contains("sign-in.refused"))
        .toList();
  }

  @Test
  void a_passkey_lets_in_after_the_password_and_its_making_is_on_record_and_told() {
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isInstanceOf(Result.Welcome.class);

    assertThat(home.identity.factors().of(dana.staff().id()).passkeys())
        .singleElement()
        .matches(passkey -> passkey.name().equals("Telephone") && passkey.used().isPresent());
    assertThat(home.audited(dana.staff().id())).anyMatch(e -> e.contains("factor.added"));
    assertThat(home.identity.notices().of(dana.staff().id()))
        .extracting(FactorNotices.Notice::kind)
        .containsExactly(Kind.PASSKEY_ADDED);
  }

  @Test
  void an_rsa_key_does_as_well() throws Exception {
    SoftAuthenticator hello = SoftAuthenticator.rs256();
    assertThat(make(session, hello)).isEqualTo(Outcome.ADDED);
    Id due = due(dana);

    assertThat(passkey(due, hello.show(options(due)))).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void what_was_shown_once_is_refused_when_it_is_shown_again() {
    Id first = due(dana);
    String shown = authenticator.show(options(first));
    assertThat(passkey(first, shown)).isInstanceOf(Result.Welcome.class);

    assertThat(passkey(first, shown)).isEqualTo(REFUSED);
    Id second = due(dana);
    assertThat(options(second)).isNotEqualTo(options(second));
    assertThat(passkey(second, shown)).isEqualTo(REFUSED);
    assertThat(refusals()).singleElement().asString().contains("\"passkey\"");
  }

  @Test
  void of_two_who_show_the_same_at_once_one_comes_in() throws Exception {
    Id due = due(dana);
    String shown = authenticator.show(options(due));
    Callable<Result> show = () -> passkey(due, shown);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(List.of(show, show)).stream().map(Future::resultNow))
          .filteredOn(Result.Welcome.class::isInstance)
          .hasSize(1);
    }
  }

  @Test
  void what_was_signed_for_another_page_is_refused_and_on_record_as_that() {
    authenticator.origin = "https://wardbell.test.evil.example";
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
    assertThat(refusals()).last().asString().contains("passkey-elsewhere");
  }

  @Test
  void another_port_of_the_same_host_is_another_page() {
    authenticator.origin = "https://wardbell.test:9443";
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
  }

  @Test
  void a_page_within_another_s_is_refused() {
    authenticator.crossOrigin = true;
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
  }

  @Test
  void a_passkey_for_another_name_is_refused() {
    authenticator.host = "evil.example";
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
  }

  @Test
  void nobody_comes_in_without_having_been_verified_by_the_authenticator() {
    authenticator.flags = SoftAuthenticator.PRESENT;
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
  }

  @Test
  void none_is_made_without_that_either_nor_for_another_page() throws Exception {
    SoftAuthenticator bare = SoftAuthenticator.es256();
    bare.flags = SoftAuthenticator.PRESENT;
    assertThat(make(session, bare)).isEqualTo(Outcome.REFUSED);

    SoftAuthenticator phished = SoftAuthenticator.es256();
    phished.origin = "https://evil.example";
    assertThat(make(session, phished)).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_count_that_goes_back_is_refused_put_on_record_and_told() {
    authenticator.count = 7;
    Id due = due(dana);
    assertThat(passkey(due, authenticator.show(options(due)))).isInstanceOf(Result.Welcome.class);

    Id again = due(dana);
    assertThat(passkey(again, authenticator.show(options(again)))).isEqualTo(REFUSED);

    assertThat(home.audited(dana.staff().id())).anyMatch(entry -> entry.contains("factor.copied"));
    assertThat(home.identity.notices().of(dana.staff().id()))
        .extracting(FactorNotices.Notice::kind)
        .contains(Kind.PASSKEY_COPIED);
  }

  @Test
  void somebody_else_s_passkey_does_not_do() {
    Enrolment lee = home.nurse();
    Session other = home.welcome(lee.staff()).session();
    assertThat(make(other, authenticator)).isEqualTo(Outcome.KNOWN);
    Id due = due(lee);

    assertThat(home.identity.signIn().ways(due).orElseThrow().passkey()).isEmpty();
    String foreign = authenticator.show(options(due(dana)));
    assertThat(passkey(due, foreign)).isEqualTo(REFUSED);
  }

  @Test
  void an_answer_that_names_another_user_is_refused() {
    authenticator.userHandle = SoftAuthenticator.coded(Id.random().bytes());
    Id due = due(dana);

    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);
  }

  @Test
  void a_refused_passkey_counts_like_a_wrong_code() {
    Id due = due(dana);
    authenticator.flags = 0;
    assertThat(passkey(due, authenticator.show(options(due)))).isEqualTo(REFUSED);

    assertThat(home.identity.signIn().code(due, home.code(dana.staff()), origin))
        .isInstanceOf(Result.Wait.class);
  }

  @Test
  void a_challenge_is_for_one_session_and_five_minutes() throws Exception {
    Session elsewhere = home.welcome(dana.staff()).session();
    Passkeys passkeys = home.identity.passkeys();
    SoftAuthenticator late = SoftAuthenticator.es256();
    String made = late.make(passkeys.toMake(session).orElseThrow());

    assertThat(passkeys.add(elsewhere, "Key", made, origin)).isEqualTo(Outcome.REFUSED);
    home.clock.forward(Passkeys.PATIENCE);
    assertThat(passkeys.add(session, "Key", made, origin)).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_person_has_ten_at_most_and_each_has_a_name() throws Exception {
    for (int i = 1; i < Passkeys.MOST_PER_PERSON; i++) {
      assertThat(make(session, SoftAuthenticator.es256())).isEqualTo(Outcome.ADDED);
    }

    assertThat(home.identity.passkeys().toMake(session)).isEmpty();
    assertThat(home.identity.passkeys().add(session, " ", "{}", origin))
        .isEqualTo(Outcome.NAMELESS);
  }

  @Test
  void a_public_key_in_another_s_place_does_not_open() throws Exception {
    assertThat(make(session, SoftAuthenticator.es256())).isEqualTo(Outcome.ADDED);
    home.store.change(tx -> {
      List<byte[]> sealed =
          tx.list(
              "select credential from staff_passkey where staff = ? order by id",
              row -> row.bytes("credential"),
              dana.staff().id());
      tx.update(
          "update staff_passkey set credential = ? where staff = ?",
          sealed.getFirst(),
          dana.staff().id());
    });
    Id due = due(dana);

    assertThatThrownBy(() -> home.identity.signIn().ways(due)).isInstanceOf(VaultFault.class);
  }

  @Test
  void without_a_name_for_the_console_there_are_no_passkeys() {
    Passkeys nameless = home.restarted().passkeys();

    assertThat(RelyingParty.of(List.of("192.0.2.1", "fd00::1"), 8443)).isEmpty();
    assertThat(RelyingParty.of(List.of("localhost", "wardbell.test"), 443).orElseThrow().origin())
        .isEqualTo("https://wardbell.test");
    assertThat(nameless.toMake(session)).isEmpty();
  }
}
