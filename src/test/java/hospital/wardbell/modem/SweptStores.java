package hospital.wardbell.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The two message stores of a [SweptModem]. It notes a message that is deleted before it was
/// handed on.
final class SweptStores {
  private static final String NOT_THERE = "+CMS ERROR: 321";

  private final KeptArrivals arrivals;
  private final List<String> wrongs;
  private final Map<Integer, String> phone = new TreeMap<>();
  private final Map<Integer, String> sim = new TreeMap<>();
  private String selected = "SM";
  private String own = "SM";

  SweptStores(KeptArrivals arrivals, List<String> wrongs) {
    this.arrivals = arrivals;
    this.wrongs = wrongs;
  }

  void put(String store, int index, String hex) {
    in(store).put(index, hex);
  }

  private Map<Integer, String> in(String store) {
    return store.equals("ME") ? phone : sim;
  }

  boolean isEmpty() {
    return phone.isEmpty() && sim.isEmpty();
  }

  /// @param names as in `"SM","ME","ME"`
  List<String> select(String names) {
    List<String> fields = Fields.of(names);
    selected = fields.getFirst();
    own = fields.getLast();
    return List.of("+CPMS: %1$s,%2$s,%2$s".formatted(used(selected), used(own)), "OK");
  }

  List<String> state() {
    return List.of(
        "+CPMS: \"%1$s\",%2$s,\"%3$s\",%4$s,\"%3$s\",%4$s"
            .formatted(selected, used(selected), own, used(own)),
        "OK");
  }

  private String used(String store) {
    return in(store).size() + ",20";
  }

  List<String> list() {
    List<String> lines = new ArrayList<>();
    in(selected)
        .forEach((index, hex) -> {
          lines.add("+CMGL: %d,1,,%d".formatted(index, SweptModem.octets(hex)));
          lines.add(hex);
        });
    lines.add("OK");
    return lines;
  }

  List<String> read(int index) {
    String hex = in(selected).get(index);
    return hex == null
        ? List.of(NOT_THERE)
        : List.of("+CMGR: 1,," + SweptModem.octets(hex), hex, "OK");
  }

  List<String> delete(int index) {
    String hex = in(selected).remove(index);
    if (hex != null && !arrivals.messages.contains(hex) && !arrivals.reports.contains(hex)) {
      wrongs.add("deleted before it was handed on: " + selected + " " + index);
    }
    return List.of("OK");
  }
}
