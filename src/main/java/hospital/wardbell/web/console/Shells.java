package hospital.wardbell.web.console;

import hospital.wardbell.audit.Finding;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
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

  private static final List<Door> DOORS =
      List.of(
          new Door(Permission.READ_CONVERSATIONS, new Shell.Place("inbox", "/inbox", "inbox")),
          new Door(Permission.SETTLE, new Shell.Place("unreadable", "/unreadable", "file-warning")),
          new Door(Permission.SETTLE, new Shell.Place("held", "/held", "hand")),
          new Door(Permission.READ_AUDIT, new Shell.Place("audit", "/audit", "eye")),
          new Door(
              Permission.GUARD_PRIVACY, new Shell.Place("reviews", "/reviews", "circle-check")),
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
          new Door(Permission.MANAGE_PEOPLE, new Shell.Place("people", "/people", "user")),
          new Door(Permission.OWN_SESSION, new Shell.Place("help", "/help", "circle-help")));

  Shell of(Request request, String here) {
    Words spoken = languages.of(request.language());
    return new Shell(
        spoken,
        icons,
        assets,
        times(spoken),
        here,
        request.session().map(this::reader),
        broken.get());
  }

  /// The words of a language; English if the console does not have it.
  Words words(String language) {
    return languages.of(language);
  }

  /// The first place the person may go to.
  String home(Session session) {
    return places(session).getFirst().href();
  }

  private Times times(Words spoken) {
    return new Times(spoken, settings.zone(), clock.instant());
  }

  private Shell.Reader reader(Session session) {
    boolean reads = identity.permits(session.staff(), Permission.READ_CONVERSATIONS);
    return new Shell.Reader(
        session.staff().name(),
        session.csrf(),
        places(session),
        reads ? conversations.waiting(session.staff().sight()) : 0,
        modems.get());
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
