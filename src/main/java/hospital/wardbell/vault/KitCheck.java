package hospital.wardbell.vault;

/// Whether a share that was typed is one of the kit's.
public sealed interface KitCheck {
  /// It is.
  ///
  /// @param nowCounts the kit was new, and has taken the former one's place
  record Right(String kit, int share, boolean nowCounts) implements KitCheck {}

  /// The words are no share.
  record Mistyped(ShareMistake mistake) implements KitCheck {}

  /// The words are a share, of a kit that does not open this keyring.
  record NotOfThisKit(String kit) implements KitCheck {}
}
