package hospital.wardbell.web.console;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Reader;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.identity.Glass;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Request;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the [Shell] of each page.
record Shells(
    Identity identity,
    Alerts alerts,
    Conversations conversations,
    Settings settings,
    Supplier<List<ModemHealth>> modems,
    Supplier<Optional<Finding>> broken,
    Assets assets,
    Icons icons,
    Languages languages,
    InstantSource clock) {
  /// A place and what it takes to go there.
  private record Door(Permission needs, Shell.Place place) {}

  /// At once on a page; the next come when these are dismissed.
  private static final int NOTICES = 3;

  private static final List<Door> DOORS =
      List.of(
          new Door(Permission.READ_CONVERSATIONS, new Shell.Place("inbox", "/inbox", "inbox")),
          new Door(Permission.SETTLE, new Shell.Place("unreadable", "/unreadable", "file-warning")),
          new Door(Permission.SETTLE, new Shell.Place("held", "/held", "hand")),
          new Door(Permission.READ_AUDIT, new Shell.Place("audit", "/audit", "eye")),
          new Door(
              Permission.GUARD_PRIVACY, new Shell.Place("reviews", "/reviews", "circle-check")),
          new Door(
              Permission.GUARD_PRIVACY, new Shell.Place("glass-uses", "/break-glass/uses", "lock")),
          new Door(
              Permission.GUARD_PRIVACY, new Shell.Place("requests", "/requests", "file-warning")),
          new Door(
              Permission.GUARD_PRIVACY,
              new Shell.Place("disclosures", "/disclosures", "triangle-alert")),
          new Door(Permission.RETENTION, new Shell.Place("retention", "/retention", "clock")),
          new Door(Permission.RETENTION, new Shell.Place("deleted", "/deleted", "ban")),
          new Door(Permission.SEE_SYSTEM, new Shell.Place("system", "/system", "settings")),
          new Door(Permission.SEE_SYSTEM, new Shell.Place("modems", "/modems", "signal")),
          new Door(Permission.SEE_SYSTEM, new Shell.Place("forwarding", "/forwarding", "send")),
          new Door(Permission.SEE_SYSTEM, new Shell.Place("directory", "/directory", "user")),
          new Door(Permission.MANAGE_PEOPLE, new Shell.Place("people", "/people", "user")),
          new Door(Permission.OWN_SESSION, new Shell.Place("alerts", "/alerts", "bell")),
          new Door(Permission.BREAK_GLASS, new Shell.Place("break-glass", "/break-glass", "lock")),
          new Door(
              Permission.OWN_SESSION, new Shell.Place("training", "/training", "graduation-cap")),
          new Door(Permission.OWN_SESSION, new Shell.Place("me", "/me", "user")),
          new Door(Permission.OWN_SESSION, new Shell.Place("help", "/help", "circle-help")));

  /// The shell of a page, in which its reader is shown what they must know. What a browser fetches
  /// by itself shows nobody anything for certain, nor does a page without a place.
  Shell of(Request request, String here) {
    Words spoken = languages.of(request.language());
    boolean whole = !request.fragment() && !here.isEmpty();
    return new Shell(
        spoken,
        icons,
        assets,
        times(spoken),
        here,
        request.session().map(session -> reader(session, whole)),
        broken.get());
  }

  /// That of a page which shows who is signed in and nothing else, such as a locked screen.
  Shell bare(Request request) {
    Words spoken = languages.of(request.language());
    return new Shell(spoken, icons, assets, times(spoken), "", Optional.empty(), Optional.empty());
  }

  /// The words of a language; English if the console does not have it.
  Words words(String language) {
    return languages.of(language);
  }

  /// The first place the person may go to; who may go nowhere must add a passkey first.
  String home(Session session) {
    return places(session).stream()
        .findFirst()
        .map(Shell.Place::href)
        .orElse(FactorPages.NEW_PASSKEY);
  }

  private Times times(Words spoken) {
    return new Times(spoken, settings.zone(), clock.instant());
  }

  private Shell.Reader reader(Session session, boolean whole) {
    Reader reader = StaffCircle.reader(session.staff());
    List<Alert> concerning = alerts.concerning(reader);
    if (whole) {
      alerts.shown(concerning, reader);
    }
    Sight sight = identity.sight(session.staff(), Permission.READ_CONVERSATIONS);
    return new Shell.Reader(
        session.staff().name(),
        session.csrf(),
        places(session),
        sight.teams().isEmpty() ? 0 : conversations.waiting(sight),
        modems.get(),
        concerning,
        identity.notices().of(session.staff().id()).stream().limit(NOTICES).toList(),
        identity.training().notice(session.staff()),
        identity.sessions().lockAfter(session.staff()).toSeconds(),
        session.staff().glass().map(this::broken));
  }

  private Shell.Reader.Broken broken(Glass glass) {
    return new Shell.Reader.Broken(
        identity.accounts().teams().getOrDefault(glass.team(), "–"),
        glass.until(),
        glass.left(clock.instant()).plusSeconds(59).toMinutes());
  }

  private List<Shell.Place> places(Session session) {
    List<Shell.Place> places = new ArrayList<>();
    for (Door door : DOORS) {
      if (identity.permits(session.staff(), door.needs())) {
        places.add(door.place());
      }
    }
    return places;
  }
}
