package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The review of one week's looks.
///
/// @param fromLeaf the first entry that was gone through
/// @param toLeaf the first that was not
/// @param seed by which it was drawn, in hexadecimal digits
/// @param looks how many looks by staff there were
/// @param found how many there were of each kind
/// @param open how many of the sample nobody has reviewed yet
/// @param overdue whether it should have been signed off by now
public record Review(
    Week week,
    long fromLeaf,
    long toLeaf,
    String seed,
    long looks,
    Instant drawnAt,
    Map<Kind, Long> found,
    int open,
    boolean overdue,
    Optional<Signature> signature) {
  public Review {
    found = Map.copyOf(found);
  }

  /// Who signed it off, and with which words.
  public record Signature(Id by, Instant at, String note) {
    @Override
    public String toString() {
      return "Signature[" + by + "]";
    }
  }

  /// What a reviewer makes of a look.
  public enum Finding {
    /// Part of the person's work.
    EXPECTED,
    /// The person is to be asked.
    TO_ASK,
    /// Not part of the person's work; what follows is outside Wardbell.
    WRONG
  }

  /// What a reviewer wrote of an item.
  public record Note(Finding finding, String text, Id by, Instant at) {
    @Override
    public String toString() {
      return "Note[" + finding + "]";
    }
  }

  /// One look of the sample.
  ///
  /// @param leaf its entry's number
  /// @param conversation empty where it is about many
  /// @param detail how many conversations, where it is about many
  public record Item(
      Id id,
      long leaf,
      Instant at,
      Id staff,
      Optional<Id> conversation,
      Kind kind,
      int detail,
      Optional<Note> note) {}

  /// A review with its sample.
  ///
  /// @param names of the patients at the other end of each conversation
  public record Opened(Review review, List<Item> items, Map<Id, List<String>> names) {
    public Opened {
      items = List.copyOf(items);
      names = Map.copyOf(names);
    }

    @Override
    public String toString() {
      return "Opened[" + review.week() + "]";
    }
  }
}
