package hospital.wardbell.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a check has found so far: the first hundred, and how many there are. One thread.
final class Findings {
  private static final int KEPT = 100;

  private final List<Finding> first = new ArrayList<>();
  private long count;

  void add(Finding.Kind kind, long leaf) {
    Finding finding = new Finding(kind, leaf);
    if (first.contains(finding)) {
      return;
    }
    count++;
    if (first.size() < KEPT) {
      first.add(finding);
    }
  }

  boolean has(Finding.Kind kind, long leaf) {
    return first.contains(new Finding(kind, leaf));
  }

  /// In the order of the entries that they are about.
  List<Finding> first() {
    return first.stream().sorted(Comparator.comparingLong(Finding::leaf)).toList();
  }

  long count() {
    return count;
  }
}
