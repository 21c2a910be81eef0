package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
  private static final Unlock RIGHT = passphrase("correct horse battery staple");
  private static final Unlock WRONG = passphrase("correct horse battery stable");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("keyring");
  }

  private static Unlock passphrase(String typed) {
    return new Unlock.Passphrase(Secret.copyOf(typed.toCharArray()));
  }

  private static Unlock credential(int octet) {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) octet);
    return new Unlock.Credential(Secret.copyOf(octets));
  }

  private Secret made(Unlock unlock) {
    try (Keyring keyring = Keyring.create(file, unlock, Stretch.cheap())) {
      return keyring.databaseKey().lend(Secret::copyOf);
    }
  }

  private static void refused(VaultFault.Kind kind, ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(VaultFault.class, f -> assertThat(f.kind()).isEqualTo(kind));
  }

  @Test
  void the_passphrase_opens_the_keys_that_were_made() {
    Secret key = made(RIGHT);

    try (Keyring keyring = Keyring.open(file, RIGHT)) {
      assertThat(keyring.databaseKey()).isEqualTo(key).isSameAs(keyring.databaseKey());
    }
  }

  @Test
  void the_credential_opens_the_keys_that_were_made() {
    Secret key = made(credential(7));

    try (Keyring keyring = Keyring.open(file, credential(7))) {
      assertThat(keyring.databaseKey()).isEqualTo(key);
    }
  }

  @Test
  void what_does_not_unlock_is_refused_in_the_same_words_whatever_was_wrong() {
    made(RIGHT);
    String words = "That does not open the keyring. Nothing was changed; try again.";

    for (Unlock wrong : new Unlock[] {WRONG, credential(1), shortCredential()}) {
      assertThatThrownBy(() -> Keyring.open(file, wrong))
          .hasMessage(words)
          .isInstanceOfSatisfying(
              VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.WRONG_UNLOCK));
    }
  }

  private static Unlock shortCredential() {
    return new Unlock.Credential(Secret.copyOf(new byte[3]));
  }

  @Test
  void a_keyring_is_never_made_over_another() throws Exception {
    made(RIGHT);
    byte[] before = Files.readAllBytes(file);

    refused(VaultFault.Kind.KEYRING, () -> Keyring.create(file, WRONG, Stretch.cheap()));

    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void the_file_is_for_its_owner_only_and_nothing_is_left_beside_it() throws Exception {
    made(RIGHT);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void any_flipped_bit_is_damage_and_not_a_wrong_passphrase() throws Exception {
    made(credential(7));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);

    for (int i = 0; i < 200; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);

      refused(VaultFault.Kind.KEYRING, () -> Keyring.open(file, credential(7)));
    }
  }

  @Test
  void a_file_cut_short_anywhere_is_damage() throws Exception {
    made(credential(7));
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));

      refused(VaultFault.Kind.KEYRING, () -> Keyring.open(file, credential(7)));
    }
  }

  @Test
  void a_missing_file_says_so() {
    refused(VaultFault.Kind.KEYRING, () -> Keyring.open(file, RIGHT));
  }

  @Test
  void a_keyring_from_before_a_key_was_thought_of_is_given_one_and_keeps_it() throws Exception {
    List<Key> before = List.of(Key.fresh("database"), Key.fresh("index"));
    Files.write(file, written(before).bytes());

    Secret given;
    try (Keyring keyring = Keyring.open(file, RIGHT)) {
      given = keyring.signingSeed().lend(Secret::copyOf);
      assertThat(keyring.databaseKey()).isEqualTo(before.getFirst().octets());
    }
    try (Keyring again = Keyring.open(file, RIGHT)) {
      assertThat(again.signingSeed()).isEqualTo(given);
    }
  }

  private static KeyringFile written(List<Key> keys) {
    Secret root = Key.fresh("root").octets();
    Means means = new Means.Passphrase(Stretch.cheap());
    return KeyringFile.of(List.of(Way.to(root, RIGHT, means, Instant.EPOCH, true)), keys, root);
  }

  @Test
  void a_key_that_was_replaced_and_retired_is_former() {
    try (Keyring keyring = Keyring.create(file, credential(7))) {
      assertThat(FormerKeys.neededNow(keyring)).hasSize(4); // database, index, what outlives all
      keyring.keks().renew(_ -> true);
      keyring.keks().superseded().forEach(key -> keyring.retire(key.id()));
      assertThat(keyring.former()).hasSize(2);
      assertThat(FormerKeys.neededNow(keyring)).hasSize(4);
    }
  }

  @Test
  void closing_wipes_the_keys() {
    Secret key;
    try (Keyring keyring = Keyring.create(file, credential(7))) {
      key = keyring.databaseKey();
    }

    assertThatThrownBy(() -> key.lend(octets -> octets.length))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_file_cannot_ask_for_more_memory_than_there_is() {
    assertThatThrownBy(() -> new Stretch.Argon2id("00".repeat(16), Integer.MAX_VALUE, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
