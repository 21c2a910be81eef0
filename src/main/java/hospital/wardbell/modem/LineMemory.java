package hospital.wardbell.modem;

import java.util.Optional;

/// What is kept of one modem line from one start of the service to the next. The owner's thread
/// only; what is kept is no secret and says nothing of patients.
public interface LineMemory {
  Optional<String> recall(String key);

  /// Returns once it is durable.
  ///
  /// @param key of a-z and -
  /// @param value one line, not blank
  /// @throws java.io.UncheckedIOException if it cannot be kept
  void keep(String key, String value);

  /// @throws java.io.UncheckedIOException if that cannot be kept
  void forget(String key);
}
