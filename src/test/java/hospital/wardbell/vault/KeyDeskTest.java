package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDeskTest {
  private static final Stretch CHEAP = Stretch.cheap();
  private static final Unlock FIRST = passphrase("correct horse battery staple");

  @TempDir private Path directory;
  private Path file;
  private Keyring keyring;
  private KeyDesk desk;

  @BeforeEach
  void make() {
    file = directory.resolve("keyring");
    keyring = Keyring.create(file, FIRST, CHEAP);
    desk = new KeyDesk(keyring, CHEAP);
  }

  @AfterEach
  void close() {
    keyring.close();
  }

  static Unlock passphrase(String typed) {
    return new Unlock.Passphrase(Secret.copyOf(typed.toCharArray()));
  }

  /// The words of each page, as somebody types them.
  static List<String> typed(NewKit kit) {
    return kit.pages().stream()
        .map(page ->
            page.lines()
                .filter(line -> line.matches("\\s+\\d.*"))
                .collect(Collectors.joining("\n")))
        .toList();
  }

  private static Unlock together(List<String> typed) {
    return ((Recovered.Opener) Recovered.of(typed)).unlock();
  }

  private boolean opens(Unlock unlock) {
    try (Keyring again = Keyring.open(file, unlock)) {
      assertThat(again.databaseKey()).isEqualTo(keyring.databaseKey());
      return true;
    } catch (VaultFault e) {
      assertThat(e.kind()).isEqualTo(VaultFault.Kind.WRONG_UNLOCK);
      return false;
    }
  }

  private List<String> ways() {
    return desk.ways().stream().map(WayStatus::what).toList();
  }

  @Test
  void a_new_passphrase_takes_the_old_ones_place_and_wraps_nothing_anew() {
    List<Key> before = keyring.keys();

    desk.passphrase(Secret.copyOf("another one altogether".toCharArray()));

    assertThat(opens(FIRST)).isFalse();
    assertThat(opens(passphrase("another one altogether"))).isTrue();
    assertThat(keyring.keys()).isEqualTo(before);
    assertThat(ways()).containsExactly("passphrase");
  }

  @Test
  void a_credential_that_was_not_read_back_opens_beside_the_passphrase() {
    Secret credential = desk.newCredential();

    assertThat(opens(FIRST)).isTrue();
    assertThat(opens(new Unlock.Credential(credential))).isTrue();
    assertThat(desk.ways()).extracting(WayStatus::proven).containsExactly(true, false);
  }

  @Test
  void once_it_was_read_back_the_passphrase_opens_nothing() {
    Secret given_up = desk.newCredential();
    Secret credential = desk.newCredential();

    assertThat(desk.credentialRead(given_up)).isFalse();
    assertThat(desk.credentialRead(credential)).isTrue();

    assertThat(opens(FIRST)).isFalse();
    assertThat(opens(new Unlock.Credential(given_up))).isFalse();
    assertThat(opens(new Unlock.Credential(credential))).isTrue();
    assertThat(ways()).containsExactly("credential");
  }

  @Test
  void enough_shares_open_it_and_fewer_do_not() {
    List<String> shares = typed(desk.newKit(5, 3));

    assertThat(opens(together(List.of(shares.get(4), shares.get(0), shares.get(2))))).isTrue();
    assertThat(opens(together(shares))).isTrue();
    assertThat(Recovered.of(shares.subList(0, 2))).isEqualTo(new ShareMistake.TooFew(3, 2));
    assertThat(new ClosedKeyring(file).sharesNeeded()).isEqualTo(3);
  }

  @Test
  void what_does_not_go_together_is_said_with_the_place() {
    List<String> one = typed(desk.newKit(3, 2));
    List<String> other = typed(desk.newKit(3, 2));

    assertThat(Recovered.of(List.of(one.get(0), other.get(1))))
        .isEqualTo(new ShareMistake.OtherKit(2));
    assertThat(Recovered.of(List.of(one.get(0), one.get(0)))).isEqualTo(new ShareMistake.Twice(2));
    assertThat(Recovered.of(List.of(one.get(0), "bolban nonsense")))
        .isEqualTo(new ShareMistake.NoSuchWord(2, 2));
  }

  @Test
  void a_kit_counts_once_a_share_was_typed_back_and_then_the_former_is_worth_nothing() {
    NewKit former = desk.newKit(3, 2);
    assertThat(desk.checkShare(typed(former).getFirst()))
        .isEqualTo(new KitCheck.Right(former.name(), 1, true));
    NewKit lost = desk.newKit(3, 2);
    NewKit kit = desk.newKit(3, 2);

    assertThat(opens(together(typed(former)))).isTrue();
    assertThat(opens(together(typed(lost)))).isFalse();
    assertThat(desk.checkShare(typed(lost).getFirst()))
        .isEqualTo(new KitCheck.NotOfThisKit(lost.name()));
    assertThat(desk.checkShare(typed(kit).get(2)))
        .isEqualTo(new KitCheck.Right(kit.name(), 3, true));

    assertThat(opens(together(typed(former)))).isFalse();
    assertThat(opens(together(typed(kit)))).isTrue();
    assertThat(desk.checkShare(typed(kit).get(0)))
        .isEqualTo(new KitCheck.Right(kit.name(), 1, false));
    assertThat(ways()).containsExactly("passphrase", "recovery kit");
  }

  @Test
  void the_kit_stays_when_the_everyday_way_changes() {
    List<String> shares = typed(desk.newKit(3, 2));
    assertThat(desk.checkShare(shares.getFirst())).isInstanceOf(KitCheck.Right.class);

    desk.passphrase(Secret.copyOf("another one altogether".toCharArray()));
    assertThat(opens(together(shares))).isTrue();
    assertThat(desk.credentialRead(desk.newCredential())).isTrue();
    assertThat(opens(together(shares))).isTrue();
  }

  @Test
  void a_kit_of_impossible_shares_is_refused_in_words() {
    assertThatThrownBy(() -> desk.newKit(3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A kit has 2 to 20 shares");
  }

  /// The kit taken out again by somebody who can write the file and knows no key.
  @Test
  void ways_that_are_not_those_the_keys_were_sealed_with_are_damage() throws Exception {
    byte[] before = Files.readAllBytes(file);
    desk.newKit(3, 2);
    byte[] now = Files.readAllBytes(file);
    int head = 19 + 1 + 92; // the mark, how many ways, the passphrase's
    int kit = 5 + 3 * 16 + 9 + Way.WRAPPED;
    byte[] spliced =
        ByteBuffer.allocate(now.length - kit - 32)
            .put(before, 0, head)
            .put(now, head + kit, now.length - 32 - head - kit)
            .array();
    byte[] digest = Sha256.of(spliced);

    Files.write(file, ByteBuffer.allocate(spliced.length + 32).put(spliced).put(digest).array());

    assertThat(KeyringFile.of(Files.readAllBytes(file)).ways()).hasSize(1);
    assertThatThrownBy(() -> Keyring.open(file, FIRST))
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.KEYRING));
  }
}
