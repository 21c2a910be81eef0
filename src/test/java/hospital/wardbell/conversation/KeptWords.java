package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// A home's index of words, filled and looked through by a test's own thread, with nothing
/// remembered from before.
public final class KeptWords {
  private static final int MOST = 1000;

  private final Store store;
  private final WordRows rows;
  private final MessageTable messages;
  private final WordIndex index;

  public KeptWords(Store store, Vault vault) {
    this.store = store;
    this.rows = WordRows.of(vault);
    this.messages =
        new MessageTable(
            vault, new ConversationTable(vault), new Numbering(InstantSource.system()));
    this.index = new WordIndex(store, messages, rows, Steps.unheard(), () -> Long.MAX_VALUE);
  }

  WordIndex index() {
    return index;
  }

  WordBlocks serving() {
    return store.read(rows.tables()::serving);
  }

  /// Puts in what is new; what is to be made anew is not.
  public void fill() {
    Duration rest = index.turn();
    while (rest.isZero()) {
      rest = index.turn();
    }
  }

  /// The ordinal up to which messages are in.
  public long upto() {
    return serving().upto();
  }

  /// Whether a search for all the words of a message that is within sight has it among the first.
  public boolean isFound(Sight sight, Id message) {
    return store.read(sql -> {
      String text = messages.find(sql, sight, message).orElseThrow().message().text();
      return new Finding(messages, rows)
          .find(sql, sight, text, Optional.empty(), MOST).messages().stream()
              .anyMatch(hit -> hit.message().id().equals(message));
    });
  }

  /// Looks at all there is.
  ///
  /// @return whether words lead to their messages
  public boolean areSound() {
    WordCheck check = new WordCheck(store, messages, rows);
    while (check.look()) {
      // the next
    }
    return !rows.doubts().has(serving());
  }
}
