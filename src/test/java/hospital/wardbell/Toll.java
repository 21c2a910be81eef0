package hospital.wardbell;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.Part;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.practice.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What trouble has cost: the home's rows held against the modems' journals, which is the truth.
///
/// @param received texts that patients sent
/// @param receivedLost those of them that are not shown whole
/// @param receivedDoubled those shown more than once
/// @param receivedInvented what is shown whole and nobody sent, such as a text mixed of two
/// @param parts segments of all that was queued
/// @param onAir segments that the network took
/// @param sentDoubled messages of which it took a segment twice
/// @param sentMisstated messages of which it took another number of segments than their parts'
///   states allow, or that are gone
/// @param unknown parts whose outcome is unknown, and shown so
record Toll(
    int received,
    List<String> receivedLost,
    List<String> receivedDoubled,
    List<String> receivedInvented,
    int queued,
    int parts,
    int onAir,
    List<String> sentDoubled,
    List<String> sentMisstated,
    long unknown) {
  private static final Actor COUNTER = new Actor.Wardbell("crash-test");

  /// @param onAir what the network took
  static Toll of(TrialHome home, Traffic traffic, List<JournalEntry.Submitted> onAir) {
    Map<String, List<String>> segments =
        onAir.stream()
            .map(JournalEntry.Submitted::text)
            .collect(groupingBy(Traffic::markIn, mapping(Function.identity(), toList())));
    try (Wiring wiring = home.open()) {
      Map<String, Long> shown = shown(wiring);
      List<String> doubled = new ArrayList<>();
      List<String> misstated = new ArrayList<>();
      List<Part> all = new ArrayList<>();
      traffic
          .queued()
          .forEach((id, text) -> {
            List<String> sent = segments.getOrDefault(Traffic.markIn(text), List.of());
            Set<String> once = new HashSet<>(sent);
            List<Part> parts = parts(wiring, Id.parse(id));
            all.addAll(parts);
            if (once.size() < sent.size()) {
              doubled.add(id);
            }
            long sure = count(parts, PartState.Kind.SUBMITTED, PartState.Kind.DELIVERED);
            long most = sure + count(parts, PartState.Kind.UNKNOWN);
            if (parts.isEmpty() || once.size() < sure || once.size() > most) {
              misstated.add(id + " " + parts);
            }
          });
      return new Toll(
          traffic.sentIn().size(),
          traffic.sentIn().stream().filter(text -> !shown.containsKey(text)).toList(),
          shown.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList(),
          shown.keySet().stream().filter(text -> !traffic.sentIn().contains(text)).toList(),
          traffic.queued().size(),
          all.size(),
          onAir.size(),
          doubled,
          misstated,
          count(all, PartState.Kind.UNKNOWN));
    }
  }

  /// How often each text is shown whole.
  private static Map<String, Long> shown(Wiring wiring) {
    Sight desk = new Sight(List.of(wiring.identity().accounts().frontDesk()));
    return wiring
        .store()
        .read(sql -> sql.list("select id from message where ours = 0", r -> r.id("id")))
        .stream()
        .map(id -> wiring.conversations().message(desk, id, true, COUNTER))
        .flatMap(Optional::stream)
        .map(found -> found.message())
        .filter(message -> message instanceof Message.Received r && r.missingParts() == 0)
        .collect(groupingBy(Message::text, counting()));
  }

  private static List<Part> parts(Wiring wiring, Id message) {
    return wiring.store().read(sql -> wiring.outbox().parts(sql, message));
  }

  private static long count(List<Part> parts, PartState.Kind... kinds) {
    Set<PartState.Kind> wanted = Set.of(kinds);
    return parts.stream().filter(part -> wanted.contains(part.state().kind())).count();
  }

  @Override
  public String toString() {
    return "%d received: lost %d, doubled %d, invented %d; %d queued (%d parts, %d on the air): doubled %d, misstated %d, unknown %d"
        .formatted(
            received,
            receivedLost.size(),
            receivedDoubled.size(),
            receivedInvented.size(),
            queued,
            parts,
            onAir,
            sentDoubled.size(),
            sentMisstated.size(),
            unknown);
  }
}
