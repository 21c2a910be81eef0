package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.compliance.Disposition;
import hospital.wardbell.compliance.Dispositions;
import hospital.wardbell.compliance.LegalHold;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.compliance.RetentionPolicy;
import hospital.wardbell.compliance.StateRule;
import hospital.wardbell.identity.Accounts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// How long records are kept, and what becomes of them, in words.
public record RetentionView(Retention retention, Accounts accounts, Shell shell) {
  public RetentionPolicy policy() {
    return retention.policies().now();
  }

  public List<StateRule> rules() {
    return retention.policies().rules();
  }

  public List<Disposition> dispositions() {
    return retention.dispositions().newest();
  }

  public List<LegalHold> holds() {
    return retention.holds().active();
  }

  /// What was noted of a hold.
  public String note(LegalHold hold) {
    return retention.holds().note(hold);
  }

  public LegalHold.Reason[] reasons() {
    return LegalHold.Reason.values();
  }

  public LegalHold.Lifted[] lifted() {
    return LegalHold.Lifted.values();
  }

  public Dispositions.TakenOut[] takenOut() {
    return Dispositions.TakenOut.values();
  }

  /// Who did something, of an actor's label.
  public String who(String label) {
    int colon = label.indexOf(':');
    String name = label.substring(colon + 1);
    return switch (label.substring(0, Math.max(0, colon))) {
      case "staff" -> accounts.name(Id.parse(name)).orElse(shell.say("by.left"));
      case "os" -> shell.say("by.operator") + " (" + name + ")";
      default -> shell.say("by.wardbell");
    };
  }

  /// What a subject is called: a reference, a pseudonym, or a day; never a name or a number.
  public String name(Disposition.Item item) {
    return switch (item.recordClass()) {
      case CONVERSATION -> Reference.of(item.subject()).text();
      case PATIENT -> retention.pseudonym(item.subject());
      case RAW_DAY -> day(item.anchor().atZone(ZoneOffset.UTC).toLocalDate());
    };
  }

  /// What a hold is on, likewise.
  public String name(LegalHold hold) {
    return switch (hold.kind()) {
      case CONVERSATION -> Reference.of(hold.subject()).text();
      case PATIENT -> retention.pseudonym(hold.subject());
    };
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(shell.words().locale())
        .format(day);
  }
}
