package hospital.wardbell.web.console;

import hospital.wardbell.audit.Recorded;
import hospital.wardbell.audit.Search;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page of the record in words.
///
/// @param query what the page's address says
public record AuditView(
    Recorded.Page page, Search search, Map<String, String> query, Accounts accounts, Shell shell) {
  private static final int SHORT = 8;
  private static final List<String> KEPT = List.of("about", "who", "what", "from", "to");

  /// The kinds of acts that may be chosen.
  public Search.Acts[] choices() {
    return Search.Acts.values();
  }

  /// Who did it.
  public String who(Recorded entry) {
    int colon = entry.actor().indexOf(':');
    String kind = entry.actor().substring(0, Math.max(0, colon));
    String name = entry.actor().substring(colon + 1);
    return switch (kind) {
      case "staff" -> accounts.name(Id.parse(name)).orElse(shell.say("by.left"));
      case "os" -> shell.say("by.operator") + " (" + name + ")";
      case "token" -> shell.say("by.program") + " (" + brief(name) + ")";
      case "texter" -> shell.say("audit.texter");
      default -> shell.say("by.wardbell");
    };
  }

  /// What was done; the code itself if this version has no words for it.
  public String what(Recorded entry) {
    String key = "act." + entry.act();
    return shell.words().has(key) ? shell.say(key) : entry.act();
  }

  /// The first digits of an id: enough to tell it from others on the page.
  public String brief(String id) {
    return id.substring(0, Math.min(SHORT, id.length()));
  }

  /// A value that the form is filled with.
  public String typed(String name) {
    return query.getOrDefault(name, "");
  }

  /// The address of the entries before these.
  public Optional<String> older() {
    return page.below()
        .map(below -> {
          StringBuilder address = new StringBuilder("/audit?below=" + below);
          for (String name : KEPT) {
            String value = query.getOrDefault(name, "");
            if (value.matches("[0-9A-Za-z,-]{1,700}")) {
              address.append('&').append(name).append('=').append(value);
            }
          }
          return address.toString();
        });
  }
}
