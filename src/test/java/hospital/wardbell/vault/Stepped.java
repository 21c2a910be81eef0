package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Keyrings whose changes somebody is told of, step by step, and keyrings as older versions made
/// them.
public final class Stepped {
  private Stepped() {}

  public static Keyring open(Path file, Unlock unlock, Steps steps) {
    return Keyring.open(file, unlock, steps);
  }

  /// From now on the index key is one whose values bear no mark, as the first of an old home is.
  public static void makeIndexPlain(Keyring keyring) {
    keyring.changeKeys(there -> {
      Key index = there.current(IndexKey.MARKED);
      Key plain = new Key(IndexKey.PLAIN, index.id(), index.octets(), index.made(), index.use());
      return new Keys(there.all().stream().map(key -> key.equals(index) ? plain : key).toList());
    });
  }

  /// From now on the KEKs are as those of a home from before they were for years.
  static void forgetYears(Keyring keyring) {
    Set<String> seen = new HashSet<>();
    keyring.changeKeys(there ->
        new Keys(
            there.all().stream()
                .filter(key -> seen.add(key.purpose().replaceFirst("/[0-9]{4}$", "")))
                .map(key ->
                    new Key(
                        key.purpose().replaceFirst("^(kek\\.[A-Z]+)/[0-9]+$", "$1"),
                        key.id(),
                        key.octets(),
                        key.made(),
                        key.use()))
                .toList()));
  }

  /// Whether the key is in the keyring, whatever for.
  public static boolean has(Keyring keyring, String purpose, boolean former) {
    return keyring.keys().stream()
        .anyMatch(key -> key.purpose().equals(purpose) && key.isFormer() == former);
  }

  /// The first octets of what a value of another key cannot begin with.
  public static byte[] mark(Keyring keyring) {
    byte[] any = keyring.index().current().nobodys(new Id(0, 0));
    return Arrays.copyOf(any, 8);
  }
}
