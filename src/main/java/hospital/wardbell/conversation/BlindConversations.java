package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindRows;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What of conversations is found by the index key, for when that is changed.
public final class BlindConversations {
  private final Store store;
  private final ConversationTable conversations;
  private final WordIndexTable words;

  public BlindConversations(Store store, Vault vault) {
    this.store = store;
    this.conversations = new ConversationTable(vault);
    this.words = new WordIndexTable(vault);
  }

  public BlindTable conversations() {
    return new BlindTable(
        "conversations",
        "conversation",
        "id",
        List.of("remote_index"),
        (tx, id) -> {
          conversations.renew(tx, id);
          return true;
        });
  }

  /// Who a conversation is with; empty if there is none, or if that does not open.
  public Optional<Remote> remote(Sql sql, Id conversation) {
    try {
      return conversations.remote(sql, conversation);
    } catch (VaultFault _) {
      return Optional.empty();
    }
  }

  /// The words of messages, which the loop that indexes them sees to.
  public BlindRows words() {
    return new Words();
  }

  private final class Words implements BlindRows {
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);

    @Override
    public String what() {
      return "words of messages";
    }

    @Override
    public Optional<Duration> turn() {
      List<WordBlocks> all = store.read(words::all);
      boolean done = all.size() == 1 && words.isCurrent(all.getFirst());
      return done ? Optional.empty() : Optional.of(ASKED_AGAIN);
    }

    @Override
    public String progress() {
      List<WordBlocks> all = store.read(words::all);
      if (all.size() == 1) {
        return words.isCurrent(all.getFirst()) ? "done" : "not begun";
      }
      return all.stream().anyMatch(blocks -> blocks.state() == WordBlocks.State.GOES)
          ? "the former are removed"
          : "made anew beside those in use";
    }
  }
}
