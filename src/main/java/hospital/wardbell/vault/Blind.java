package hospital.wardbell.vault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A value as rows may have it: blinded by the index key that is written with, and while that is
/// being changed by the former too. For looking up; what is kept is [#kept].
public final class Blind {
  private final byte[] kept;
  private final List<byte[]> former;

  Blind(byte[] kept, List<byte[]> former) {
    this.kept = kept;
    this.former = List.copyOf(former);
  }

  /// How a new row has it, 32 octets; treat as unchangeable.
  public byte[] kept() {
    return kept;
  }

  /// How rows may have it that are to be renewed; none unless the index key is being changed.
  public List<byte[]> former() {
    return former;
  }

  /// What `query` finds for each of the values, each thing once. The former are asked for first: a
  /// row that is renewed meanwhile goes from a former to the present one, so it is met in one of
  /// them at least. One query for several would look for them in an order of its own.
  public <T> List<T> each(Function<byte[], List<T>> query) {
    return Stream.concat(former.stream(), Stream.of(kept))
        .flatMap(value -> query.apply(value).stream())
        .distinct()
        .toList();
  }

  /// The condition that `column` has it, for changes, during which no row is renewed; who only
  /// reads asks for [#each]. Its `?` come first in the statement, so that [#before] gives the
  /// arguments.
  public String in(String column) {
    return former.isEmpty()
        ? column + " = ?"
        : column + " in (?" + String.join("", Collections.nCopies(former.size(), ", ?")) + ")";
  }

  /// The arguments of [#in], and those that follow.
  public Object[] before(Object... others) {
    List<Object> all = new ArrayList<>();
    all.add(kept);
    all.addAll(former);
    all.addAll(List.of(others));
    return all.toArray();
  }
}
