package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Kind;
import hospital.wardbell.compliance.Review;
import hospital.wardbell.compliance.Review.Item;
import hospital.wardbell.compliance.Review.Opened;
import hospital.wardbell.identity.Accounts;
import java.util.Arrays;
import java.util.List;

/// A week's review in words.
public record ReviewView(Opened opened, Accounts accounts, Shell shell) {
  public Review review() {
    return opened.review();
  }

  /// The findings that may be chosen.
  public Review.Finding[] findings() {
    return Review.Finding.values();
  }

  /// The kinds of which there were looks.
  public List<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(kind -> found(kind) > 0).toList();
  }

  public long found(Kind kind) {
    return review().found().getOrDefault(kind, 0L);
  }

  public long shown(Kind kind) {
    return opened.items().stream().filter(item -> item.kind() == kind).count();
  }

  public String who(Id staff) {
    return accounts.name(staff).orElse(shell.say("by.left"));
  }

  /// Whom the look was at.
  public String whom(Item item) {
    if (item.conversation().isEmpty()) {
      return shell.say("reviews.many", item.detail());
    }
    List<String> names = opened.names().getOrDefault(item.conversation().get(), List.of());
    return names.isEmpty() ? shell.say("reviews.nobody") : String.join(", ", names);
  }
}
