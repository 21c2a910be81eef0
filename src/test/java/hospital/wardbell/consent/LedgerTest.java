package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
  private GateHome home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new GateHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Consent standing(Remote number) {
    return home.store.read(sql -> home.ledger.standing(sql, number));
  }

  @Test
  void a_remote_that_nobody_heard_of_was_never_asked() {
    assertThat(standing(home.number())).isEqualTo(new Consent.NeverAsked(Instant.EPOCH));
  }

  @Test
  void the_latest_entry_about_a_remote_counts_and_all_are_kept() {
    PhoneNumber number = home.number();
    home.optIn(number);
    home.clock.pass(Duration.ofDays(1));
    home.optOut(number, Id.random());
    Instant out = home.clock.instant();

    assertThat(standing(number)).isEqualTo(new Consent.OptedOut(out));
    assertThat(entriesOf(number)).isEqualTo(2);

    home.clock.pass(Duration.ofDays(1));
    home.optIn(number);

    assertThat(standing(number)).isEqualTo(new Consent.OptedIn(home.clock.instant()));
    assertThat(entriesOf(number)).isEqualTo(3);
  }

  @Test
  void a_remote_that_texts_is_remembered_whatever_it_is() {
    SenderName name = new SenderName("BANK");
    home.store.change(tx -> home.ledger.texted(tx, name, GateHome.START));

    assertThat(standing(name)).isEqualTo(new Consent.NeverAsked(GateHome.START));
  }

  @Test
  void neither_the_rows_nor_the_audit_log_hold_the_number() {
    PhoneNumber number = home.number();
    home.optOut(number, Id.random());

    assertThat(home.audited()).isNotEmpty().noneMatch(line -> line.contains(number.tail()));
    assertThat(home.audited().getLast()).contains("consent.opt-out", "TEXT_KEYWORD");
    assertThat(sealedRemotes()).isNotEmpty().noneMatch(sealed -> sealed.contains(number.tail()));
  }

  private List<String> sealedRemotes() {
    return home.store.read(sql ->
        sql.list(
            "select sealed_remote from consent_remote",
            row -> new String(row.bytes("sealed_remote"), StandardCharsets.ISO_8859_1)));
  }

  private long entriesOf(PhoneNumber number) {
    return home.store.read(sql ->
        sql.number(
            """
            select count(*) from consent_entry e
            join consent_remote r on r.id = e.remote where r.remote_index = ?
            """,
            home.vault.index("consent.remote", number.canonical())));
  }
}
