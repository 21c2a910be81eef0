package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Training.Learned;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who is trained and who is late, for those who look after it. Each look at it is on record.
public final class TrainingReport {
  /// One person.
  ///
  /// @param sendsUntil as [Training#sendsUntil] has it
  public record Person(
      Staff staff, Standing standing, List<Learned> learned, Optional<Instant> sendsUntil) {
    public Person {
      learned = List.copyOf(learned);
    }

    public boolean isCurrent() {
      return learned.stream().allMatch(each -> each.state().isCurrent());
    }

    /// The first day on which something that was done counts no more.
    public Optional<Instant> ends() {
      return learned.stream().flatMap(each -> each.ends().stream()).min(Instant::compareTo);
    }
  }

  private final Store store;
  private final StaffTable table;
  private final Training training;
  private final Settings settings;
  private final Audit audit;

  TrainingReport(Store store, StaffTable table, Training training, Settings settings, Audit audit) {
    this.store = store;
    this.table = table;
    this.training = training;
    this.settings = settings;
    this.audit = audit;
  }

  /// Everybody whose account is not disabled, by login.
  public List<Person> all(Actor by, String origin) {
    audit.record(Entry.of(by, "training.read").from(origin));
    return people();
  }

  /// Those whom `asker` looks after: everybody, for who reads the record; else who shares a team.
  public List<Person> seenBy(Staff asker, String origin) {
    audit.record(Entry.of(asker.actor(), "training.read").from(origin));
    return lookedAfter(asker);
  }

  private List<Person> lookedAfter(Staff asker) {
    boolean everybody =
        asker.roles().stream().anyMatch(r -> r.permissions().contains(Permission.READ_AUDIT));
    return people().stream()
        .filter(person -> everybody || shareTeam(asker, person.staff()))
        .toList();
  }

  private static boolean shareTeam(Staff asker, Staff person) {
    return !Collections.disjoint(asker.teams(), person.teams());
  }

  private List<Person> people() {
    Map<Id, Standing> standings = store.read(StandingTable::all);
    return store.read(table::all).stream()
        .map(StaffTable.Known::staff)
        .filter(staff -> standings.getOrDefault(staff.id(), Standing.DISABLED) != Standing.DISABLED)
        .map(staff ->
            new Person(
                staff,
                standings.getOrDefault(staff.id(), Standing.DISABLED),
                training.of(staff.id()),
                training.sendsUntil(staff)))
        .toList();
  }

  /// [#seenBy] as a file: RFC 4180, UTF-8, times in UTC, a line for each person and lesson.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc4180#section-2 RFC 4180 §2
  public String csv(Staff asker, String origin) {
    audit.record(Entry.of(asker.actor(), "training.exported").from(origin));
    StringBuilder out =
        new StringBuilder("login,name,roles,lesson,state,version,done_at,ends_at,sends_until\r\n");
    for (Person person : lookedAfter(asker)) {
      for (Learned learned : person.learned()) {
        out.append(line(person, learned)).append("\r\n");
      }
    }
    return out.toString();
  }

  private static String line(Person person, Learned learned) {
    return List.of(
            person.staff().login(),
            person.staff().name(),
            Accounts.named(person.staff().roles()),
            learned.topic().key(),
            learned.state().name().toLowerCase(Locale.ROOT),
            learned.done().map(done -> String.valueOf(done.version())).orElse(""),
            learned.done().map(done -> done.at().toString()).orElse(""),
            learned.ends().map(Instant::toString).orElse(""),
            person.sendsUntil().map(Instant::toString).orElse(""))
        .stream()
        .map(TrainingReport::cell)
        .collect(Collectors.joining(","));
  }

  /// What would be a formula to a spreadsheet becomes text.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  /// Whether one must be trained to send.
  public boolean isRequired() {
    return settings.isOn(Settings.Key.TRAINING_REQUIRED);
  }

  /// Has it so from now on; the setting's own entry says who did it.
  public void require(boolean required, Actor by) {
    if (required != isRequired()) {
      settings.set(Settings.Key.TRAINING_REQUIRED, required ? "on" : Settings.OFF, by);
    }
  }
}
