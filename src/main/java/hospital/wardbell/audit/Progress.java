package hospital.wardbell.audit;

import java.time.Instant;
import java.util.Optional;

/// How far the checking of the record is.
///
/// @param begun how many checks have begun since the start
/// @param done the number of the last one that came to its end
/// @param running whether one is under way
/// @param looked how many entries that one has looked at, of about `of`
/// @param last what came of the last one
public record Progress(
    long begun, long done, boolean running, long looked, long of, Optional<Last> last) {
  /// The last check that came to its end.
  public record Last(Report report, Instant at) {}

  Progress at(long entries, long all) {
    return new Progress(begun, done, running, entries, Math.max(entries, all), last);
  }

  Progress ended(long number, Last result) {
    return ended(number, Optional.of(result));
  }

  Progress ended(long number, Optional<Last> result) {
    return new Progress(begun, number, false, looked, of, result);
  }
}
