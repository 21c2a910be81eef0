package hospital.wardbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final Actor LEAD = new Actor.Person(new Id(1, 2));

  private Store store;
  private Audit audit;
  private Settings settings;

  @BeforeAll
  void open(@TempDir Path directory) {
    store = Store.open(directory, Secret.copyOf(new byte[32]));
    audit = new Audit(store, CLOCK);
  }

  @BeforeEach
  void begin() {
    store.change(tx -> tx.update("delete from setting"));
    settings = new Settings(store, audit, CLOCK);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @ParameterizedTest
  @EnumSource(Settings.Key.class)
  void a_setting_nobody_set_has_its_first_value_which_is_lawful(Settings.Key key) {
    assertThat(settings.text(key)).isEqualTo(key.initial());
    settings.set(key, key.initial(), LEAD);
  }

  @Test
  void what_was_set_holds_at_once_and_after_a_restart() {
    settings.set(Settings.Key.ANSWER_DAYS, "14", LEAD);
    settings.set(Settings.Key.ANSWER_DAYS, "21", LEAD);

    assertThat(settings.number(Settings.Key.ANSWER_DAYS)).isEqualTo(21);
    assertThat(new Settings(store, audit, CLOCK).number(Settings.Key.ANSWER_DAYS)).isEqualTo(21);
  }

  private long entries() {
    return store.read(sql -> sql.number("select count(*) from audit_entry"));
  }

  @Test
  void every_version_is_kept_with_who_set_it_and_is_on_record() {
    long before = entries();

    settings.set(Settings.Key.HOSPITAL_NAME, "Mercy General", LEAD);
    settings.set(Settings.Key.HOSPITAL_NAME, "Mercy", LEAD);

    assertThat(
            store.<List<String>>read(sql ->
                sql.list(
                    "select version, content, set_by from setting order by version",
                    r -> r.integer("version") + " " + r.text("content") + " " + r.text("set_by"))))
        .containsExactly("1 Mercy General " + LEAD.label(), "2 Mercy " + LEAD.label());
    assertThat(entries()).isEqualTo(before + 2);
  }

  @Test
  void a_line_has_what_all_have_until_it_has_its_own() {
    settings.set(Settings.Key.PER_HOUR, "200+20", LEAD);
    assertThat(settings.text(Settings.Key.PER_HOUR, "front")).isEqualTo("200+20");
    long before = settings.changes();

    settings.set(Settings.Key.PER_HOUR, "front", "100", LEAD);

    assertThat(settings.text(Settings.Key.PER_HOUR, "front")).isEqualTo("100");
    assertThat(settings.text(Settings.Key.PER_HOUR, "back")).isEqualTo("200+20");
    assertThat(settings.changes()).isGreaterThan(before);
    assertThat(new Settings(store, audit, CLOCK).text(Settings.Key.PER_HOUR, "front"))
        .isEqualTo("100");
  }

  @Test
  void no_line_has_a_zone_of_its_own() {
    assertThatThrownBy(() -> settings.set(Settings.Key.ZONE, "front", "UTC", LEAD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_limit_is_read_with_and_without_a_reserve() {
    assertThat(Cap.parse("200")).contains(new Cap(200, 0));
    assertThat(Cap.parse("200+20")).contains(new Cap(200, 20));
    assertThat(Cap.parse("off")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HOSPITAL_NAME, ''",
    "HOSPITAL_NAME, ' Mercy'",
    "HOSPITAL_NAME, A name of more than thirty characters",
    "CALL_BACK, call us",
    "CALL_BACK, 1",
    "ZONE, EST5",
    "ZONE, America/Newyork",
    "ANSWER_DAYS, 0",
    "ANSWER_DAYS, 31",
    "ANSWER_DAYS, seven",
    "ANSWER_DAYS, +7",
    "LINE_PATIENCE, 0",
    "LINE_PATIENCE, 1441",
    "OUTAGE, 14",
    "OUTAGE, 10081",
    "STALE, -5",
    "LINE_TEAMS, front desk",
    "LINE_TEAMS, '0123456789abcdef0123456789abcdef,'",
    "PER_MINUTE, 0",
    "PER_MINUTE, ''",
    "PER_HOUR, 100001",
    "PER_HOUR, 10 + 5",
    "PER_DAY, 10+",
    "PER_DAY, 10+05",
    "RECIPIENTS_PER_DAY, none",
    "RECIPIENTS_PER_MONTH, 250+100001",
    "ANSWER_CALLS, yes",
    "SELF_TEST_HOUR, 24",
    "SELF_TEST_HOUR, -1",
    "SELF_TEST_HOUR, ''",
    "BALANCE_CODE, 100",
    "BALANCE_CODE, **21*2025550123#",
    "BALANCE_CODE, ''"
  })
  void an_unlawful_value_is_refused_and_changes_nothing(Settings.Key key, String value) {
    assertThatThrownBy(() -> settings.set(key, value, LEAD))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(settings.text(key)).isEqualTo(key.initial());
  }
}
