package hospital.wardbell.identity;

/// A password made by chance, to be typed from paper once: 100 bits, as [TypedCode] writes them.
final class FirstPassword {
  private static final int GROUPS = 5;

  private FirstPassword() {}

  static String random() {
    return TypedCode.random(GROUPS);
  }
}
