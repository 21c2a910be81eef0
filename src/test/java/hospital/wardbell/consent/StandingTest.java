package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Standing.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
  private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);
  private static final Standing UNHEARD =
      new Standing(
          Id.random(),
          Kind.NEVER_ASKED,
          Optional.empty(),
          Instant.EPOCH,
          Instant.EPOCH,
          Instant.EPOCH);

  private final Id first = Id.random();
  private final Id second = Id.random();
  private final Id third = Id.random();

  @Test
  void the_latest_entry_counts() {
    Standing in = UNHEARD.after(Kind.OPTED_IN, first, MONDAY);
    Standing out = in.after(Kind.OPTED_OUT, second, TUESDAY);
    Standing again = out.after(Kind.OPTED_IN, third, WEDNESDAY);

    assertThat(in.consent()).isEqualTo(new Consent.OptedIn(MONDAY));
    assertThat(out.consent()).isEqualTo(new Consent.OptedOut(TUESDAY));
    assertThat(again.consent()).isEqualTo(new Consent.OptedIn(WEDNESDAY));
  }

  @Test
  void saying_stop_twice_is_one_opt_out() {
    Standing out =
        UNHEARD.after(Kind.OPTED_OUT, first, MONDAY).after(Kind.OPTED_OUT, second, TUESDAY);

    assertThat(out.optOut()).contains(first);
    assertThat(out.consent()).isEqualTo(new Consent.OptedOut(MONDAY));
  }

  @Test
  void a_form_signed_before_the_last_stop_does_not_undo_it() {
    Standing out =
        UNHEARD.after(Kind.OPTED_OUT, first, MONDAY).after(Kind.OPTED_OUT, second, WEDNESDAY);

    assertThat(out.after(Kind.OPTED_IN, third, TUESDAY)).isEqualTo(out);
  }

  @Test
  void a_stop_counts_though_a_clock_was_set_back() {
    Standing in = UNHEARD.after(Kind.OPTED_IN, first, WEDNESDAY);

    assertThat(in.after(Kind.OPTED_OUT, second, TUESDAY).consent())
        .isEqualTo(new Consent.OptedOut(TUESDAY));
  }

  @Test
  void when_the_remote_last_texted_never_goes_back() {
    Standing texted = UNHEARD.textedAt(TUESDAY).textedAt(MONDAY);

    assertThat(texted.consent()).isEqualTo(new Consent.NeverAsked(TUESDAY));
  }
}
