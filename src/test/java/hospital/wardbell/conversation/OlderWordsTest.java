package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.store.OlderStore;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home whose words lie in blocks that are not sealed.
class OlderWordsTest {
  private static final List<Integer> STEPS =
      Store.steps().stream().filter(step -> step < 507).toList();

  @TempDir private Path directory;

  @Test
  void its_index_is_made_anew_from_its_messages() {
    makeOlder();
    try (Ward ward = Ward.reopen(directory)) {
      ward.texts(ANA, "the quince is ripe");
      KeptWords words = new KeptWords(ward.store(), ward.vault());
      words.fill();

      assertThat(words.upto()).isPositive();
      assertThat(ward.store().<Long>read(sql -> sql.number("select count(*) from word_block")))
          .isEqualTo(4);
      assertThat(
              ward.conversations()
                  .search(ward.deskSight(), "quince", Optional.empty(), NURSE, "10.0.0.7")
                  .messages())
          .hasSize(1);
      assertThat(words.areSound()).isTrue();
    }
  }

  /// A home in which all messages there will be for years are said to be indexed.
  private void makeOlder() {
    try (Keyring keyring =
            Keyring.create(
                directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
        Store older =
            OlderStore.open(directory.resolve("database"), keyring.databaseKey(), STEPS)) {
      SettableClock clock = new SettableClock(Ward.MORNING);
      Id _ =
          new Accounts(older, new Vault(keyring), new Audit(older, clock), clock)
              .addTeam("Cardiology", new Actor.Wardbell("test"));
      older.change(tx -> {
        tx.update(
            "insert into word_block (word, lowest, amount, ordinals) values (5, 7, 1, ?)",
            new byte[0]);
        tx.update("update word_index set upto = ?", Long.MAX_VALUE);
      });
    }
  }
}
