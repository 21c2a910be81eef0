package hospital.wardbell.directory;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.alert.Notice;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.directory.PassedOver.Why;
import hospital.wardbell.directory.Report.Outcome;
import hospital.wardbell.identity.ElsewhereDesk;
import hospital.wardbell.identity.Unlawful;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has the accounts be what the directory says. Who has left is put out first. One look at a time;
/// any thread that may block.
final class Sync {
  static final Duration WHOLE = Duration.ofMinutes(3);

  /// So long it may be silent before somebody must know that who leaves is not put out.
  static final Duration SILENCE = Duration.ofMinutes(40);

  private static final String SUBJECT = "directory";

  private final Store store;
  private final Servers servers;
  private final Grants grants;
  private final ElsewhereDesk people;
  private final Alerts alerts;
  private final Audit audit;
  private final InstantSource clock;
  private volatile Optional<Report> last = Optional.empty();
  private Instant answered; // guarded by this

  Sync(
      Store store,
      Servers servers,
      Grants grants,
      ElsewhereDesk people,
      Alerts alerts,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.servers = servers;
    this.grants = grants;
    this.people = people;
    this.alerts = alerts;
    this.audit = audit;
    this.clock = clock;
    this.answered = clock.instant();
  }

  Optional<Report> last() {
    return last;
  }

  /// What would be changed.
  ///
  /// @throws DirectoryFault if it cannot be asked
  synchronized Report preview() {
    return servers
        .open()
        .map(opened -> {
          List<Listed> listed = read(opened);
          return Report.of(clock.instant(), Outcome.PREVIEW, listed.size(), plan(listed));
        })
        .orElseGet(() -> nothing());
  }

  private Report nothing() {
    return Report.empty(clock.instant(), Outcome.NOTHING, Optional.empty());
  }

  /// Looks, and does what follows.
  ///
  /// @param however also if so many have left that it is unlikely
  synchronized Report run(Actor by, boolean however) {
    Report report =
        servers
            .open()
            .filter(_ -> !grants.all().isEmpty() || !people.known().isEmpty())
            .map(opened -> run(opened, by, however))
            .orElseGet(this::nothing);
    last = Optional.of(report);
    return report;
  }

  private Report run(Servers.Opened opened, Actor by, boolean however) {
    try {
      List<Listed> listed = read(opened);
      answered = clock.instant();
      over(Kind.DIRECTORY_SILENT);
      Plan plan = plan(listed);
      return plan.isUnlikely() && !however ? stop(listed, plan) : follow(listed, plan, by, however);
    } catch (DirectoryFault e) {
      if (!clock.instant().isBefore(answered.plus(SILENCE))) {
        warn(Kind.DIRECTORY_SILENT, new Fact.Time(answered));
      }
      return Report.empty(clock.instant(), Outcome.SILENT, Optional.ofNullable(e.getMessage()));
    }
  }

  private List<Listed> read(Servers.Opened opened) {
    try (Secret own = opened.password();
        LdapLine line = LdapLine.open(opened.server(), WHOLE)) {
      line.enter(own);
      return new Roll(line, opened.server(), grants.all()).read();
    }
  }

  private Plan plan(List<Listed> listed) {
    return Plan.of(listed, people.known(), people.ours());
  }

  private Report stop(List<Listed> listed, Plan plan) {
    warn(Kind.DIRECTORY_STOPPED, new Fact.Count(plan.out().size()));
    return Report.of(clock.instant(), Outcome.STOPPED, listed.size(), plan);
  }

  private Report follow(List<Listed> listed, Plan plan, Actor by, boolean however) {
    List<PassedOver> also = new ArrayList<>(plan.passedOver());
    plan.out()
        .forEach(one -> keeping(one.staff().login(), also, () -> people.putOut(one.staff().id())));
    plan.changed()
        .forEach(one ->
            keeping(
                one.known().staff().login(),
                also,
                () ->
                    people.assign(
                        one.known().staff().id(), one.listed().roles(), one.listed().teams())));
    plan.back().forEach(one -> people.takeBack(one.staff().id()));
    plan.come().forEach(one -> people.add(Plan.account(one), one.key()));
    over(Kind.DIRECTORY_STOPPED);
    if (!plan.isEmpty() || however) {
      String what =
          "come %d changed %d out %d back %d%s"
              .formatted(
                  plan.come().size(),
                  plan.changed().size(),
                  plan.out().size(),
                  plan.back().size(),
                  however ? " however many" : "");
      audit.record(Entry.of(by, "directory.followed").because(what));
    }
    Report report = Report.of(clock.instant(), Outcome.DONE, listed.size(), plan);
    return new Report(
        report.at(),
        report.outcome(),
        report.listed(),
        report.come(),
        report.changed(),
        report.out(),
        report.back(),
        also,
        report.trouble());
  }

  /// Does it, unless too few administrators would be left.
  private static void keeping(String login, List<PassedOver> also, Runnable what) {
    try {
      what.run();
    } catch (Unlawful e) {
      if (e.rule() != Unlawful.Rule.LAST) {
        throw e;
      }
      also.add(new PassedOver(login, Why.LAST));
    }
  }

  private void warn(Kind kind, Fact fact) {
    boolean open = alerts.open().stream().anyMatch(alert -> alert.kind() == kind);
    if (!open) {
      store.change(tx -> alerts.raise(tx, Notice.of(kind, SUBJECT, ElsewhereDesk.DIRECTORY, fact)));
    }
  }

  private void over(Kind kind) {
    if (alerts.open().stream().anyMatch(alert -> alert.kind() == kind)) {
      store.change(tx -> alerts.over(tx, kind, SUBJECT));
    }
  }
}
