package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Authenticator;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.FactorNotices.Notice;
import hospital.wardbell.identity.SignIn.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
class FactorsTest {
  private static final Result REFUSED = new Result.Refused();

  private Home home;
  private Enrolment dana;
  private Session session;
  private int origins;
  private String origin = Home.DESK;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    home.identity.passkeys().serve(RelyingParty.of(List.of("wardbell.test"), 8443).orElseThrow());
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void aNurse() {
    origins++;
    origin = "198.51.100." + origins; // from which nobody has failed
    dana = home.nurse();
    session = home.welcome(dana.staff()).session();
  }

  private Factors factors() {
    return home.identity.factors();
  }

  private Id due() {
    String login = dana.staff().login();
    return ((Result.CodeDue) home.identity.signIn().password(login, dana.password(), origin))
        .pending();
  }

  private Result code(Id due, String code) {
    return home.identity.signIn().code(due, code, origin);
  }

  private Authenticator newApp() {
    return new Authenticator(Home.text(factors().newApp(session)), home.clock);
  }

  private List<Kind> told() {
    return home.identity.notices().of(dana.staff().id()).stream().map(Notice::kind).toList();
  }

  private SoftAuthenticator passkey() throws Exception {
    SoftAuthenticator made = SoftAuthenticator.es256();
    String options = home.identity.passkeys().toMake(session).orElseThrow();
    assertThat(home.identity.passkeys().add(session, "Key", made.make(options), origin))
        .isEqualTo(Passkeys.Outcome.ADDED);
    return made;
  }

