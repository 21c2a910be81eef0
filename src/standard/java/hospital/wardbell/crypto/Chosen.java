package hospital.wardbell.crypto;

/// The usual build.
final class Chosen {
  static final Primitives PRIMITIVES = new Usual();

  private Chosen() {}
}
