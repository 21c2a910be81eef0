package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What a patient, or somebody who speaks for one, asks for by right.
///
/// @param askerName of the representative; empty if it is the patient
/// @param verified how it was seen that the asker is who they say; empty if it was erased
/// @param received the day on which it came
/// @param due the last day on which it may be answered
public record Request(
    Id id,
    Kind kind,
    Id patient,
    Asker asker,
    String askerName,
    String verified,
    Form form,
    LocalDate received,
    LocalDate due,
    Optional<Extension> extension,
    State state,
    Optional<Closing> closing,
    Id madeBy,
    Instant madeAt) {
  /// What is asked for.
  public enum Kind {
    /// A copy of the record.
    ///
    /// @spec https://www.ecfr.gov/current/title-45/section-164.524#b-2 45 CFR 164.524(b)(2)
    ACCESS(30),
    /// To whom it was disclosed.
    ///
    /// @spec https://www.ecfr.gov/current/title-45/section-164.528#c-1 45 CFR 164.528(c)(1)
    ACCOUNTING(60);

    private final int days;

    Kind(int days) {
      this.days = days;
    }

    /// Within how many days it is answered.
    public int days() {
      return days;
    }
  }

  /// Who asks.
  public enum Asker {
    PATIENT,
    REPRESENTATIVE
  }

  /// In which form it is wanted.
  public enum Form {
    PDF,
    JSON,
    BOTH
  }

  /// How far it is.
  public enum State {
    OPEN,
    ANSWERED,
    REFUSED
  }

  /// The one extension by thirty days, and why, as the patient was told in writing.
  public record Extension(String reason, Instant at) {
    @Override
    public String toString() {
      return "Extension[" + at + "]";
    }
  }

  /// How it ended.
  public record Closing(String words, Id by, Instant at) {
    @Override
    public String toString() {
      return "Closing[" + at + "]";
    }
  }

  /// What is known when it comes in.
  ///
  /// @param askerName empty if it is the patient
  public record Asked(
      Kind kind,
      Id patient,
      Asker asker,
      String askerName,
      String verified,
      Form form,
      LocalDate received) {
    @Override
    public String toString() {
      return "Asked[" + kind + "]";
    }
  }

  /// What people call it.
  public Reference reference() {
    return Reference.of(id);
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// Whether it should have been answered before `today`.
  public boolean isOverdue(LocalDate today) {
    return isOpen() && today.isAfter(due);
  }

  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
