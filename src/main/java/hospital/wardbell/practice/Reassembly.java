package hospital.wardbell.practice;

import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.SubmitTpdu;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts the segments of long texts together, as a phone does. One thread.
final class Reassembly {
  private static final int MOST_UNFINISHED = 64;

  private record Key(String destination, int reference, int total) {}

  private final Map<Key, Map<Integer, String>> unfinished = new LinkedHashMap<>();

  /// The whole text, once its last segment is there.
  ///
  /// @throws hospital.wardbell.pdu.MalformedPdu if the segment's text cannot be read
  Optional<String> add(SubmitTpdu submit) {
    String text = submit.userData().text(submit.coding());
    Optional<Concatenation> part = submit.userData().concatenation();
    return part.isPresent() ? add(submit, part.get(), text) : Optional.of(text);
  }

  private Optional<String> add(SubmitTpdu submit, Concatenation part, String text) {
    String destination = submit.destination().remote().canonical();
    Key key = new Key(destination, part.reference(), part.total());
    Map<Integer, String> parts = unfinished.computeIfAbsent(key, _ -> new TreeMap<>());
    parts.put(part.number(), text);
    if (parts.size() == part.total()) {
      unfinished.remove(key);
      return Optional.of(String.join("", parts.values()));
    }
    if (unfinished.size() > MOST_UNFINISHED) {
      unfinished.remove(unfinished.keySet().iterator().next());
    }
    return Optional.empty();
  }
}
