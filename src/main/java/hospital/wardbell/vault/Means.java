package hospital.wardbell.vault;

/// By what a way to the root key is opened: what of it may be known to all who see the file.
sealed interface Means {
  /// 32 octets that systemd hands over.
  record Credential() implements Means {}

  /// What a person types, stretched like this.
  record Passphrase(Stretch stretch) implements Means {}

  /// A secret that was split into shares.
  record Recovery(Kit kit) implements Means {}

  /// What the wrapped root key is bound to, so that no way can be passed off as another.
  default String bound() {
    return switch (this) {
      case Credential() -> "credential";
      case Passphrase(Stretch stretch) -> stretch.toString();
      case Recovery(Kit kit) -> "recovery kit " + kit;
    };
  }
}
