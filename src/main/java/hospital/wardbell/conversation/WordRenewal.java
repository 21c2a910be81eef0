package hospital.wardbell.conversation;

import hospital.wardbell.conversation.WordBlocks.State;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.IndexListener;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.VaultFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The word index made anew, in the loop that fills it: under another index key, or because
/// somebody met something in it that is not as it was kept.
///
/// The blocks in use are searched and get what is new, under their own key, until the others have
/// reached as far; in one change these take their place, and then the former are removed. So a
/// search goes by one key always. Meanwhile a search in what is doubted says that it may lack
/// something. For the loop's own thread.
final class WordRenewal {
  private static final Logger LOG = System.getLogger(WordRenewal.class.getName());
  private static final int REMOVED_AT_ONCE = 50;

  private final Store store;
  private final WordRows rows;
  private final Steps steps;
  private final ToIntFunction<WordBlocks> feeding;
  private volatile Optional<IndexListener> listener = Optional.empty();
  private boolean isFormerRead = true; // who began to search before may be reading the former

  /// @param feeding puts a batch into blocks and says how many messages it had
  WordRenewal(Store store, WordRows rows, Steps steps, ToIntFunction<WordBlocks> feeding) {
    this.store = store;
    this.rows = rows;
    this.steps = steps;
    this.feeding = feeding;
  }

  void listen(IndexListener told) {
    listener = Optional.of(told);
  }

  /// @return whether there is more to do
  boolean turn() {
    List<WordBlocks> all = store.read(rows.tables()::all);
    WordBlocks serving = in(all, State.SERVES).orElseThrow();
    Optional<WordBlocks> growing = in(all, State.GROWS);
    Optional<WordBlocks> going = in(all, State.GOES);
    if (serving.seal().isEmpty()) {
      store.change(tx -> rows.tables().begin(tx, serving));
      return false;
    }
    if (!serving.isDoubted() && rows.doubts().has(serving)) {
      doubt(serving);
      return true;
    }
    if (going.isPresent()) {
      remove(going.get());
      return true;
    }
    if (growing.isPresent()) {
      grow(serving, growing.get());
      return true;
    }
    if (rows.tables().isCurrent(serving) && !serving.isDoubted()) {
      return false;
    }
    store.change(tx -> rows.tables().beginOther(tx, serving));
    steps.reached("words.begun");
    return true;
  }

  private static Optional<WordBlocks> in(List<WordBlocks> all, State state) {
    return all.stream().filter(blocks -> blocks.state() == state).findFirst();
  }

  private void doubt(WordBlocks serving) {
    LOG.log(Level.ERROR, "the word index is not as it was kept; it is made anew");
    store.change(tx -> {
      rows.tables().doubt(tx, serving);
      listener.ifPresent(l -> l.unsound(tx, serving.name(), serving.seal().orElseThrow()));
    });
    steps.reached("words.doubted");
  }

  private void grow(WordBlocks serving, WordBlocks growing) {
    // Or the database was restored, and the keyring has gone on.
    if (!rows.tables().isCurrent(growing) || rows.doubts().has(growing)) {
      store.change(tx -> rows.tables().state(tx, growing, State.GOES));
      return;
    }
    Optional<Integer> fed = fed(growing);
    steps.reached("words.grown");
    long upto = in(store.read(rows.tables()::all), State.GROWS).orElseThrow().upto();
    if (fed.filter(n -> n == 0 || (n < WordIndex.BATCH && upto >= serving.upto())).isPresent()) {
      turn(serving, growing);
    }
  }

  /// Empty if something of them does not open.
  private Optional<Integer> fed(WordBlocks growing) {
    try {
      int fed = feeding.applyAsInt(growing);
      return rows.doubts().has(growing) ? Optional.empty() : Optional.of(fed);
    } catch (VaultFault _) {
      rows.doubts().raise(growing);
      return Optional.empty();
    }
  }

  private void turn(WordBlocks serving, WordBlocks growing) {
    isFormerRead = true;
    store.change(tx -> {
      rows.tables().state(tx, serving, State.GOES);
      rows.tables().state(tx, growing, State.SERVES);
      if (serving.isDoubted()) {
        listener.ifPresent(l -> l.mended(tx, growing.name(), growing.seal().orElseThrow()));
      }
    });
    steps.reached("words.turned");
  }

  private void remove(WordBlocks going) {
    if (isFormerRead) {
      store.awaitReads();
      isFormerRead = false;
    }
    boolean more =
        store.write(tx -> {
          boolean left = rows.blocks().empty(tx, going, REMOVED_AT_ONCE);
          if (!left) {
            rows.tables().remove(tx, going);
          }
          return left;
        });
    steps.reached(more ? "words.removed" : "words.done");
  }
}
