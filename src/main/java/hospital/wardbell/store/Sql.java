package hospital.wardbell.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Runs queries. Arguments are bound, never pasted: [hospital.wardbell.base.Id], [String],
/// `byte[]`, [java.time.Instant] (kept as milliseconds), [Integer], [Long], [Boolean] (kept as 0 or
/// 1), an enum constant (kept as its name), and [Optional] of any of these for a value that may be
/// absent.
///
/// A reader sees one row at a time and keeps nothing of the [Row] itself; it may ask further
/// queries of the same [Sql].
public interface Sql {
  <T> List<T> list(String sql, Function<Row, T> reader, Object... arguments);

  /// The only row.
  ///
  /// @throws StoreFault if there is more than one
  <T> Optional<T> one(String sql, Function<Row, T> reader, Object... arguments);

  /// The single number that a `count` or `max` gives; 0 if it is null.
  long number(String sql, Object... arguments);
}
