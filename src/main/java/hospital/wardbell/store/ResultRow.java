package hospital.wardbell.store;

import hospital.wardbell.base.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The row a result set stands on.
final class ResultRow implements Row {
  private interface Getter<T> {
    @Nullable T get(String column) throws SQLException;
  }

  private final ResultSet results;

  ResultRow(ResultSet results) {
    this.results = results;
  }

  @Override
  public Id id(String column) {
    return Id.of(bytes(column));
  }

  @Override
  public Optional<Id> maybeId(String column) {
    return maybeBytes(column).map(Id::of);
  }

  @Override
  public String text(String column) {
    return there(maybeText(column), column);
  }

  @Override
  public Optional<String> maybeText(String column) {
    return get(results::getString, column);
  }

  @Override
  public byte[] bytes(String column) {
    return there(maybeBytes(column), column);
  }

  @Override
  public Optional<byte[]> maybeBytes(String column) {
    return get(results::getBytes, column);
  }

  @Override
  public Instant instant(String column) {
    return there(maybeInstant(column), column);
  }

  @Override
  public Optional<Instant> maybeInstant(String column) {
    return maybeNumber(column).map(Instant::ofEpochMilli);
  }

  @Override
  public int integer(String column) {
    return there(maybeInteger(column), column);
  }

  @Override
  public long number(String column) {
    return there(maybeNumber(column), column);
  }

  @Override
  public Optional<Integer> maybeInteger(String column) {
    return maybeNumber(column).map(Math::toIntExact);
  }

  @Override
  public boolean flag(String column) {
    return integer(column) != 0;
  }

  @Override
  public <E extends Enum<E>> E constant(String column, Class<E> of) {
    return Enum.valueOf(of, text(column));
  }

  private Optional<Long> maybeNumber(String column) {
    return get(
        name -> {
          long number = results.getLong(name);
          return results.wasNull() ? null : number;
        },
        column);
  }

  private static <T> Optional<T> get(Getter<T> getter, String column) {
    try {
      return Optional.ofNullable(getter.get(column));
    } catch (SQLException e) {
      throw Faults.of(e, "reading column " + column);
    }
  }

  private static <T> T there(Optional<T> value, String column) {
    return value.orElseThrow(
        () -> new StoreFault(StoreFault.Kind.BROKEN, "column " + column + " is null"));
  }
}
