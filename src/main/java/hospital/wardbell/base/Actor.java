package hospital.wardbell.base;

import java.util.Optional;

/// Who did it, for the audit log: every act has exactly one actor.
public sealed interface Actor {
  /// A member of staff who has signed in.
  ///
  /// @param under the use of break-glass under which they act, if they do
  record Person(Id staff, Optional<Id> under) implements Actor {
    public Person(Id staff) {
      this(staff, Optional.empty());
    }
  }

  /// Somebody at the server's own command line, known by the operating system's user name.
  record Operator(String osUser) implements Actor {}

  /// A program that holds an API token.
  record Integration(Id token) implements Actor {}

  /// The patient, or whoever holds the patient's phone.
  record Texter(Id conversation) implements Actor {}

  /// Wardbell itself; `part` is the package or loop that acted.
  record Wardbell(String part) implements Actor {}

  /// What marks the act: the use of break-glass under which it is done.
  default Optional<Id> mark() {
    return this instanceof Person(_, Optional<Id> under) ? under : Optional.empty();
  }

  /// Whether it is this member of staff, under break-glass or not.
  default boolean is(Id person) {
    return this instanceof Person(Id staff, _) && staff.equals(person);
  }

  /// One word of kind, a colon, one word of identity; no personal data.
  default String label() {
    return switch (this) {
      case Person(Id staff, _) -> "staff:" + staff;
      case Operator(String osUser) -> "os:" + osUser;
      case Integration(Id token) -> "token:" + token;
      case Texter(Id conversation) -> "texter:" + conversation;
      case Wardbell(String part) -> "system:" + part;
    };
  }
}
