package hospital.wardbell.store;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Optional;

/// One row of an answer; columns by name. A null where the plain accessor is used is a
/// [StoreFault].
public interface Row {
  Id id(String column);

  Optional<Id> maybeId(String column);

  String text(String column);

  Optional<String> maybeText(String column);

  byte[] bytes(String column);

  Optional<byte[]> maybeBytes(String column);

  Instant instant(String column);

  Optional<Instant> maybeInstant(String column);

  int integer(String column);

  long number(String column);

  Optional<Integer> maybeInteger(String column);

  boolean flag(String column);

  <E extends Enum<E>> E constant(String column, Class<E> of);
}
