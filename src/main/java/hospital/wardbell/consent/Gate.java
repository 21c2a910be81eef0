package hospital.wardbell.consent;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The one way out: every draft, from whomever, is reviewed here, and every verdict is kept.
///
/// An opt-out wins over every purpose; only the answer that the patient's own text calls for
/// passes, once. The table itself is in `Rules`.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-10 47 CFR 64.1200(a)(10)
public final class Gate {
  private static final Actor SELF = new Actor.Wardbell("gate");

  /// Whoever calls more than once within it gets one text.
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Ledger ledger;
  private final Settings settings;
  private final Audit audit;
  private final InstantSource clock;
  private final VerdictTable verdicts = new VerdictTable();

  public Gate(Ledger ledger, Settings settings, Audit audit, InstantSource clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Decides, keeps the verdict under the draft's message id, and records it, all in `tx`.
  public Verdict review(Tx tx, Draft draft) {
    Standing standing = ledger.table().ensure(tx, draft.to().number());
    Reviewed reviewed = Reviewed.of(draft, standing.remote());
    Verdict.Rule rule =
        Rules.decide(facts(tx, Facts.Size.of(draft.text()), reviewed, Optional.of(standing)));
    Optional<Id> confirmed = reviewed.confirmsOptOut() ? standing.optOut() : Optional.empty();
    verdicts.keep(tx, reviewed, confirmed, rule, clock.instant());
    record(tx, draft.author(), draft.message(), rule);
    return rule.passes()
        ? new Verdict.Pass(new Cleared(draft, clock.instant()), rule)
        : new Verdict.Refuse(rule);
  }

  /// Asked again when the outbox claims the message: the rule that now forbids it, if one does.
  /// What forbids it is kept and recorded like the first verdict.
  public Optional<Verdict.Rule> still(Tx tx, Id message) {
    Optional<Verdict.Rule> forbids =
        Optional.of(
                verdicts
                    .find(tx, message)
                    .map(reviewed -> again(tx, reviewed))
                    // What was never reviewed has nobody's leave to go out.
                    .orElse(Verdict.Rule.NEVER_ASKED))
            .filter(rule -> !rule.passes());
    forbids.ifPresent(rule -> {
      verdicts.overrule(tx, message, rule, clock.instant());
      record(tx, SELF, message, rule);
    });
    return forbids;
  }

  /// Whether nothing would forbid the message now. Decides and keeps nothing: [#still] does.
  public boolean permits(Sql sql, Id message) {
    return verdicts
        .find(sql, message)
        .filter(reviewed -> again(sql, reviewed).passes())
        .isPresent();
  }

  /// The kept verdict's rule, for "why was this sent, or not?".
  public Optional<Verdict.Rule> why(Sql sql, Id message) {
    return verdicts.rule(sql, message);
  }

  /// Whom a draft was for, of which everything else has been erased, is not known any more. The
  /// verdict stays.
  public void forget(Tx tx, Id message) {
    verdicts.forget(tx, message);
  }

  /// The rule that would forbid a text of `author` now, if one does. Nothing is kept.
  public Optional<Verdict.Rule> forbids(Sql sql, Recipient to, Purpose purpose, Actor author) {
    Optional<Standing> standing = ledger.table().find(sql, to.number());
    Reviewed wish =
        new Reviewed(
            Id.random(),
            standing.map(Standing::remote),
            Facts.To.of(to),
            purpose,
            author instanceof Actor.Person,
            Optional.empty());
    return Optional.of(again(sql, wish, standing)).filter(rule -> !rule.passes());
  }

  private Verdict.Rule again(Sql sql, Reviewed reviewed) {
    return again(sql, reviewed, reviewed.remote().flatMap(id -> ledger.table().find(sql, id)));
  }

  private Verdict.Rule again(Sql sql, Reviewed reviewed, Optional<Standing> standing) {
    return Rules.decide(facts(sql, Facts.Size.FITS, reviewed, standing));
  }

  private Facts facts(Sql sql, Facts.Size size, Reviewed reviewed, Optional<Standing> standing) {
    return new Facts(
        size,
        reviewed
            .answers()
            .map(called -> call(sql, reviewed, called, standing))
            .orElse(Facts.Call.NONE),
        standing.map(Standing::consent).orElse(Standing.UNHEARD),
        reviewed.to(),
        reviewed.purpose(),
        reviewed.personsOwn(),
        clock.instant(),
        Duration.ofDays(settings.number(Settings.Key.ANSWER_DAYS)));
  }

  private Facts.Call call(
      Sql sql, Reviewed reviewed, Reviewed.Called called, Optional<Standing> standing) {
    Optional<Id> optOut = standing.flatMap(Standing::optOut);
    if (verdicts.answered(sql, called.inbound(), reviewed.message())) {
      return Facts.Call.GIVEN;
    }
    return switch (called.kind()) {
      case OPT_OUT_CONFIRMATION ->
          optOut.filter(id -> verdicts.confirmed(sql, id, reviewed.message())).isPresent()
              ? Facts.Call.GIVEN
              : Facts.Call.DUE;
      case OPT_IN_CONFIRMATION -> optOut.isPresent() ? Facts.Call.NONE : Facts.Call.DUE;
      case HELP -> Facts.Call.DUE;
      case MISSED_CALL ->
          reviewed
                  .remote()
                  .filter(remote ->
                      verdicts.calledBack(
                          sql, remote, clock.instant().minus(A_DAY), reviewed.message()))
                  .isPresent()
              ? Facts.Call.GIVEN
              : Facts.Call.AFTER_CALL;
    };
  }

  private void record(Tx tx, Actor by, Id message, Verdict.Rule rule) {
    String act = rule.passes() ? "gate.pass" : "gate.refuse";
    audit.record(tx, Entry.of(by, act).about(message).because(rule.name()));
  }
}
