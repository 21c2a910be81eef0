package hospital.wardbell.bench;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A database with many messages whose texts are octets made by chance, as sealed ones look.
///
/// @param conversations all of the same length
record Archive(Store store, List<Id> conversations) {
  private static final int OF_A_CONVERSATION = 200;
  private static final int TEXT = 900;
  private static final int IN_A_CHANGE = 50;
  private static final int PAGE = 50;

  static Archive fill(Store store, int megabytes) {
    int rows = megabytes * 1_000_000 / (TEXT + 200);
    Random random = new Random(7);
    List<Id> conversations = new ArrayList<>();
    for (int c = 0; c < rows / OF_A_CONVERSATION; c++) {
      Id conversation = Id.random();
      conversations.add(conversation);
      store.change(tx -> conversation(tx, conversation, random));
      for (int from = 0; from < OF_A_CONVERSATION; from += IN_A_CHANGE) {
        int first = from;
        store.change(tx -> messages(tx, conversation, first, random));
      }
    }
    return new Archive(store, List.copyOf(conversations));
  }

  private static byte[] octets(int length, Random random) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }

  private static void conversation(Tx tx, Id id, Random random) {
    tx.update(
        """
        insert into conversation (id, team, remote, remote_index, data_key, version, made_at,
          last_at, last_is_ours, record_class, legal_hold)
        values (?, ?, ?, ?, ?, 1, ?, ?, 0, 'BENCH', 0)
        """,
        id,
        new Id(1, 1),
        octets(60, random),
        octets(32, random),
        Id.random(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static void messages(Tx tx, Id conversation, int first, Random random) {
    for (int place = first; place < first + IN_A_CHANGE; place++) {
      tx.update(
          """
          insert into message (id, conversation, place, at_time, ours, content, missing_parts,
            is_answer, trouble, record_class, legal_hold)
          values (?, ?, ?, ?, 0, ?, 0, 0, 0, 'BENCH', 0)
          """,
          Id.random(),
          conversation,
          place,
          Instant.EPOCH.plusSeconds(place),
          octets(TEXT, random));
    }
  }

  /// Reads the latest page of a conversation.
  void read(Random random) {
    Id conversation = conversations.get(random.nextInt(conversations.size()));
    List<byte[]> page =
        store.read(sql ->
            sql.list(
                "select content from message where conversation = ? order by place desc"
                    + " fetch first ? rows only",
                row -> row.bytes("content"),
                conversation,
                PAGE));
    if (page.size() != PAGE) {
      throw new IllegalStateException("a page is short");
    }
  }
}
