package hospital.wardbell.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings a database's schema to what this program has.
///
/// Each step is one transaction, kept in `schema_step` with its checksum. Steps run by number, but
/// a step may be new though a higher one has run: every feature counts from a hundred of its own.
final class Schema {
  private static final String EXISTS =
      "select count(*) from sys.systables where tablename = 'SCHEMA_STEP'";
  private static final String TABLE =
      """
      create table schema_step (
        number integer not null primary key,
        name varchar(100) not null,
        checksum char(64) not null,
        applied_at bigint not null
      )\
      """;

  private record Step(int number, String checksum) {}

  private final Session session;

  Schema(Session session) {
    this.session = session;
  }

  /// @throws StoreFault of kind TOO_NEW if a step has run that is not among `migrations`; BROKEN if
  ///   one has been changed since it ran
  void bringTo(List<Migration> migrations) {
    if (session.number(EXISTS) == 0) {
      session.update(TABLE);
      session.commit();
    }
    Map<Integer, Step> done =
        session
            .list(
                "select number, checksum from schema_step",
                row -> new Step(row.integer("number"), row.text("checksum")))
            .stream()
            .collect(Collectors.toMap(Step::number, Function.identity()));
    session.rollback();
    refuseNewer(done, migrations);
    for (Migration migration : migrations) {
      Step step = done.get(migration.number());
      if (step == null) {
        run(migration);
      } else if (!step.checksum().equals(migration.checksum())) {
        throw new StoreFault(
            StoreFault.Kind.BROKEN,
            "Schema step %04d-%s is not the one that made this database. Nothing was changed."
                .formatted(migration.number(), migration.name()));
      }
    }
  }

  private static void refuseNewer(Map<Integer, Step> done, List<Migration> migrations) {
    for (int number : done.keySet()) {
      if (migrations.stream().noneMatch(m -> m.number() == number)) {
        throw new StoreFault(
            StoreFault.Kind.TOO_NEW,
            "The database belongs to a newer version of Wardbell (schema step %04d). Nothing was "
                    .formatted(number)
                + "changed. Install that version.");
      }
    }
  }

  private void run(Migration migration) {
    try {
      migration.statements().forEach(session::update);
      session.update(
          "insert into schema_step (number, name, checksum, applied_at) values (?, ?, ?, ?)",
          migration.number(),
          migration.name(),
          migration.checksum(),
          Instant.now());
      session.commit();
    } catch (StoreFault fault) {
      throw new StoreFault(
          fault.kind(),
          "Schema step %04d-%s failed and was undone."
              .formatted(migration.number(), migration.name()),
          fault);
    }
  }
}
