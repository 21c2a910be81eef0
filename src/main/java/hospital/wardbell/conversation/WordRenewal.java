package hospital.wardbell.conversation;

import hospital.wardbell.conversation.WordBlocks.State;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Steps;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The word index made anew under another index key, in the loop that fills it.
///
/// The blocks in use are searched and get what is new, under their own key, until the others have
/// reached as far; in one change these take their place, and then the former are removed. So a
/// search goes by one key always. For the loop's own thread.
final class WordRenewal {
  private static final int REMOVED_AT_ONCE = 50;

  private final Store store;
  private final WordTable table;
  private final Steps steps;
  private final ToIntFunction<WordBlocks> feeding;
  private boolean isFormerRead = true; // who began to search before may be reading the former

  /// @param feeding puts a batch into blocks and says how many messages it had
  WordRenewal(Store store, WordTable table, Steps steps, ToIntFunction<WordBlocks> feeding) {
    this.store = store;
    this.table = table;
    this.steps = steps;
    this.feeding = feeding;
  }

  /// @return whether there is more to do
  boolean turn() {
    List<WordBlocks> all = store.read(table::all);
    WordBlocks serving = in(all, State.SERVES).orElseThrow();
    Optional<WordBlocks> growing = in(all, State.GROWS);
    Optional<WordBlocks> going = in(all, State.GOES);
    if (going.isPresent()) {
      remove(going.get());
      return true;
    }
    if (growing.isPresent()) {
      grow(serving, growing.get());
      return true;
    }
    if (table.isCurrent(serving)) {
      return false;
    }
    store.change(tx -> table.begin(tx, serving));
    steps.reached("words.begun");
    return true;
  }

  private static Optional<WordBlocks> in(List<WordBlocks> all, State state) {
    return all.stream().filter(blocks -> blocks.state() == state).findFirst();
  }

  private void grow(WordBlocks serving, WordBlocks growing) {
    if (!table.isCurrent(growing)) { // the database was restored, and the keyring has gone on
      store.change(tx -> table.state(tx, growing, State.GOES));
      return;
    }
    int fed = feeding.applyAsInt(growing);
    steps.reached("words.grown");
    long upto = in(store.read(table::all), State.GROWS).orElseThrow().upto();
    if (fed == 0 || (fed < WordIndex.BATCH && upto >= serving.upto())) {
      isFormerRead = true;
      store.change(tx -> {
        table.state(tx, serving, State.GOES);
        table.state(tx, growing, State.SERVES);
      });
      steps.reached("words.turned");
    }
  }

  private void remove(WordBlocks going) {
    if (isFormerRead) {
      store.awaitReads();
      isFormerRead = false;
    }
    boolean more = store.write(tx -> table.empty(tx, going, REMOVED_AT_ONCE));
    steps.reached(more ? "words.removed" : "words.done");
  }
}
