package hospital.wardbell.audit;

import java.util.List;
import java.util.Optional;

/// Which entries somebody wants to see.
///
/// @param about things of which one is the subject; whatever the subject if empty
/// @param actor whose label the entry has
/// @param acts which acts; see [Acts]
/// @param from the number of the first entry looked at
/// @param to the number of the first one that is not
public record Search(List<String> about, Optional<String> actor, Acts acts, long from, long to) {
  /// The most things that may be asked for at once.
  public static final int MOST_THINGS = 20;

  public Search {
    about = List.copyOf(about.subList(0, Math.min(about.size(), MOST_THINGS)));
  }

  /// Kinds of acts.
  public enum Acts {
    ALL,
    /// Somebody saw something.
    LOOKS,
    /// Texts, from the wish to what became of them.
    TEXTS,
    /// Opting in and out.
    CONSENT,
    /// Signing in, accounts, teams, tokens, refusals.
    PEOPLE,
    /// Reviews of looks, requests of patients, disclosures.
    PRIVACY,
    /// The box itself: modems, settings, keys, clock.
    SYSTEM;

    /// Whether an act of this name is one of them.
    public boolean include(String act) {
      String subject = act.contains(".") ? act.substring(0, act.indexOf('.')) : act;
      boolean look =
          act.contains(".read")
              || act.equals("message.deleted-read")
              || act.endsWith(".searched")
              || act.equals("audit.export")
              || act.equals("audit.tail");
      return switch (this) {
        case ALL -> true;
        case LOOKS -> look;
        case TEXTS ->
            !look && List.of("conversation", "message", "gate", "queue", "call").contains(subject);
        case CONSENT -> subject.equals("consent");
        case PEOPLE ->
            List.of("sign-in", "session", "staff", "team", "token", "route", "patient")
                .contains(subject);
        case PRIVACY ->
            !look
                && List.of("review", "request", "disclosure", "patient", "break-glass")
                    .contains(subject);
        case SYSTEM ->
            !look
                && List.of(
                        "modem",
                        "settings",
                        "key",
                        "clock",
                        "audit",
                        "backup",
                        "siem",
                        "retention",
                        "alert")
                    .contains(subject);
      };
    }
  }
}
