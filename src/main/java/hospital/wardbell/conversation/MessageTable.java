package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.outbox.StateColumns;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of messages, their text sealed under the conversation's key.
final class MessageTable {
  static final String COLUMNS =
      """
      m.id, m.at_time, m.ours, m.kind, m.content, m.missing_parts, m.author, m.state, m.state_time, \
      m.state_detail, m.refusal\
      """;
  private static final String CARE = "CARE";
  private static final int API_MOST = 500;

  /// Where a message is, and what became of the wish to send it.
  record Kept(Id conversation, boolean isAnswer, Optional<Verdict.Rule> refusal) {}

  private final Vault vault;
  private final ConversationTable conversations;
  private final Numbering numbering;

  MessageTable(Vault vault, ConversationTable conversations, Numbering numbering) {
    this.vault = vault;
    this.conversations = conversations;
    this.numbering = numbering;
  }

  void insert(Tx tx, Head head, Message.Received message) {
    tx.update(
        """
        insert into message (id, conversation, place, ordinal, at_time, ours, kind, content,
          missing_parts, is_answer, trouble, record_class, legal_hold)
        values (?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 0, ?, 0)
        """,
        message.id(),
        head.id(),
        place(head),
        numbering.next(tx),
        message.at(),
        message.kind(),
        sealed(tx, head, message),
        message.missingParts(),
        CARE);
  }

  void insert(
      Tx tx, Head head, Message.Written message, boolean isAnswer, Optional<Verdict.Rule> refusal) {
    tx.update(
        """
        insert into message (id, conversation, place, ordinal, at_time, ours, content,
          missing_parts, author, is_answer, state, state_time, state_detail, refusal, trouble,
          record_class, legal_hold)
        values (?, ?, ?, ?, ?, 1, ?, 0, ?, ?, ?, ?, ?, ?, 0, ?, 0)
        """,
        message.id(),
        head.id(),
        place(head),
        numbering.next(tx),
        message.at(),
        sealed(tx, head, message),
        message.author().label(),
        isAnswer,
        message.state().kind(),
        StateColumns.of(message.state()).moment(),
        StateColumns.of(message.state()).detail(),
        refusal,
        CARE);
  }

  /// A message's order in its conversation: the version that it makes.
  private static long place(Head head) {
    return head.version() + 1;
  }

  /// The new text is found by its words from now on, and the former by none: it has another
  /// ordinal.
  ///
  /// @throws IllegalStateException if it is not in that conversation
  void replace(Tx tx, Head head, Message.Received message) {
    int replaced =
        tx.update(
            """
            update message set content = ?, missing_parts = ?, ordinal = ?
            where id = ? and conversation = ?
            """,
            sealed(tx, head, message),
            message.missingParts(),
            numbering.next(tx),
            message.id(),
            head.id());
    if (replaced == 0) {
      throw new IllegalStateException("there is no message to complete");
    }
  }

  void state(Tx tx, Id message, PartState state, boolean trouble) {
    tx.update(
        """
        update message set state = ?, state_time = ?, state_detail = ?, trouble = ? where id = ?
        """,
        state.kind(),
        StateColumns.of(state).moment(),
        StateColumns.of(state).detail(),
        trouble,
        message);
  }

  /// When the oldest text was written that is in trouble.
  Optional<Instant> trouble(Sql sql, Id conversation) {
    return sql
        .list(
            "select at_time from message where conversation = ? and trouble = 1 order by at_time",
            row -> row.instant("at_time"),
            conversation)
        .stream()
        .findFirst();
  }

  void lookedAfter(Tx tx, Id conversation) {
    tx.update(
        "update message set trouble = 0 where conversation = ? and trouble = 1", conversation);
  }

  Optional<Kept> kept(Sql sql, Id message) {
    return sql.one(
        "select conversation, is_answer, refusal from message where id = ?",
        row ->
            new Kept(
                row.id("conversation"),
                row.flag("is_answer"),
                row.maybeText("refusal").map(Verdict.Rule::valueOf)),
        message);
  }

  boolean isWithin(Sql sql, Sight sight, Id message) {
    String query =
        "select count(*) from message m join conversation c on c.id = m.conversation where ";
    return sql.number(
            query + sight.within("c.team") + " and m.id = ?", Walls.arguments(sight, message))
        > 0;
  }

  /// The newest of a conversation, oldest first.
  ///
  /// Places are looked for in the index alone first, among the last few and then among more, since
  /// an index is not read backwards by every engine, and a row that is read costs a page.
  List<Message> newest(Sql sql, Head head, int most) {
    for (long among = 8L * most; ; among *= 8) {
      List<Long> places =
          sql.list(
              "select place from message where conversation = ? and place > ?",
              row -> row.number("place"),
              head.id(),
              head.version() - among);
      if (places.size() >= most || among >= head.version()) {
        return from(sql, head, nth(places, most));
      }
    }
  }

