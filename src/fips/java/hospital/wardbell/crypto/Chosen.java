package hospital.wardbell.crypto;

/// The build of the profile `fips`.
final class Chosen {
  static final Primitives PRIMITIVES = new Validated();

  private Chosen() {}
}