  @Test
  void a_new_app_takes_the_place_of_the_former_once_its_code_is_typed() {
    Authenticator app = newApp();
    assertThat(code(due(), home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
    home.clock.forward(Duration.ofSeconds(30));
    String former = home.code(dana.staff());

    assertThat(factors().confirmApp(session, "000000", origin)).isFalse();
    String first = app.code();
    assertThat(factors().confirmApp(session, first, origin)).isTrue();

    assertThat(code(due(), former)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(code(due(), first)).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofMinutes(1));
    assertThat(code(due(), home.code(dana.staff()))).isInstanceOf(Result.Welcome.class);
    assertThat(told()).containsExactly(Kind.APP_SET);
    assertThat(home.audited(dana.staff().id())).anyMatch(entry -> entry.contains("factor.added"));
  }

  @Test
  void the_picture_of_a_new_app_is_good_for_a_quarter_of_an_hour() {
    Authenticator app = newApp();
    home.clock.forward(Duration.ofMinutes(15));

    assertThat(factors().confirmApp(session, app.code(), origin)).isFalse();
  }

  @Test
  void the_last_way_to_show_who_one_is_cannot_be_removed() throws Exception {
    List<String> _ = factors().newRecoveryCodes(session, origin);
    assertThat(factors().of(dana.staff().id()).isLast()).isTrue();
    assertThat(factors().removeApp(session, origin)).isFalse();
    SoftAuthenticator key = passkey();

    assertThat(factors().removeApp(session, origin)).isTrue();

    assertThat(factors().removeApp(session, origin)).isFalse();
    Id passkey = factors().of(dana.staff().id()).passkeys().getFirst().id();
    assertThat(factors().removePasskey(session, passkey, origin)).isFalse();
    Id due = due();
    assertThat(code(due, "123456")).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    Ways ways = home.identity.signIn().ways(due).orElseThrow();
    assertThat(ways.app()).isFalse();
    assertThat(home.identity.signIn().passkey(due, key.show(ways.passkey().orElseThrow()), origin))
        .isInstanceOf(Result.Welcome.class);
    assertThat(told()).contains(Kind.APP_REMOVED);
  }

  @Test
  void a_removed_passkey_opens_nothing_and_nobody_removes_another_s() throws Exception {
    SoftAuthenticator key = passkey();
    Id passkey = factors().of(dana.staff().id()).passkeys().getFirst().id();
    Session other = home.welcome(home.nurse().staff()).session();
    Id due = due();
    String options = home.identity.signIn().ways(due).orElseThrow().passkey().orElseThrow();

    assertThat(factors().removePasskey(other, passkey, origin)).isFalse();
    assertThat(factors().removePasskey(session, passkey, origin)).isTrue();

    assertThat(home.identity.signIn().passkey(due, key.show(options), origin)).isEqualTo(REFUSED);
  }

  @Test
  void each_recovery_code_lets_in_once_as_it_may_be_typed() {
    List<String> codes = factors().newRecoveryCodes(session, origin);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[0-9a-hj-km-np-tv-z]{4}(-[0-9a-z]{4}){3}"));
    String typed = codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ').replace('0', 'O');

    assertThat(code(due(), typed)).isInstanceOf(Result.Welcome.class);

    assertThat(code(due(), codes.getFirst())).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(factors().of(dana.staff().id()).recoveryCodes()).isEqualTo(9);
    assertThat(home.identity.stepUp().prove(session, dana.password(), codes.getLast(), origin))
        .isEmpty();
    assertThat(told()).containsExactly(Kind.CODE_USED, Kind.CODE_USED, Kind.CODES_MADE);
    assertThat(home.audited(dana.staff().id()))
        .filteredOn(entry -> entry.contains("factor.recovery-used"))
        .last()
        .asString()
        .contains("8 left")
        .doesNotContain(codes.getLast());
  }

  @Test
  void new_recovery_codes_void_the_former_and_somebody_else_s_do_not_do() {
    List<String> former = factors().newRecoveryCodes(session, origin);
    List<String> _ = factors().newRecoveryCodes(session, origin);
    Session other = home.welcome(home.nurse().staff()).session();
    List<String> foreign = factors().newRecoveryCodes(other, origin);

    assertThat(code(due(), former.getFirst())).isEqualTo(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(code(due(), foreign.getFirst())).isEqualTo(REFUSED);
  }

  @Test
  void of_two_who_use_one_recovery_code_at_once_one_comes_in() throws Exception {
    String code = factors().newRecoveryCodes(session, origin).getFirst();
    List<Callable<Result>> both =
        List.of(due(), due()).stream()
            .map(due -> (Callable<Result>) () -> code(due, code))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(both).stream().map(Future::resultNow))
          .filteredOn(Result.Welcome.class::isInstance)
          .hasSize(1);
    }
  }

  @Test
  void a_code_copied_into_another_s_row_lets_nobody_in() {
    Enrolment lee = home.nurse();
    String code =
        factors().newRecoveryCodes(home.welcome(lee.staff()).session(), origin).getFirst();
    home.store.change(tx ->
        tx.update(
            "update staff_recovery_code set staff = ? where staff = ?",
            dana.staff().id(),
            lee.staff().id()));

    assertThat(code(due(), code)).isEqualTo(REFUSED);
  }

  @Test
  void a_notice_stays_until_its_own_reader_dismisses_it_and_over_a_restart() {
    List<String> _ = factors().newRecoveryCodes(session, origin);
    FactorNotices notices = home.restarted().notices();
    Id dana = this.dana.staff().id();
    Id notice = notices.of(dana).getFirst().id();

    notices.dismiss(home.nurse().staff().id(), notice);
    assertThat(notices.of(dana)).hasSize(1);
    notices.dismiss(dana, notice);
    assertThat(notices.of(dana)).isEmpty();
  }

  @Test
  void of_many_notices_the_newest_are_kept() {
    for (int i = 0; i < FactorNotices.MOST + 3; i++) {
      List<String> _ = factors().newRecoveryCodes(session, origin);
    }

    assertThat(told()).hasSize(FactorNotices.MOST);
  }

  @Test
  void a_passkey_alone_steps_up_for_the_session_it_was_asked_for() throws Exception {
    SoftAuthenticator key = passkey();
    StepUp stepUp = home.identity.stepUp();
    Session other = home.welcome(dana.staff()).session();
    String shown = key.show(stepUp.passkey(session).orElseThrow());

    assertThat(stepUp.prove(other, shown, origin)).contains(REFUSED);
    home.clock.forward(Duration.ofSeconds(1));
    assertThat(stepUp.prove(session, shown, origin)).isEmpty();

    assertThat(stepUp.isFresh(session)).isTrue();
    assertThat(stepUp.isFresh(other)).isFalse();
    assertThat(stepUp.prove(session, shown, origin)).contains(REFUSED);
    assertThat(home.audited(session.id())).last().asString().contains("session.proven");
  }
}
