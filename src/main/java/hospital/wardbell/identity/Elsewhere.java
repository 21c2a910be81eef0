package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import java.util.Optional;

/// Where the passwords of some of the staff are kept, if not here: the hospital's directory. Any
/// thread that may block.
public interface Elsewhere {
  /// Whether it is the password of whoever has this entry there; false while it does not answer.
  ///
  /// @param entry empty for who has none: it is false then, and takes as long, or how long it takes
  ///   would tell who has one. Nothing of `password` leaves the house then
  boolean isRight(Optional<String> entry, Secret password);

  /// Whether it did not answer when it was asked last.
  boolean isSilent();

  /// All passwords are kept here.
  static Elsewhere nowhere() {
    return new Elsewhere() {
      @Override
      public boolean isRight(Optional<String> entry, Secret password) {
        return false;
      }

      @Override
      public boolean isSilent() {
        return false;
      }
    };
  }
}
