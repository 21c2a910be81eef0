package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Optional;

/// One use of break-glass and where its review stands.
///
/// @param overdue whether it should have been reviewed by now
public record GlassUse(
    Glass glass, Why why, Optional<Ended> ended, boolean overdue, Optional<Review> review) {
  /// What somebody says it was for.
  public enum Why {
    /// A medical emergency.
    EMERGENCY,
    /// A colleague of that team is away and patients must be answered.
    COVER,
    /// A patient may come to harm.
    SAFETY,
    /// What the reason says.
    OTHER
  }

  /// How it ended.
  public enum How {
    /// Its time was over.
    TIME,
    /// The person ended it.
    PERSON,
    /// The person was signed out.
    SESSION,
    /// The person began another.
    ANOTHER
  }

  /// What a reviewer makes of it.
  public enum Finding {
    JUSTIFIED,
    /// What follows is outside Wardbell.
    NOT_JUSTIFIED
  }

  public record Ended(Instant at, How how) {}

  /// Who signed it off.
  public record Review(Id by, Instant at, Finding finding) {}

  /// A use with what people wrote of it.
  ///
  /// @param note the reviewer's; empty while there is none
  public record Opened(GlassUse use, String reason, String note) {
    @Override
    public String toString() {
      return "Opened[" + use.glass().use() + "]";
    }
  }
}
