package hospital.wardbell;

import java.util.Random;

/// A kind of place in a home where somebody changes an octet.
///
/// @param name for the report
/// @param share how many of a thousand changes are made there
/// @param change makes one, looks at what comes of it, and puts it back
record TamperPlace(String name, int share, Change change) {
  /// One change.
  interface Change {
    Outcome make(TamperHome home, Random random) throws Exception;
  }

  /// What came of a change.
  ///
  /// @param bad neither found nor without effect
  /// @param what by what it was found, or why it does no harm
  record Outcome(boolean bad, String what) {
    static Outcome found(String by) {
      return new Outcome(false, "found: " + by);
    }

    static Outcome harmless(String why) {
      return new Outcome(false, "harmless: " + why);
    }

    static Outcome bad(String what) {
      return new Outcome(true, what);
    }
  }

  /// One bit of one octet of these, changed.
  static byte[] changed(byte[] octets, int length, Random random) {
    byte[] changed = octets.clone();
    changed[random.nextInt(length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return changed;
  }
}
