package hospital.wardbell.bench;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.ClockStatus;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Export;
import hospital.wardbell.audit.ExportedLog;
import hospital.wardbell.audit.Keeper;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.audit.Search;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;

/// Measures the audit record: appending, checking, proving, exporting. Arguments as for [Bench];
/// the parts are `check`, `prove`, `find` and `export`.
public final class AuditBench {
  private static final Actor NURSE = new Actor.Person(new Id(1, 2));
  private static final int ENTRIES = 1_000_000;
  private static final int ENTRIES_QUICK = 100_000;
  private static final int AT_ONCE = 50;
  private static final int SINGLY = 2_000;
  private static final int PROOFS = 2_000;
  private static final int THINGS = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Report report = new Report();
  private final BenchOptions options;
  private final int entries;
  private final Path directory;
  private final Store store;
  private final Audit audit;
  private final Keeper keeper;
  private final Evidence evidence;

  private AuditBench(BenchOptions options, Path directory) {
    this.options = options;
    this.entries = options.quick() ? ENTRIES_QUICK : ENTRIES;
    this.directory = directory;
    this.store = Store.open(directory.resolve("database"), Secret.copyOf(new byte[32]));
    InstantSource clock = InstantSource.system();
    NoteSigner signer = NoteSigner.of(Secret.copyOf(new byte[32]));
    this.audit = new Audit(store, clock);
    this.keeper = new Keeper(store, audit, signer, clock);
    this.evidence = new Evidence(store, signer::verifier);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("wardbell-bench");
    try {
      AuditBench bench = new AuditBench(BenchOptions.parse(List.of(arguments)), directory);
      bench.run();
      bench.keeper.close();
      bench.store.close();
    } finally {
      BenchHome.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(report.machine("Wardbell's audit record, in this process"));
    append();
    keeper.start(Optional.empty(), () -> ClockStatus.UNKNOWN);
    long begun = System.nanoTime();
    Patience.await(LONGEST, BETWEEN, "the last checkpoint", () -> signed() >= entries);
    perEntry("tree and checkpoints of it", begun, entries);
    if (options.wants("check")) {
      check();
    }
    if (options.wants("prove")) {
      prove("inclusion proof", leaf -> evidence.inclusion(leaf).orElseThrow());
      prove("consistency proof", old -> evidence.consistency(Math.max(1, old)).orElseThrow());
    }
    if (options.wants("find")) {
      find();
    }
    if (options.wants("export")) {
      export();
    }
    report.finish(options.out());
  }

  private long signed() {
    return evidence
        .newest()
        .flatMap(evidence.key()::checkpoint)
        .map(checkpoint -> checkpoint.entries())
        .orElse(0L);
  }

  private void append() {
    report.heading("Appending");
    long begun = System.nanoTime();
    for (int i = 0; i < SINGLY; i++) {
      audit.record(entry(i));
    }
    perEntry("appended, one a commit, one thread", begun, SINGLY);
    begun = System.nanoTime();
    for (int i = SINGLY; i < entries; i += AT_ONCE) {
      int first = i;
      store.change(tx -> {
        for (int k = first; k < Math.min(entries, first + AT_ONCE); k++) {
          audit.record(tx, entry(k));
        }
      });
    }
    perEntry("appended, 50 a commit", begun, entries - SINGLY);
  }

  private static Entry entry(int number) {
    return Entry.of(NURSE, "conversation.read").about(new Id(3, number % THINGS)).from("10.0.0.7");
  }

  private void perEntry(String what, long begun, int count) {
    report.add(figure(what, begun, count));
  }

  private Figure figure(String what, long begun, int count) {
    double micros = (System.nanoTime() - begun) / 1_000.0 / count;
    return Figure.of(what, "%,d entries".formatted(count), micros, "us");
  }

  private void check() throws InterruptedException {
    report.heading("Checking: 10 us for each entry are 100,000 a second");
    // The one after the start takes breaths; what is measured is the one somebody waits for.
    Patience.await(LONGEST, BETWEEN, "the first check", () -> keeper.progress().done() > 0);
    long begun = System.nanoTime();
    long run = keeper.check();
    Patience.await(LONGEST, BETWEEN, "the check", () -> keeper.progress().done() >= run);
    report.add(figure("checked in the database", begun, entries).within(10));
    requireWhole(keeper.progress().last().orElseThrow().report());
  }

  private void requireWhole(hospital.wardbell.audit.Report found) {
    if (!found.holds() || found.entries() < entries) {
      throw new IllegalStateException("the record does not hold: " + found);
    }
  }

  /// Who saw a patient: everything about one of five thousand things.
  private void find() {
    timed(
        "who saw this patient",
        100,
        number ->
            evidence.find(
                new Search(
                    List.of(new Id(3, number % THINGS).toString()),
                    Optional.empty(),
                    Search.Acts.LOOKS,
                    0,
                    Long.MAX_VALUE)));
  }

  private void prove(String what, LongFunction<Object> proof) {
    timed(what, 5, proof);
  }

  private void timed(String what, double most, LongFunction<Object> proof) {
    Random random = new Random(1);
    double[] millis = new double[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      long leaf = random.nextInt(entries);
      long begun = System.nanoTime();
      Object _ = proof.apply(leaf);
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    String settings = "%,d entries, %,d times".formatted(entries, PROOFS);
    report.add(Figure.of(what + ", median", settings, millis[PROOFS / 2], "ms"));
    report.add(
        Figure.of(what + ", 99 of 100", settings, millis[PROOFS * 99 / 100], "ms").within(most));
  }

  private void export() throws IOException {
    report.heading("Exporting");
    Path file = directory.resolve("export.zip");
    Export export = new Export(evidence.key(), evidence.checkpoints());
    long begun = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      export.write(out, log(), 0, entries, _ -> {});
    }
    perEntry("exported", begun, entries);
    double octets = (double) Files.size(file) / entries;
    report.add(Figure.of("size of the export", "%,d entries".formatted(entries), octets, "octets"));
    begun = System.nanoTime();
    try (ExportedLog log = ExportedLog.open(file)) {
      requireWhole(log.check(evidence.key(), List.of(), _ -> {}));
    }
    report.add(figure("export checked", begun, entries).within(10));
  }

  private Export.Log log() {
    return new Export.Log() {
      @Override
      public byte[] tile(int height, long place) {
        return evidence.tile(height, place).orElseThrow();
      }

      @Override
      public List<String> entries(long from, int most) {
        return evidence.entries(from, most);
      }
    };
  }
}
