package hospital.wardbell.vault;

import java.util.List;

/// A recovery kit as the keyring knows it: nothing here helps to open anything.
///
/// @param number tells one kit from another; 16 bits, printed as four hexadecimal digits
/// @param needed how many shares open it
/// @param prints for each share, in order, the beginning of its SHA-256, by which a share that is
///   typed is known to be right
record Kit(int number, int needed, List<String> prints) {
  Kit {
    prints = List.copyOf(prints);
  }

  int shares() {
    return prints.size();
  }

  String name() {
    return "%04X".formatted(number);
  }
}
