package hospital.wardbell.store;

import hospital.wardbell.base.Id;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives a statement its arguments, in the forms that [Sql] lists.
final class Binding {
  private Binding() {}

  static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, column(arguments[i]));
    }
  }

  private static @Nullable Object column(Object argument) {
    return switch (argument) {
      case Optional<?> maybe -> maybe.isPresent() ? column(maybe.get()) : null;
      case Id id -> id.bytes();
      case Instant instant -> instant.toEpochMilli();
      case Boolean flag -> flag ? 1 : 0;
      case Enum<?> constant -> constant.name();
      case String text -> text;
      case byte[] octets -> octets;
      case Integer number -> number;
      case Long number -> number;
      default ->
          throw new IllegalArgumentException("cannot be kept: " + argument.getClass().getName());
    };
  }
}
