package hospital.wardbell.audit;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.Optional;

/// One line of the record, before it is numbered. No text of a message, no name, no number.
///
/// @param act what was done, dotted: `conversation.read`, `gate.refuse`, `sign-in.refused`
/// @param about the thing it was done to: a conversation, message, patient, staff member or token
/// @param origin where from: an address on the LAN, `console`, `cli`, `modem`; empty if inside
/// @param reason a code or rule's name, empty if none is called for
public record Entry(Actor actor, String act, Optional<Id> about, String origin, String reason) {
  public static Entry of(Actor actor, String act) {
    return new Entry(actor, act, Optional.empty(), "", "");
  }

  public Entry about(Id thing) {
    return new Entry(actor, act, Optional.of(thing), origin, reason);
  }

  public Entry from(String place) {
    return new Entry(actor, act, about, place, reason);
  }

  public Entry because(String code) {
    return new Entry(actor, act, about, origin, code);
  }
}
