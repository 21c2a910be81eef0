package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Training.Done;
import hospital.wardbell.identity.lesson.Lesson;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of who was taught what, and of since when a lesson is asked for.
final class TrainingTable {
  /// One check that somebody passed.
  ///
  /// @param topic its key; perhaps of one that this program does not have
  record Passed(Id staff, String topic, Done done) {}

  private TrainingTable() {}

  /// All of them, the oldest first.
  static List<Passed> all(Sql sql) {
    return sql.list(
        "select staff, topic, version, done_at from training_done order by done_at",
        row ->
            new Passed(
                row.id("staff"),
                row.text("topic"),
                new Done(row.integer("version"), row.instant("done_at"))));
  }

  static boolean isKept(Sql sql, Id form) {
    return sql.number("select count(*) from training_done where id = ?", form) > 0;
  }

  static void insert(Tx tx, Id form, Id staff, Topic topic, Done done) {
    tx.update(
        "insert into training_done (id, staff, topic, version, done_at) values (?, ?, ?, ?, ?)",
        form,
        staff,
        topic.key(),
        done.version(),
        done.at());
  }

  /// Since when this home asks for what counts of `lesson`.
  static Optional<Instant> asked(Sql sql, Lesson lesson) {
    return sql.one(
        "select since from training_asked where topic = ? and version = ?",
        row -> row.instant("since"),
        lesson.topic().key(),
        lesson.least());
  }

  static void ask(Tx tx, Lesson lesson, Instant since) {
    tx.update(
        "insert into training_asked (topic, version, since) values (?, ?, ?)",
        lesson.topic().key(),
        lesson.least(),
        since);
  }

  /// When the account was made.
  static Optional<Instant> came(Sql sql, Id staff) {
    return sql.one("select made_at from staff where id = ?", row -> row.instant("made_at"), staff);
  }
}
