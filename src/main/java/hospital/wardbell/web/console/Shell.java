package hospital.wardbell.web.console;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.identity.FactorNotices.Notice;
import hospital.wardbell.identity.Training;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.web.Assets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What every page has around its content: words, icons, who is signed in, the way to other pages,
/// and whether texting works.
///
/// @param here the place of the main navigation the page belongs to; empty if none
/// @param reader who is signed in; empty on open pages
/// @param broken where the audit record does not hold, if it does not
public record Shell(
    Words words,
    Icons icons,
    Assets assets,
    Times times,
    String here,
    Optional<Reader> reader,
    Optional<Finding> broken) {
  /// A shell of a page that knows nothing of the audit record.
  Shell(
      Words words, Icons icons, Assets assets, Times times, String here, Optional<Reader> reader) {
    this(words, icons, assets, times, here, reader, Optional.empty());
  }

  /// Who is signed in.
  ///
  /// @param csrf what every form must send back
  /// @param places of the main navigation the person may go to
  /// @param waiting how many conversations wait, among those the person sees
  /// @param alerts what is open and the person must know
  /// @param notices what became of the person's factors and was not dismissed yet
  /// @param training what the person must know of the own lessons
  /// @param lockAfter seconds without an act after which the screen is locked
  /// @param glass what the person sees by break-glass
  public record Reader(
      String name,
      String csrf,
      List<Place> places,
      int waiting,
      List<ModemHealth> modems,
      List<Alert> alerts,
      List<Notice> notices,
      Optional<Training.Notice> training,
      long lockAfter,
      Optional<Broken> glass) {
    public Reader {
      places = List.copyOf(places);
      modems = List.copyOf(modems);
      alerts = List.copyOf(alerts);
      notices = List.copyOf(notices);
    }

    /// Another team's conversations, and for how long.
    public record Broken(String team, Instant until, long minutesLeft) {}

    public boolean texting() {
      return modems.stream().anyMatch(ModemHealth::maySend);
    }
  }

  /// A place of the main navigation.
  public record Place(String name, String href, String icon) {}

  public String say(String key, Object... arguments) {
    return words.of(key, arguments);
  }

  /// What is wrong with a modem and what to do. In English as the log and the command line have it.
  public String say(Trouble trouble) {
    return words.language().equals("en")
        ? trouble.words()
        : say("modem.trouble." + trouble.kind().code(), trouble.details().toArray());
  }

  public String icon(String name) {
    return icons.svg(name);
  }

  /// The CSRF field's value; empty on open pages.
  public String csrf() {
    return reader.map(Reader::csrf).orElse("");
  }

  /// The page's title. Never a patient's name: titles are kept by browsers.
  public String title(String page) {
    int waiting = reader.map(Reader::waiting).orElse(0);
    return (waiting > 0 ? "(" + waiting + ") " : "") + page + " – Wardbell";
  }
}
