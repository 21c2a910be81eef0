package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Sql;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ways by which a keyring is opened, looked at and changed. Any thread.
///
/// There is one way of the everyday kind (a passphrase, or the credential that systemd hands over)
/// and at most one recovery kit; while one is being replaced both the old and the new open.
public final class KeyDesk {
  private final Keyring keyring;
  private final Stretch price;

  public KeyDesk(Keyring keyring) {
    this(keyring, Stretch.strong());
  }

  KeyDesk(Keyring keyring, Stretch price) {
    this.keyring = keyring;
    this.price = price;
  }

  /// From now on this passphrase opens it, and neither the former one nor a credential; the
  /// recovery kit stays.
  ///
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; nothing changed then
  public void passphrase(Secret passphrase) {
    Means means = new Means.Passphrase(price.again());
    Way way = keyring.way(new Unlock.Passphrase(passphrase), means, true);
    keyring.changeWays(ways -> with(way, ways, KeyDesk::isKit));
  }

  /// A fresh credential of 32 octets that opens it beside what opens it now. What opened it before
  /// goes with [#credentialRead], once systemd has shown that it can hand this one over.
  public Secret newCredential() {
    Secret credential = Key.fresh("credential").octets();
    Way way = keyring.way(new Unlock.Credential(credential), new Means.Credential(), false);
    keyring.changeWays(ways -> with(way, ways, there -> isKit(there) || there.isProven()));
    return credential;
  }

  /// From now on this credential opens it, and no passphrase or other credential; the recovery kit
  /// stays.
  ///
  /// @return false if it is not one that opens it; nothing changed then
  public boolean credentialRead(Secret credential) {
    Unlock unlock = new Unlock.Credential(credential);
    boolean known = keyring.ways().stream().anyMatch(way -> way.isOpenedBy(unlock));
    if (known) {
      keyring.changeWays(ways ->
          ways.stream()
              .filter(way -> isKit(way) || way.isOpenedBy(unlock))
              .map(way -> isKit(way) ? way : way.asProven())
              .toList());
    }
    return known;
  }

  /// Makes a recovery kit. It opens the keyring at once, and the former kit goes on doing so until
  /// a share of this one has been typed back.
  ///
  /// @throws IllegalArgumentException with a plain sentence if no kit is made of so many shares
  public NewKit newKit(int shares, int needed) {
    if (needed < 2 || needed > shares || shares > Shamir.MOST_SHARES) {
      throw new IllegalArgumentException(
          "A kit has 2 to %d shares, and 2 or more of them are needed."
              .formatted(Shamir.MOST_SHARES));
    }
    int number = unusedNumber();
    try (Secret secret = Key.fresh("kit").octets()) {
      List<Share> made = split(secret, number, needed, shares);
      Kit kit = new Kit(number, needed, made.stream().map(Share::print).toList());
      Way way = keyring.way(new Unlock.Recovery(secret), new Means.Recovery(kit), false);
      keyring.changeWays(ways -> with(way, ways, there -> !isKit(there) || there.isProven()));
      NewKit pages =
          new NewKit(kit.name(), needed, made.stream().map(s -> s.page(shares)).toList());
      made.forEach(share -> share.octets().close());
      return pages;
    }
  }

  private int unusedNumber() {
    List<Integer> used = keyring.ways().stream().flatMap(way -> kit(way).map(Kit::number)).toList();
    SecureRandom random = new SecureRandom();
    return IntStream.generate(() -> random.nextInt(1 << 16))
        .filter(number -> !used.contains(number))
        .findFirst()
        .orElseThrow();
  }

  private static List<Share> split(Secret secret, int number, int needed, int shares) {
    byte[][] octets = secret.lend(whole -> Shamir.split(whole, needed, shares, new SecureRandom()));
    List<Share> made = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      made.add(new Share(number, needed, i + 1, Secret.copyOf(octets[i])));
    }
    Wipe.all(octets);
    return made;
  }

  /// Checks a share that somebody typed from its page. The first right one of a new kit makes that
  /// kit the one there is.
  public KitCheck checkShare(String typed) {
    return switch (Share.read(typed, 1)) {
      case ShareMistake mistake -> new KitCheck.Mistyped(mistake);
      case Share share -> check(share);
    };
  }

  private KitCheck check(Share share) {
    for (Way way : keyring.ways()) {
      if (kit(way).anyMatch(kit -> isOf(kit, share))) {
        if (!way.isProven()) {
          keyring.changeWays(ways -> with(way.asProven(), ways, there -> !isKit(there)));
        }
        share.octets().close();
        return new KitCheck.Right("%04X".formatted(share.kit()), share.number(), !way.isProven());
      }
    }
    return new KitCheck.NotOfThisKit("%04X".formatted(share.kit()));
  }

  private static boolean isOf(Kit kit, Share share) {
    return kit.number() == share.kit()
        && share.number() >= 1
        && share.number() <= kit.shares()
        && kit.prints().get(share.number() - 1).equals(share.print());
  }

  /// The ways there are, for people; nothing secret.
  public List<WayStatus> ways() {
    return keyring.ways().stream().map(WayStatus::of).toList();
  }

  /// The keys there are, and what each KEK wraps; nothing secret.
  public List<KeyStatus> keys(Sql sql) {
    return keyring.keys().stream().map(key -> status(sql, key)).toList();
  }

  private KeyStatus status(Sql sql, Key key) {
    return new KeyStatus(
        Keks.purpose(key),
        KeyStatus.fingerprint(key.id()),
        Optional.of(key.made()).filter(at -> at.isAfter(Instant.EPOCH) && !key.isEnded()),
        !key.isEnded() && keyring.isCurrent(key),
        key.formerSince(),
        Optional.of(key.made()).filter(_ -> key.isEnded()),
        sql.number("select count(*) from dek where kek = ? and wrapped is not null", key.id()));
  }

  private static boolean isKit(Way way) {
    return kit(way).findAny().isPresent();
  }

  private static Stream<Kit> kit(Way way) {
    return way.means() instanceof Means.Recovery(Kit kit) ? Stream.of(kit) : Stream.empty();
  }

  private static List<Way> with(Way added, List<Way> ways, Predicate<Way> staying) {
    return Stream.concat(ways.stream().filter(staying), Stream.of(added)).toList();
  }
}
