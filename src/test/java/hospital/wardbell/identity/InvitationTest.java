package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.identity.Admission.Result;
import hospital.wardbell.identity.Admission.Shown;
import hospital.wardbell.identity.LinkDesk.Issued;
import hospital.wardbell.identity.PasswordPolicy.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationTest {
  private static final Result REFUSED = new Result.Refused();
  private static final Duration YEARS = Duration.ofDays(9_999);

  private Home home;
  private Guests guests;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void by_an_invitation_a_person_chooses_a_password_and_is_in() {
    Issued issued = guests.invited();
    Staff guest = issued.staff();

    SignIn.Result.Welcome welcome = guests.opened(issued).signedIn();

    assertThat(welcome.session().staff()).isEqualTo(guest);
    assertThat(home.identity.sessions().find(welcome.cookie(), true)).isPresent();
    assertThat(home.audited(guest.id()))
        .anyMatch(entry -> entry.contains("staff.invited") && entry.contains("os:admin"))
        .anyMatch(entry -> entry.contains("staff.link-shown"))
        .anyMatch(entry -> entry.contains("staff.opened") && entry.contains("staff:" + guest.id()));
    home.clock.forward(Duration.ofSeconds(30));
    assertThat(signedIn(guest, Guests.PASSWORD)).isInstanceOf(SignIn.Result.Welcome.class);
  }

  @Test
  void the_code_that_opened_the_account_signs_nobody_in_again() {
    Issued issued = guests.invited();
    Result _ = guests.opened(issued);

    assertThat(signedIn(issued.staff(), Guests.PASSWORD)).isEqualTo(new SignIn.Result.Refused());
  }

  @Test
  void before_that_no_password_opens_it() {
    Staff guest = guests.invited().staff();
    String before = Home.text(home.identity.passwordDesk().give(guest.login(), Home.ADMIN));

    assertThat(home.identity.signIn().password(guest.login(), Guests.secret(before), Home.DESK))
        .isEqualTo(new SignIn.Result.Refused());
    assertThat(home.identity.people().person(guest.id()).orElseThrow().standing())
        .isEqualTo(Standing.INVITED);
  }

  @Test
  void used_old_void_and_unknown_links_are_refused_alike() {
    Issued used = guests.invited();
    Result _ = guests.opened(used);
    Issued replaced = guests.invited();
    Issued again = home.identity.links().renew(replaced.staff().id(), Home.ADMIN, "cli");
    Issued old = guests.invited();

    assertThat(guests.begin(used)).isEqualTo(REFUSED);
    assertThat(guests.begin(replaced)).isEqualTo(REFUSED);
    assertThat(again.invitation()).isTrue();
    assertThat(guests.opened(again)).isInstanceOf(Result.Welcome.class);
    home.clock.forward(LinkDesk.INVITATION);
    assertThat(guests.begin(old)).isEqualTo(REFUSED);
    for (String code : List.of("", "guess", "0000-0000-0000-0000-0000-0000-0000")) {
      assertThat(home.identity.admission().begin(code, guests.origin())).isEqualTo(REFUSED);
    }
    assertThat(home.identity.admission().finish(Id.random(), word(), word(), "1", Home.DESK))
        .isEqualTo(REFUSED);
  }

  @Test
  void a_code_may_be_typed_from_paper() {
    Issued issued = guests.invited();
    String typed = Home.text(issued.code()).toUpperCase(Locale.ROOT).replace('-', ' ');

    assertThat(Home.text(issued.code()))
        .matches("([0-9a-hjkmnp-tv-z]{4}-){6}[0-9a-hjkmnp-tv-z]{4}");
    assertThat(
            home.identity
                .admission()
                .begin(typed.replace('1', 'l').replace('0', 'O'), guests.origin()))
        .isInstanceOf(Result.Due.class);
  }

  @Test
  void opening_a_link_uses_nothing_up_and_shows_each_time_another_secret() {
    Issued issued = guests.invited();
    Shown overheard = guests.shown(issued);
    Shown own = guests.shown(issued);

    assertThat(Home.text(overheard.otpauth().orElseThrow()))
        .isNotEqualTo(Home.text(own.otpauth().orElseThrow()));
    assertThat(guests.finish(own, Guests.PASSWORD, guests.code(own)))
        .isInstanceOf(Result.Welcome.class);
    assertThat(guests.finish(overheard, "another good one!", guests.code(overheard)))
        .isEqualTo(REFUSED);
  }

  @Test
  void of_two_who_use_a_link_at_once_one_comes_in() throws Exception {
    for (int round = 0; round < 3; round++) {
      Issued issued = guests.invited();
      Shown one = guests.shown(issued);
      Shown other = guests.shown(issued);
      List<Callable<Result>> both =
          List.of(
              () -> guests.finish(one, "the password of one", guests.code(one)),
              () -> guests.finish(other, "that of the other", guests.code(other)));
      try (var threads = Executors.newFixedThreadPool(2)) {
        List<Result> results = threads.invokeAll(both).stream().map(Future::resultNow).toList();

        assertThat(results).filteredOn(r -> r instanceof Result.Welcome).hasSize(1);
        assertThat(results).filteredOn(REFUSED::equals).hasSize(1);
      }
      assertThat(home.audited(issued.staff().id()))
          .filteredOn(entry -> entry.contains("staff.opened"))
          .hasSize(1);
    }
  }

  @Test
  void what_was_typed_wrong_may_be_typed_again() {
    Shown shown = guests.shown(guests.invited());
    String code = guests.code(shown);

    assertThat(guests.finish(shown, shown.login() + "-2026-2026", code))
        .isEqualTo(new Result.Unfit(shown, Problem.ABOUT));
    assertThat(guests.finish(shown, "wardbell trial 2026", code))
        .isEqualTo(new Result.Unfit(shown, Problem.ABOUT));
    assertThat(guests.finish(shown, Guests.PASSWORD, "000000"))
        .isEqualTo(new Result.WrongCode(shown));
    assertThat(
            home.identity
                .admission()
                .finish(shown.pending(), word(), Guests.secret("other"), code, Home.DESK))
        .isEqualTo(new Result.Unlike(shown));
    assertThat(guests.finish(shown, Guests.PASSWORD, code)).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void a_link_that_ends_while_a_password_is_chosen_is_refused() {
    Issued issued = guests.invited();
    home.clock.forward(LinkDesk.INVITATION.minusMinutes(10));
    Shown shown = guests.shown(issued);
    home.clock.forward(Duration.ofMinutes(10));

    assertThat(guests.finish(shown, Guests.PASSWORD, guests.code(shown))).isEqualTo(REFUSED);
  }

  @Test
  void whoever_was_shown_the_secret_has_half_an_hour() {
    Shown shown = guests.shown(guests.invited());
    home.clock.forward(PendingAdmissions.PATIENCE);

    assertThat(guests.finish(shown, Guests.PASSWORD, guests.code(shown))).isEqualTo(REFUSED);
  }

  @Test
  void whoever_is_disabled_comes_in_by_no_link() {
    Issued issued = guests.invited();
    Shown shown = guests.shown(issued);
    home.identity.people().disable(issued.staff().id(), Home.ADMIN, "cli");

    assertThat(guests.finish(shown, Guests.PASSWORD, guests.code(shown))).isEqualTo(REFUSED);
    assertThat(guests.begin(issued)).isEqualTo(REFUSED);
    assertThatThrownBy(() -> home.identity.links().renew(issued.staff().id(), Home.ADMIN, "cli"))
        .isInstanceOf(Unlawful.class);
  }

  @Test
  void an_origin_that_guesses_codes_is_slowed_and_nobody_else_is() {
    Issued issued = guests.invited();
    String origin = guests.origin();
    for (int i = 0; i < 11; i++) {
      assertThat(home.identity.admission().begin("guess " + i, origin)).isEqualTo(REFUSED);
    }

    assertThat(home.identity.admission().begin(Home.text(issued.code()), origin))
        .isEqualTo(new Result.Wait(Duration.ofSeconds(1)));
    assertThat(guests.begin(issued)).isInstanceOf(Result.Due.class);
  }

  @Test
  void neither_a_code_nor_a_secret_is_printed_or_kept_in_the_clear() {
    Issued issued = guests.invited();
    Shown shown = guests.shown(issued);
    String code = Home.text(issued.code());

    assertThat(issued.toString() + shown).doesNotContain(code, "otpauth:");
    assertThat(home.audited(issued.staff().id()).toString())
        .doesNotContain(code, code.substring(5));
    List<byte[]> kept =
        home.store.read(
            sql -> sql.list("select code_hash from staff_link", row -> row.bytes("code_hash")));
    assertThat(kept)
        .allMatch(hash -> hash.length == 32)
        .noneMatch(hash -> Arrays.equals(hash, plainHash(code)));
  }

  /// Whoever can write the database but has no keyring makes no link, and makes none of another.
  @Test
  void a_row_that_was_written_past_the_keyring_is_no_link() {
    Staff other = guests.invited().staff();
    Map<String, Object> forgeries =
        Map.of("staff", other.id(), "kind", "RESET", "ends_at", home.clock.instant().plus(YEARS));
    forgeries.forEach((column, value) -> {
      Issued issued = guests.invited();
      home.store.change(tx -> {
        tx.update("delete from staff_link where staff <> ?", issued.staff().id());
        tx.update("update staff_link set " + column + " = ?", value);
      });
      assertThat(guests.begin(issued)).as(column).isEqualTo(REFUSED);
    });
    Issued issued = guests.invited();
    String code = Home.text(issued.code());
    home.store.change(tx ->
        tx.update(
            "update staff_link set code_hash = ? where staff = ?",
            plainHash(code),
            issued.staff().id()));
    assertThat(guests.begin(issued)).isEqualTo(REFUSED);
  }

  private static byte[] plainHash(String code) {
    return Sha256.of(TypedCode.normal(code).getBytes(StandardCharsets.UTF_8));
  }

  private static Secret word() {
    return Guests.secret(Guests.PASSWORD);
  }

  private SignIn.Result signedIn(Staff staff, String password) {
    SignIn.Result.CodeDue due =
        (SignIn.Result.CodeDue)
            home.identity
                .signIn()
                .password(staff.login(), Guests.secret(password), guests.origin());
    return home.identity.signIn().code(due.pending(), home.code(staff), guests.origin());
  }
}
