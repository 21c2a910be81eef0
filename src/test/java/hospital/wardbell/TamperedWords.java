package hospital.wardbell;

import hospital.wardbell.TamperPlace.Outcome;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.KeptWords;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Row;
import java.util.List;
import java.util.Random;

/// Changes of what messages are found by when somebody searches for words, by somebody who has the
/// database's key and no other.
final class TamperedWords {
  private static final List<String> KEYS = List.of("index_key", "data_key");

  private TamperedWords() {}

  static List<TamperPlace> places() {
    return List.of(
        new TamperPlace("block of words", 70, TamperedWords::block),
        new TamperPlace("keys of words", 10, TamperedWords::key),
        new TamperPlace("how far words are in", 10, TamperedWords::upto),
        new TamperPlace("ordinal of a message", 30, TamperedWords::ordinal));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(long word, int place, byte[] ordinals) {
    static Block of(Row row) {
      return new Block(row.number("word"), row.integer("place"), row.bytes("ordinals"));
    }

    Block changed(Random random) {
      return switch (random.nextInt(4)) {
        case 0 -> new Block(TamperedWords.changed(word, random), place, ordinals);
        case 1 -> new Block(word, place ^ (1 << random.nextInt(Integer.SIZE)), ordinals);
        default -> new Block(word, place, TamperPlace.changed(ordinals, ordinals.length, random));
      };
    }

    void replace(TamperHome home, Block before) {
      home.store()
          .change(tx ->
              tx.update(
                  """
                  update word_block set word = ?, place = ?, ordinals = ?
                  where word = ? and place = ?
                  """,
                  word,
                  place,
                  ordinals,
                  before.word,
                  before.place));
    }
  }

  private static long changed(long number, Random random) {
    return number ^ (1L << random.nextInt(Long.SIZE));
  }

  private static Outcome block(TamperHome home, Random random) {
    List<Block> all =
        home.store()
            .read(sql ->
                sql.list(
                    "select word, place, ordinals from word_block order by word, place",
                    Block::of));
    Block before = all.get(random.nextInt(all.size()));
    Block after = before.changed(random);
    after.replace(home, before);
    try {
      return looked(home, after.place() + " in place of " + before.place());
    } finally {
      before.replace(home, after);
    }
  }

  private static Outcome looked(TamperHome home, String what) {
    return new KeptWords(home.store(), home.wiring().vault()).areSound()
        ? Outcome.bad(what)
        : Outcome.found("by the check of words");
  }

  private static Outcome key(TamperHome home, Random random) {
    String column = KEYS.get(random.nextInt(KEYS.size()));
    byte[] before =
        home.store()
            .read(sql ->
                sql.one("select %s from word_index".formatted(column), row -> row.bytes(column)))
            .orElseThrow();
    String update = "update word_index set %s = ?".formatted(column);
    home.store().change(tx -> tx.update(update, TamperPlace.changed(before, 16, random)));
    try {
      return looked(home, column);
    } finally {
      home.store().change(tx -> tx.update(update, before));
    }
  }

  private static Outcome upto(TamperHome home, Random random) {
    long before = home.store().read(sql -> sql.number("select upto from word_index"));
    long after = changed(before, random);
    String update = "update word_index set upto = ?";
    home.store().change(tx -> tx.update(update, after));
    try {
      return after < before
          ? Outcome.harmless("those behind it are put in once more")
          : looked(home, "upto");
    } finally {
      home.store().change(tx -> tx.update(update, before));
    }
  }

  private static Outcome ordinal(TamperHome home, Random random) {
    List<Id> all =
        home.store().read(sql -> sql.list("select id from message order by id", r -> r.id("id")));
    Id message = all.get(random.nextInt(all.size()));
    long before =
        home.store().read(sql -> sql.number("select ordinal from message where id = ?", message));
    long after = changed(before, random);
    String update = "update message set ordinal = ? where id = ?";
    home.store().change(tx -> tx.update(update, after, message));
    try {
      return isFound(home, message)
          ? Outcome.harmless("it is found, and put in once more")
          : looked(home, "ordinal of " + message);
    } finally {
      home.store().change(tx -> tx.update(update, before, message));
    }
  }

  /// Whether a search for all its words finds it.
  private static boolean isFound(TamperHome home, Id message) {
    Sight all = new Sight(List.of(home.wiring().identity().accounts().frontDesk()));
    return new KeptWords(home.store(), home.wiring().vault()).isFound(all, message);
  }
}
