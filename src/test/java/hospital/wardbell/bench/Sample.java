package hospital.wardbell.bench;

import java.util.Arrays;

/// Measured values of one thing, in ascending order.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(double[] sorted) {
  Sample {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The smallest value that `percent` of all do not exceed.
  double percentile(int percent) {
    return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
  }
}
