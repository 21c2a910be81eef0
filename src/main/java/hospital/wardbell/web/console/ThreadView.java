package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One conversation, ready to be drawn.
///
/// @param draft the id that the next reply will have, so that a form posted twice sends once
/// @param typed what the person had typed when the reply was refused; empty otherwise
/// @param problem why it was refused, in words; empty otherwise
/// @param mayReply whether the person may send
/// @param mayTend whether the person works with the conversation otherwise
/// @param maySettle whether the person may say what became of an unknown text
/// @param mayDelete whether the person may delete a text
public record ThreadView(
    Conversation conversation,
    List<Bubble> bubbles,
    Id draft,
    String typed,
    String problem,
    boolean mayReply,
    boolean mayTend,
    boolean maySettle,
    boolean mayDelete) {
  /// The state of a message that staff deleted.
  static final String DELETED = "DELETED";

  public ThreadView {
    bubbles = List.copyOf(bubbles);
  }

  /// One message.
  ///
  /// @param day the day's words, on the first message of a day
  /// @param by who wrote it, in words; empty for received ones
  /// @param state the state's name, `RECEIVED` for received ones
  /// @param why why it was refused or failed, in words; empty otherwise
  /// @param kind what else it is than a text, in words; empty otherwise
  /// @param misdirected whether somebody said that it went to the wrong person
  public record Bubble(
      Id id,
      String reference,
      Instant at,
      Optional<String> day,
      boolean ours,
      String text,
      String by,
      String state,
      String why,
      String kind,
      int missingParts,
      boolean misdirected) {}

  /// Whether a text was deleted; then [Bubble#why] says by whom.
  public boolean isDeleted(Bubble bubble) {
    return bubble.state().equals(DELETED);
  }

  /// Whether the person's role sends, and lessons that are due keep the person from it.
  public boolean isUntrained() {
    return mayTend && !mayReply;
  }

  public String heading() {
    return conversation.patients().isEmpty()
        ? Remotes.shown(conversation.remote())
        : conversation.patients().stream().map(Patient::name).collect(Collectors.joining(" / "));
  }

  /// The language patients read, if it is known and one.
  public Optional<String> patientLanguage() {
    Set<String> all =
        conversation.patients().stream().map(Patient::language).collect(Collectors.toSet());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
