package hospital.wardbell.consent;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Optional;

/// The kept verdicts, one for each draft that the Gate has seen.
final class VerdictTable {
  private static final String GIVEN_TO_INBOUND =
      """
      select count(*) from gate_verdict
      where inbound = ? and message <> ? and rule = 'ANSWER_DUE' and later_rule is null
      """;
  private static final String GIVEN_TO_CALLER =
      """
      select count(*) from gate_verdict
      where remote = ? and answer = 'MISSED_CALL' and decided_at > ? and message <> ?
        and rule = 'CALLED_US' and later_rule is null
      """;
  private static final String GIVEN_TO_OPT_OUT =
      """
      select count(*) from gate_verdict
      where opt_out = ? and message <> ? and rule = 'ANSWER_DUE' and later_rule is null
      """;

  void keep(Tx tx, Reviewed reviewed, Optional<Id> confirmedOptOut, Verdict.Rule rule, Instant at) {
    tx.update(
        """
        insert into gate_verdict
          (message, remote, recipient, purpose, persons_own, answer, inbound, opt_out,
           rule, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        reviewed.message(),
        reviewed.remote(),
        reviewed.to(),
        reviewed.purpose(),
        reviewed.personsOwn(),
        reviewed.answers().map(Reviewed.Called::kind),
        reviewed.answers().map(Reviewed.Called::inbound),
        confirmedOptOut,
        rule,
        at);
  }

  /// It was let pass, and is forbidden now.
  void overrule(Tx tx, Id message, Verdict.Rule rule, Instant at) {
    tx.update(
        "update gate_verdict set later_rule = ?, later_at = ? where message = ?",
        rule,
        at,
        message);
  }

  /// Whom the verdicts on these drafts were about is not known any more.
  void forget(Tx tx, Id message) {
    tx.update("update gate_verdict set remote = null where message = ?", message);
  }

  Optional<Reviewed> find(Sql sql, Id message) {
    return sql.one(
        """
        select message, remote, recipient, purpose, persons_own, answer, inbound
        from gate_verdict where message = ?
        """,
        VerdictTable::reviewed,
        message);
  }

  private static Reviewed reviewed(Row row) {
    return new Reviewed(
        row.id("message"),
        row.maybeId("remote"),
        row.constant("recipient", Facts.To.class),
        row.constant("purpose", Purpose.class),
        row.flag("persons_own"),
        row.maybeId("inbound")
            .map(inbound ->
                new Reviewed.Called(row.constant("answer", Reviewed.Kind.class), inbound)));
  }

  /// The rule that decided last.
  Optional<Verdict.Rule> rule(Sql sql, Id message) {
    return sql.one(
        "select coalesce(later_rule, rule) as rule from gate_verdict where message = ?",
        row -> row.constant("rule", Verdict.Rule.class),
        message);
  }

  /// Whether another message has answered `inbound`, or is about to.
  boolean answered(Sql sql, Id inbound, Id message) {
    return sql.number(GIVEN_TO_INBOUND, inbound, message) > 0;
  }

  /// Whether another message has answered a call of this remote since.
  boolean calledBack(Sql sql, Id remote, Instant since, Id message) {
    return sql.number(GIVEN_TO_CALLER, remote, since, message) > 0;
  }

  /// Whether another message has confirmed the opt-out that is ledger entry `optOut`.
  boolean confirmed(Sql sql, Id optOut, Id message) {
    return sql.number(GIVEN_TO_OPT_OUT, optOut, message) > 0;
  }
}
