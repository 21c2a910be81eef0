package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which makings of the word index somebody met something in that is not as it was kept. Any
/// thread; the loop that makes the index sees to it.
final class WordDoubts {
  private final Set<Id> raised = ConcurrentHashMap.newKeySet();

  void raise(WordBlocks blocks) {
    blocks.seal().ifPresent(raised::add);
  }

  /// Whether these are doubted, also if no row says so yet.
  boolean has(WordBlocks blocks) {
    return blocks.isDoubted() || blocks.seal().filter(raised::contains).isPresent();
  }
}