  /// The place of the n-th newest, or of the oldest if there are fewer.
  private static long nth(List<Long> places, int n) {
    return places.stream().sorted(Comparator.reverseOrder()).limit(n).reduce(0L, (_, next) -> next);
  }

  private List<Message> from(Sql sql, Head head, long place) {
    Map<Id, Deletion> deleted = DeletionTable.of(sql, head.id());
    return sql.list(
        "select "
            + COLUMNS
            + " from message m where m.conversation = ? and m.place >= ? order by m.place",
        row -> Deletion.shown(row, deleted).orElseGet(() -> read(sql, head.key(), row)),
        head.id(),
        place);
  }

  Optional<ApiMessage> find(Sql sql, Sight sight, Id message) {
    return sql.one(
        apiQuery(sight) + " and m.id = ?", row -> api(sql, row), Walls.arguments(sight, message));
  }

  List<ApiMessage> since(Sql sql, Sight sight, boolean ours, Instant since) {
    return sql.list(
        apiQuery(sight)
            + " and m.ours = ? and m.at_time >= ? order by m.at_time, m.conversation, m.place"
            + " fetch first %d rows only".formatted(API_MOST),
        row -> api(sql, row),
        Walls.arguments(sight, ours, since));
  }

  /// The next in the order of ordinals, from above `ordinal` on.
  List<Numbered> after(Sql sql, long ordinal, int most) {
    Map<Id, Optional<Head>> heads = new HashMap<>();
    return sql.list(
        """
        select ordinal, id, conversation, content from message m where ordinal > ? and %s
        order by ordinal fetch first %d rows only\
        """
            .formatted(DeletionTable.STAYS, most),
        row -> {
          Optional<Head> head =
              heads.computeIfAbsent(row.id("conversation"), id -> conversations.readable(sql, id));
          return new Numbered(
              row.number("ordinal"),
              head.map(Head::team).orElse(Numbered.NOBODY),
              head.flatMap(h -> text(sql, h, row)));
        },
        ordinal);
  }

  private Optional<String> text(Sql sql, Head head, Row row) {
    try {
      return Optional.of(vault.openText(sql, head.key(), cell(row.id("id")), row.bytes("content")));
    } catch (VaultFault _) {
      return Optional.empty();
    }
  }

  /// The greatest ordinal; 0 if there is no message.
  static long newestOrdinal(Sql sql) {
    return sql.number("select max(ordinal) from message");
  }

  /// The one of that ordinal: its id. Of messages from before there were ordinals, several may be.
  List<Id> numbered(Sql sql, long ordinal) {
    return sql.list("select id from message where ordinal = ?", row -> row.id("id"), ordinal);
  }

  private static String apiQuery(Sight sight) {
    return "select c.id as conversation, c.remote, c.data_key, "
        + COLUMNS
        + " from message m join conversation c on c.id = m.conversation where "
        + sight.within("c.team")
        + " and c.erased_at is null and "
        + DeletionTable.STAYS;
  }

  private ApiMessage api(Sql sql, Row row) {
    Id conversation = row.id("conversation");
    Id key = row.id("data_key");
    Remote remote = conversations.remote(sql, key, conversation, row);
    return new ApiMessage(conversation, remote, read(sql, key, row));
  }

  Message read(Sql sql, Id key, Row row) {
    Id id = row.id("id");
    Instant at = row.instant("at_time");
    String text = vault.openText(sql, key, cell(id), row.bytes("content"));
    if (!row.flag("ours")) {
      return new Message.Received(
          id, at, row.constant("kind", ReceivedKind.class), text, row.integer("missing_parts"));
    }
    PartState state =
        new StateColumns(
                row.constant("state", PartState.Kind.class),
                row.maybeInstant("state_time"),
                row.maybeText("state_detail"))
            .state();
    Optional<String> refusal =
        state instanceof PartState.Failed(String reason) ? Optional.of(reason) : Optional.empty();
    return new Message.Written(
        id,
        at,
        text,
        Authors.read(row.text("author")),
        state,
        row.maybeText("refusal").or(() -> refusal));
  }

  private byte[] sealed(Tx tx, Head head, Message message) {
    return vault.sealText(tx, head.key(), cell(message.id()), message.text());
  }

  static Cell cell(Id message) {
    return new Cell("message.text/1", message);
  }
}
