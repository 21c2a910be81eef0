package hospital.wardbell.directory;

import hospital.wardbell.directory.PassedOver.Why;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.ElsewhereDesk;
import hospital.wardbell.identity.ElsewhereDesk.Known;
import hospital.wardbell.identity.Standing;
import hospital.wardbell.identity.Unlawful;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What follows from a look at the directory for the accounts here. Nothing is done yet.
///
/// @param out who has left it, or is disabled there, or has roles that must be apart
/// @param back who had left it and is there again
/// @param changed whose roles or teams are others now
/// @param come who has no account yet
/// @param passedOver of whom something else was expected
/// @param present how many from the directory could come in before
record Plan(
    List<Known> out,
    List<Known> back,
    List<Change> changed,
    List<Listed> come,
    List<PassedOver> passedOver,
    int present) {
  /// One account and what the directory says of it.
  record Change(Known known, Listed listed) {}

  /// So many may leave between two looks, however few there are.
  static final int FEW = 5;

  /// More than one in so many may not.
  static final int PART = 5;

  private static final String LANGUAGE = "en";

  /// Whether so many would be put out that a mistake is likelier than that they have left.
  boolean isUnlikely() {
    return out.size() > FEW && out.size() * PART > present;
  }

  boolean isEmpty() {
    return out.isEmpty() && back.isEmpty() && changed.isEmpty() && come.isEmpty();
  }

  /// @param known who has an entry there or had one
  /// @param ours logins of accounts that are not the directory's
  static Plan of(List<Listed> listed, List<Known> known, Set<String> ours) {
    return new Draft(known, ours).read(listed);
  }

  /// Somebody as an account.
  static NewStaff account(Listed listed) {
    return new NewStaff(
        listed.login(), listed.name(), listed.roles(), List.copyOf(listed.teams()), LANGUAGE);
  }

  /// A plan that is being made.
  private static final class Draft {
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> taken;
    private final Set<String> present = new HashSet<>(); // keys of those who may be here
    private final List<Known> back = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<Listed> come = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    Draft(List<Known> known, Set<String> ours) {
      known.forEach(one -> this.known.put(one.entry(), one));
      this.taken = new HashSet<>(ours);
      known.forEach(one -> taken.add(one.staff().login()));
    }

    Plan read(List<Listed> listed) {
      Map<String, Long> logins =
          listed.stream().collect(Collectors.groupingBy(Draft::login, Collectors.counting()));
      for (Listed one : listed) {
        if (!one.disabled() && !one.roles().isEmpty()) {
          read(one, logins.getOrDefault(login(one), 0L) > 1);
        }
      }
      List<Known> out =
          known.values().stream()
              .filter(one -> one.standing() == Standing.OPEN && !present.contains(one.entry()))
              .toList();
      long open = known.values().stream().filter(k -> k.standing() == Standing.OPEN).count();
      return new Plan(out, back, changed, come, passedOver, (int) open);
    }

    private static String login(Listed listed) {
      return listed.login().strip().toLowerCase(Locale.ROOT);
    }

    private void read(Listed listed, boolean shared) {
      Known here = known.get(listed.key());
      if (here != null) {
        again(here, listed);
      } else if (shared) {
        pass(listed, Why.DOUBLE);
      } else if (taken.contains(login(listed))) {
        pass(listed, Why.TAKEN);
      } else if (isLawful(listed)) {
        come.add(listed);
      }
    }

    private void pass(Listed listed, Why why) {
      passedOver.add(new PassedOver(listed.login(), why));
    }

    private boolean isLawful(Listed listed) {
      try {
        ElsewhereDesk.require(account(listed));
        return true;
      } catch (Unlawful e) {
        pass(
            listed,
            switch (e.rule()) {
              case APART -> Why.APART;
              case NAME -> Why.NAME;
              case LOGIN, ROLE, LANGUAGE, TAKEN, TEAM, ABSENT, DISABLED, OWN, ELSEWHERE, LAST ->
                  Why.LOGIN;
            });
        return false;
      }
    }

    private void again(Known here, Listed listed) {
      if (!ElsewhereDesk.isTogether(listed.roles())) {
        pass(listed, Why.APART);
        return;
      }
      present.add(here.entry());
      if (!here.staff().login().equals(login(listed))) {
        pass(listed, Why.RENAMED);
      }
      if (here.standing() == Standing.DISABLED && here.putOut()) {
        back.add(here);
      }
      if (!here.staff().roles().equals(listed.roles())
          || !Set.copyOf(here.staff().teams()).equals(listed.teams())) {
        changed.add(new Change(here, listed));
      }
    }
  }
}
