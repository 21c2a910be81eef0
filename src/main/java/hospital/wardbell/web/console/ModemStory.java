package hospital.wardbell.web.console;

import hospital.wardbell.fleet.Course;
import hospital.wardbell.fleet.Course.Connection;
import hospital.wardbell.fleet.Course.Mishap;
import hospital.wardbell.fleet.Course.Spell;
import hospital.wardbell.modem.Radio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one modem fared, as its page shows it.
public record ModemStory(Shell shell, ModemPages.Span span, Course course) {
  private static final int MISHAPS = 20;
  private static final int CONNECTIONS = 50;
  private static final String NONE = "–";

  /// The spans a person may choose from, in days.
  public List<Integer> choices() {
    return List.of(ModemPages.Span.values()).stream().map(ModemPages.Span::days).toList();
  }

  public int days() {
    return span.days();
  }

  /// The drawing, as an `svg` element.
  public String chart() {
    return new SignalChart(course, shell.say("modem.chart", span.days()), this::moment).svg();
  }

  public List<Spell> spells() {
    return course.spells(span.row()).stream()
        .filter(spell -> spell.ablePercent().isPresent())
        .toList();
  }

  /// The newest first.
  public List<Mishap> mishaps() {
    return course.mishaps().stream().limit(MISHAPS).toList();
  }

  /// The newest first.
  public List<Connection> connections() {
    return course.connections().stream().limit(CONNECTIONS).toList();
  }

  public String radio(Connection connection) {
    return connection.radio().map(Radio::shown).orElse(NONE);
  }

  /// How the network let the modem in, if one did.
  public String registration(Connection connection) {
    return connection
        .registration()
        .map(how -> shell.say("registration." + how.name()))
        .orElseGet(() -> shell.say("modem.no-network"));
  }

  /// When a spell of the table began.
  public String began(Spell spell) {
    return span == ModemPages.Span.MONTH
        ? shell.times().date(spell.from())
        : shell.times().at(spell.from());
  }

  /// A mark under the drawing.
  private String moment(Instant at) {
    return span == ModemPages.Span.DAY ? shell.times().time(at) : shell.times().date(at);
  }

  public String dbm(Optional<Integer> value) {
    return value.map(number -> shell.say("modem.number", number)).orElse(NONE);
  }

  public String percent(Optional<Integer> value) {
    return value.map(number -> shell.say("modem.percent", number)).orElse(NONE);
  }
}
