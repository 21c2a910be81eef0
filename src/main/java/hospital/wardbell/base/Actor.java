package hospital.wardbell.base;

/// Who did it, for the audit log: every act has exactly one actor.
public sealed interface Actor {
  /// A member of staff who has signed in.
  record Person(Id staff) implements Actor {}

  /// Somebody at the server's own command line, known by the operating system's user name.
  record Operator(String osUser) implements Actor {}

  /// A program that holds an API token.
  record Integration(Id token) implements Actor {}

  /// The patient, or whoever holds the patient's phone.
  record Texter(Id conversation) implements Actor {}

  /// Wardbell itself; `part` is the package or loop that acted.
  record Wardbell(String part) implements Actor {}

  /// One word of kind, a colon, one word of identity; no personal data.
  default String label() {
    return switch (this) {
      case Person(Id staff) -> "staff:" + staff;
      case Operator(String osUser) -> "os:" + osUser;
      case Integration(Id token) -> "token:" + token;
      case Texter(Id conversation) -> "texter:" + conversation;
      case Wardbell(String part) -> "system:" + part;
    };
  }
}
