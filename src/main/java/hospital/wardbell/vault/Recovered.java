package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What shares that people typed in give when they are put together.
public sealed interface Recovered permits Recovered.Opener, ShareMistake {
  /// What may open the keyring.
  record Opener(Unlock.Recovery unlock) implements Recovered {}

  /// Puts them together.
  ///
  /// @param typed the words of one share each, in any order; those beyond what is needed must be
  ///   right too, and are not used
  static Recovered of(List<String> typed) {
    Map<Integer, byte[]> octets = new LinkedHashMap<>();
    Optional<Share> first = Optional.empty();
    for (int place = 1; place <= typed.size(); place++) {
      switch (Share.read(typed.get(place - 1), place)) {
        case ShareMistake mistake -> {
          return mistake;
        }
        case Share share -> {
          Share same = first.orElse(share);
          first = Optional.of(same);
          if (share.kit() != same.kit() || share.needed() != same.needed()) {
            return new ShareMistake.OtherKit(place);
          }
          if (octets.putIfAbsent(share.number(), share.octets().lend(byte[]::clone)) != null) {
            return new ShareMistake.Twice(place);
          }
          share.octets().close();
        }
      }
    }
    int needed = first.map(Share::needed).orElse(2);
    if (octets.size() < needed) {
      return new ShareMistake.TooFew(needed, octets.size());
    }
    return opener(octets, needed);
  }

  private static Recovered opener(Map<Integer, byte[]> octets, int needed) {
    Map<Integer, byte[]> used = new LinkedHashMap<>();
    octets.entrySet().stream().limit(needed).forEach(e -> used.put(e.getKey(), e.getValue()));
    byte[] secret = Shamir.combine(used);
    try {
      return new Opener(new Unlock.Recovery(Secret.copyOf(secret)));
    } finally {
      Wipe.all(secret);
      Wipe.all(octets.values().toArray(byte[][]::new));
    }
  }
}
