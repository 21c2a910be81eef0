package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Search;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The record of who saw and did what, for the privacy officer. That it was looked at is an entry
/// itself, before the page goes out.
///
/// A telephone number is posted and never part of an address: the page that follows is named by the
/// ids of what the record has about it.
///
/// @param subjects what entries about a number are about; empty if that is no number
record AuditPages(
    Evidence evidence,
    Audit audit,
    Accounts accounts,
    Function<String, Optional<List<String>>> subjects,
    Supplier<ZoneId> zone,
    Shells shells,
    Views views)
    implements Console.Mounted {
  private static final Pattern SUBJECT = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}");
  private static final Pattern STAFF = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final String NOTHING = "0".repeat(32);

  @Override
  public void mount(Routes routes) {
    routes.get("/audit", Permission.READ_AUDIT, this::show);
    routes.post("/audit", Permission.READ_AUDIT, this::find);
  }

  private Reply show(Request request) {
    Map<String, String> query = request.query();
    Search search =
        new Search(
            subjectsIn(query),
            lawful(query, "who", STAFF).map(id -> "staff:" + id),
            acts(query),
            day(query, "from").map(d -> since(d)).orElse(0L),
            end(query));
    audit.record(
        Entry.of(request.actor(), "audit.read").from(request.origin()).because(told(search)));
    AuditView view =
        new AuditView(evidence.find(search), search, query, accounts, shells.of(request, "audit"));
    return views.page(200, "audit", Map.of("shell", view.shell(), "view", view));
  }

  private static String told(Search search) {
    return search.acts()
        + (search.about().isEmpty() ? "" : " of " + search.about().size() + " things")
        + search.actor().map(actor -> " by " + actor).orElse("");
  }

  private static List<String> subjectsIn(Map<String, String> query) {
    return Arrays.stream(query.getOrDefault("about", "").split(",", Search.MOST_THINGS + 1))
        .filter(id -> SUBJECT.matcher(id).matches())
        .toList();
  }

  private static Optional<String> lawful(Map<String, String> query, String name, Pattern form) {
    return Optional.ofNullable(query.get(name)).filter(text -> form.matcher(text).matches());
  }

  private static Search.Acts acts(Map<String, String> query) {
    return Arrays.stream(Search.Acts.values())
        .filter(acts -> acts.name().equals(query.get("what")))
        .findFirst()
        .orElse(Search.Acts.ALL);
  }

  private static Optional<LocalDate> day(Map<String, String> query, String name) {
    try {
      return Optional.ofNullable(query.get(name)).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private long since(LocalDate day) {
    return evidence.firstSince(day.atStartOfDay(zone.get()).toInstant());
  }

  private long end(Map<String, String> query) {
    long below = lawful(query, "below", NUMBER).map(Long::parseLong).orElse(Long.MAX_VALUE);
    return Math.min(below, day(query, "to").map(d -> since(d.plusDays(1))).orElse(Long.MAX_VALUE));
  }

  /// Turns what was typed into an address of its own.
  private Reply find(Request request) {
    StringJoiner address = new StringJoiner("&", "/audit?", "");
    String number = request.field("number").strip();
    if (!number.isEmpty()) {
      List<String> found = subjects.apply(number).orElse(List.of());
      // Nothing is found by an id that nothing has.
      address.add("about=" + (found.isEmpty() ? NOTHING : String.join(",", found)));
    } else if (!request.field("about").isEmpty()) {
      address.add("about=" + String.join(",", subjectsIn(request.form())));
    }
    String login = request.field("login").strip();
    if (!login.isEmpty()) {
      address.add(
          "who=" + accounts.find(login).map(staff -> staff.id().toString()).orElse(NOTHING));
    }
    address.add("what=" + acts(request.form()));
    day(request.form(), "from").ifPresent(day -> address.add("from=" + day));
    day(request.form(), "to").ifPresent(day -> address.add("to=" + day));
    return new Reply.SeeOther(address.toString());
  }
}
