package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Verdict.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {
  private static final String TEXT = "Your scan is moved to Tuesday 9:15.";

  private GateHome home;
  private PhoneNumber number;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new GateHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void somebodyNew() {
    number = home.number();
  }

  private Rule reviewed(Draft draft) {
    return home.review(draft).rule();
  }

  private Optional<Rule> still(Draft draft) {
    return home.store.write(tx -> home.gate.still(tx, draft.message()));
  }

  private Optional<Rule> why(Draft draft) {
    return home.store.read(sql -> home.gate.why(sql, draft.message()));
  }

  private Optional<Rule> forbids(Recipient to) {
    return home.store.read(sql -> home.gate.forbids(sql, to, Purpose.CARE, home.nurse));
  }

  @Test
  void who_opted_in_is_texted_at_once() {
    home.optIn(number);
    Draft draft = home.draft(number, TEXT);

    Verdict verdict = home.review(draft);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Pass.class,
            pass -> {
              assertThat(pass.rule()).isEqualTo(Rule.OPTED_IN);
              assertThat(pass.cleared().draft()).isEqualTo(draft);
              assertThat(pass.cleared().notBefore()).isEqualTo(home.clock.instant());
            });
    assertThat(why(draft)).contains(Rule.OPTED_IN);
    assertThat(still(draft)).isEmpty();
  }

  @Test
  void who_was_never_asked_is_not_texted() {
    assertThat(reviewed(home.draft(number, TEXT))).isEqualTo(Rule.NEVER_ASKED);
  }

  @Test
  void a_patient_who_texted_first_may_be_answered_by_a_person_for_seven_days() {
    home.texted(number);
    Actor program = new Actor.Integration(Id.random());

    assertThat(reviewed(home.draft(number, TEXT))).isEqualTo(Rule.PATIENT_TEXTED_FIRST);
    assertThat(reviewed(home.draft(number, Purpose.CARE, TEXT, program, Optional.empty())))
        .isEqualTo(Rule.NEVER_ASKED);
    Draft late = home.draft(number, TEXT);
    home.review(late);

    home.clock.pass(Duration.ofDays(7));

    assertThat(reviewed(home.draft(number, TEXT))).isEqualTo(Rule.NEVER_ASKED);
    assertThat(still(late)).contains(Rule.NEVER_ASKED);
  }

  @Test
  void an_opt_out_between_review_and_claim_forbids_what_had_passed() {
    home.optIn(number);
    Draft draft = home.draft(number, TEXT);
    home.review(draft);

    home.optOut(number, Id.random());

    assertThat(still(draft)).contains(Rule.OPTED_OUT);
    assertThat(why(draft)).contains(Rule.OPTED_OUT);
    assertThat(home.audited().getLast())
        .contains("gate.refuse", "OPTED_OUT", draft.message().toString());
  }

  @Test
  void a_message_that_was_never_reviewed_may_not_go() {
    assertThat(still(home.draft(number, TEXT))).contains(Rule.NEVER_ASKED);
  }

  @Test
  void an_opt_out_is_confirmed_once_however_often_it_is_said() {
    Id stop = Id.random();
    Id again = Id.random();
    home.optIn(number);
    home.optOut(number, stop);
    Draft confirmation = home.answer(number, new Answer.OptOutConfirmation(stop));

    assertThat(reviewed(confirmation)).isEqualTo(Rule.ANSWER_DUE);
    assertThat(still(confirmation)).isEmpty();
    assertThat(reviewed(home.answer(number, new Answer.OptOutConfirmation(stop))))
        .isEqualTo(Rule.ANSWER_GIVEN);

    home.optOut(number, again);

    assertThat(reviewed(home.answer(number, new Answer.OptOutConfirmation(again))))
        .isEqualTo(Rule.ANSWER_GIVEN);
    assertThat(still(confirmation)).isEmpty();
  }

  @Test
  void a_call_is_answered_once_a_day_and_undoes_no_opt_out() {
    Draft first = home.answer(number, new Answer.MissedCall(Id.random()));
    assertThat(reviewed(first)).isEqualTo(Rule.CALLED_US);
    assertThat(still(first)).isEmpty();
    assertThat(reviewed(home.answer(number, new Answer.MissedCall(Id.random()))))
        .isEqualTo(Rule.ANSWER_GIVEN);

    home.clock.pass(Duration.ofDays(1));
    Draft second = home.answer(number, new Answer.MissedCall(Id.random()));
    assertThat(reviewed(second)).isEqualTo(Rule.CALLED_US);

    home.optOut(number, Id.random());
    assertThat(still(second)).contains(Rule.OPTED_OUT);
    home.clock.pass(Duration.ofDays(1));
    assertThat(reviewed(home.answer(number, new Answer.MissedCall(Id.random()))))
        .isEqualTo(Rule.OPTED_OUT);
  }

  @Test
  void a_new_opt_out_after_an_opt_in_is_confirmed_anew() {
    Id first = Id.random();
    Id second = Id.random();
    home.optOut(number, first);
    home.review(home.answer(number, new Answer.OptOutConfirmation(first)));
    home.clock.pass(Duration.ofMinutes(1));
    home.optIn(number);
    home.clock.pass(Duration.ofMinutes(1));
    home.optOut(number, second);

    assertThat(reviewed(home.answer(number, new Answer.OptOutConfirmation(second))))
        .isEqualTo(Rule.ANSWER_DUE);
  }

  @Test
  void help_is_given_to_who_opted_out_once_for_each_text() {
    home.optOut(number, Id.random());
    Id help = Id.random();

    assertThat(reviewed(home.answer(number, new Answer.Help(help)))).isEqualTo(Rule.ANSWER_DUE);
    assertThat(reviewed(home.answer(number, new Answer.Help(help)))).isEqualTo(Rule.ANSWER_GIVEN);
    assertThat(reviewed(home.answer(number, new Answer.Help(Id.random()))))
        .isEqualTo(Rule.ANSWER_DUE);
  }

  @Test
  void an_opt_in_that_was_undone_is_not_confirmed() {
    home.optIn(number);
    Draft confirmation = home.answer(number, new Answer.OptInConfirmation(Id.random()));
    home.review(confirmation);

    home.optOut(number, Id.random());

    assertThat(still(confirmation)).contains(Rule.OPTED_OUT);
  }

  @Test
  void what_would_be_forbidden_is_told_and_nothing_is_kept() {
    Recipient somebody = new Recipient.UnknownNumber(number);
    int before = home.audited().size();

    assertThat(forbids(somebody)).contains(Rule.NEVER_ASKED);
    home.texted(number);
    assertThat(forbids(somebody)).isEmpty();
    assertThat(home.audited()).hasSize(before);
  }

  @Test
  void the_audit_line_holds_neither_text_nor_number() {
    home.optIn(number);
    Draft draft = home.draft(number, TEXT);
    home.review(draft);

    assertThat(home.audited().getLast())
        .contains("gate.pass", "OPTED_IN", draft.message().toString())
        .doesNotContain("scan", "Tuesday", number.tail());
    assertThat(draft.toString()).doesNotContain("scan", number.tail());
  }
}
