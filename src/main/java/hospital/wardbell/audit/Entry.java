package hospital.wardbell.audit;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line of the record, before it is numbered. No text of a message, no name, no number.
///
/// @param act what was done, dotted: `conversation.read`, `gate.refuse`, `sign-in.refused`; 1 to 60
///   letters, digits, dots and hyphens
/// @param about the thing it was done to: the id of a conversation, message, staff member or token
///   in 32 hexadecimal digits, or a patient's pseudonym in 16
/// @param origin where from: an address on the LAN, `console`, `cli`, `modem`; empty if inside; at
///   most 60 printable ASCII characters
/// @param reason a code or rule's name, empty if none is called for; at most 200 such characters
public record Entry(Actor actor, String act, Optional<String> about, String origin, String reason) {
  private static final Pattern ACT = Pattern.compile("[A-Za-z0-9.-]{1,60}");
  private static final Pattern ABOUT = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{16}");
  private static final Pattern ORIGIN = Pattern.compile("[ -~]{0,60}");
  private static final Pattern REASON = Pattern.compile("[ -~]{0,200}");

  /// @throws IllegalArgumentException if a part has another form; the message does not quote it
  public Entry {
    require(ACT.matcher(act).matches(), "act");
    require(about.isEmpty() || ABOUT.matcher(about.get()).matches(), "about");
    require(ORIGIN.matcher(origin).matches(), "origin");
    require(REASON.matcher(reason).matches(), "reason");
  }

  private static void require(boolean holds, String part) {
    if (!holds) {
      throw new IllegalArgumentException("not the form of an entry's " + part);
    }
  }

  public static Entry of(Actor actor, String act) {
    return new Entry(actor, act, Optional.empty(), "", "");
  }

  public Entry about(Id thing) {
    return new Entry(actor, act, Optional.of(thing.toString()), origin, reason);
  }

  /// @param pseudonym of the patient; see [hospital.wardbell.vault.Vault#pseudonym]
  public Entry aboutPatient(String pseudonym) {
    return new Entry(actor, act, Optional.of(pseudonym), origin, reason);
  }

  public Entry from(String place) {
    return new Entry(actor, act, about, place, reason);
  }

  public Entry because(String code) {
    return new Entry(actor, act, about, origin, code);
  }
}
