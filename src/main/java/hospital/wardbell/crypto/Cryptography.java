package hospital.wardbell.crypto;

/// The primitives of this build.
public final class Cryptography {
  private Cryptography() {}

  public static Primitives ofThisBuild() {
    return Chosen.PRIMITIVES;
  }
}
