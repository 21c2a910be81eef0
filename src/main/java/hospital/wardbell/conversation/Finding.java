package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.contact.SearchWords;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Sql;
import hospital.wardbell.vault.VaultFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/// Finds messages by whole words, newest first: by the index, and what is not in the index yet by
/// opening it.
///
/// The walls are in the index itself: a word is blinded together with its team, so what is outside
/// somebody's sight is neither read nor counted.
final class Finding {
  /// So many messages that are not in the index yet are opened for one search. At 300 texts a
  /// second that is more than five seconds bring.
  private static final int TAIL = 2000;

  private record Candidate(long ordinal, WordCursor from) {}

  private final MessageTable messages;
  private final WordRows words;

  Finding(MessageTable messages, WordRows words) {
    this.messages = messages;
    this.words = words;
  }

  /// @param below where the page before ended, if there was one
  Found find(Sql sql, Sight sight, String words, Optional<Long> below, int most) {
    List<String> wanted = SearchWords.of(words);
    if (wanted.isEmpty()) {
      return Found.NOTHING;
    }
    WordBlocks blocks = this.words.tables().serving(sql);
    List<Numbered> tail = messages.after(sql, blocks.upto(), TAIL);
    Page page = new Page(sql, sight, wanted, below.map(b -> b - 1).orElse(Long.MAX_VALUE), most);
    page.fromTail(tail);
    fromIndex(page, blocks);
    return new Found(
        page.hits, page.more(), tail.size() == TAIL || this.words.doubts().has(blocks));
  }

  private void fromIndex(Page page, WordBlocks blocks) {
    try {
      page.fromIndex(blocks);
    } catch (VaultFault _) {
      words.doubts().raise(blocks); // made by a key that is none of ours
    }
  }

  /// One page of hits on its way.
  private final class Page {
    private final Sql sql;
    private final Sight sight;
    private final List<String> wanted;
    private final long limit;
    private final int most;
    private final List<ApiMessage> hits = new ArrayList<>();
    private long last;

    Page(Sql sql, Sight sight, List<String> wanted, long limit, int most) {
      this.sql = sql;
      this.sight = sight;
      this.wanted = wanted;
      this.limit = limit;
      this.most = most;
    }

    void fromTail(List<Numbered> tail) {
      tail.reversed().stream()
          .filter(message -> message.ordinal() <= limit && sight.covers(message.team()))
          .filter(message -> message.text().filter(this::says).isPresent())
          .limit(most)
          .forEach(message -> take(message.ordinal()));
    }

    void fromIndex(WordBlocks blocks) {
      Queue<Candidate> candidates =
          new PriorityQueue<>(Comparator.comparingLong(Candidate::ordinal).reversed());
      for (Id team : sight.teams()) {
        long newest = Math.min(limit, blocks.upto());
        enqueue(
            candidates, new WordCursor(sql, words.blocks(), blocks, blinded(blocks, team), newest));
      }
      while (!isFull() && !candidates.isEmpty()) {
        Candidate next = candidates.remove();
        enqueue(candidates, next.from());
        take(next.ordinal());
      }
    }

    private List<Long> blinded(WordBlocks blocks, Id team) {
      return wanted.stream().map(word -> words.blocks().word(blocks, team, word)).toList();
    }

    private void enqueue(Queue<Candidate> candidates, WordCursor cursor) {
      cursor.next().ifPresent(ordinal -> candidates.add(new Candidate(ordinal, cursor)));
    }

    /// Blinded words may agree where the words do not, if once in a very long while; and where a
    /// text was replaced, its former ordinal leads nowhere.
    private void take(long ordinal) {
      last = ordinal;
      for (Id message : messages.numbered(sql, ordinal)) {
        readable(message).filter(hit -> says(hit.message().text())).ifPresent(hits::add);
      }
    }

    /// One that cannot be opened hides no other; whoever opens its conversation is told.
    private Optional<ApiMessage> readable(Id message) {
      try {
        return messages.find(sql, sight, message);
      } catch (VaultFault _) {
        return Optional.empty();
      }
    }

    private boolean says(String text) {
      return new HashSet<>(SearchWords.of(text)).containsAll(wanted);
    }

    private boolean isFull() {
      return hits.size() >= most;
    }

    Optional<Long> more() {
      return isFull() ? Optional.of(last) : Optional.empty();
    }
  }
}
