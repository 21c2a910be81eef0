package hospital.wardbell.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Until;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against Debian's rsyslog; left out where it is not installed.
class ForwardingTest {
  private static final Actor IT = new Actor.Operator("admin");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private Store store;
  private Audit audit;
  private Siem siem;

  @BeforeEach
  void open() {
    assumeTrue(Files.isExecutable(Collector.PROGRAM), "rsyslog is not installed");
    store = Store.open(directory.resolve("database"), Secret.copyOf(new byte[32]));
    audit = new Audit(store, CLOCK);
    siem = siem(1_000_000);
  }

  private Siem siem(long mostWaiting) {
    Siem made = new Siem(store, audit, Optional::empty, "box.example", "1.2", CLOCK, mostWaiting);
    made.start();
    return made;
  }

  @AfterEach
  void close() {
    if (siem != null) {
      siem.close();
      store.close();
    }
  }

  /// Another target, called `other`.
  private static Target like(Target target, String host, int port, String authority) {
    return new Target(Id.random(), "other", host, port, target.payload(), authority);
  }

  private void record(int count) {
    for (int i = 0; i < count; i++) {
      audit.record(Entry.of(IT, "test.act").because("number " + i));
    }
  }

  private Collector collector(String name) throws Exception {
    return Collector.start(directory.resolve(name));
  }

  private long end() {
    return store.read(audit::size);
  }

  private void awaitAll(Collector collector, long from) throws Exception {
    List<Long> wanted = LongStream.range(from, end()).boxed().toList();
    Until.so(
        "all entries are at the collector",
        LONG,
        () -> new TreeSet<>(collector.leaves()).containsAll(wanted));
  }

  @Test
  void each_entry_from_the_adding_on_comes_as_it_is_in_the_log_in_order_and_once()
      throws Exception {
    record(3);
    long first = end();
    try (Collector collector = collector("one")) {
      siem.add(collector.target("one", Payload.JSON), IT);
      record(450);
      awaitAll(collector, first);

      assertThat(collector.leaves()).isEqualTo(LongStream.range(first, end()).boxed().toList());
      Collector.Read newest = collector.received().getLast();
      assertThat(newest)
          .extracting(
              Collector.Read::facility,
              Collector.Read::severity,
              Collector.Read::host,
              Collector.Read::app,
              Collector.Read::id)
          .containsExactly("audit", "notice", "box.example", "wardbell", "test.act");
      assertThat(newest.data()).contains("sequenceId=\"" + end() + "\"");
      assertThat(newest.body())
          .isEqualTo(store.read(sql -> audit.from(sql, end() - 1, 1)).getFirst().text());
    }
  }

  @Test
  void several_collectors_each_get_their_own_format() throws Exception {
    try (Collector json = collector("json");
        Collector cef = collector("cef")) {
      siem.add(json.target("json", Payload.JSON), IT);
      siem.add(cef.target("cef", Payload.CEF), IT);
      record(1);

      Until.so("both have it", LONG, () -> has(json, "number 0") && has(cef, "cs3=number 0"));
      assertThat(cef.received().getLast().body()).startsWith("CEF:0|Wardbell|Wardbell|1.2|");
      assertThat(siem.standings())
          .extracting(s -> s.target().name())
          .containsExactly("cef", "json");
    }
  }

  private static boolean has(Collector collector, String words) throws IOException {
    return collector.received().stream().anyMatch(read -> read.body().contains(words));
  }

  @Test
  void a_collector_that_was_killed_gets_what_it_missed_when_it_is_back() throws Exception {
    try (Collector collector = collector("one")) {
      long first = end();
      siem.add(collector.target("one", Payload.JSON), IT);
      record(50);
      awaitAll(collector, first);
      collector.kill();
      record(50);
      Until.so("the loss is told", LONG, () -> siem.standings().getFirst().trouble().isPresent());
      assertThat(siem.standings().getFirst().connected()).isFalse();
      collector.again();
      record(50);

      awaitAll(collector, first);
      Until.so("nothing waits", LONG, () -> siem.standings().getFirst().waiting() == 0);
      assertThat(siem.standings().getFirst().dropped()).isZero();
    }
  }

  @Test
  void after_a_start_it_goes_on_where_it_was() throws Exception {
    try (Collector collector = collector("one")) {
      long first = end();
      siem.add(collector.target("one", Payload.JSON), IT);
      record(20);
      awaitAll(collector, first);
      siem.close();
      record(20);
      siem = siem(1_000_000);

      awaitAll(collector, first);
    }
  }

  @Test
  void what_waits_beyond_the_bound_is_given_up_and_counted() throws Exception {
    siem.close();
    siem = siem(10);
    try (Collector collector = collector("one")) {
      collector.kill();
      siem.add(collector.target("one", Payload.JSON), IT);
      long first = end() - 1;
      record(50);
      collector.again();
      awaitAll(collector, end() - 10);
      Until.so("the place is kept", LONG, () -> siem.standings().getFirst().dropped() > 0);

      assertThat(siem.standings().getFirst().dropped() + collector.leaves().size())
          .isEqualTo(end() - first);
    }
  }

  @Test
  void one_whom_the_authority_does_not_vouch_for_gets_nothing_and_is_named() throws Exception {
    Certificates others =
        Certificates.ensure(
            Files.createDirectory(directory.resolve("others")),
            List.of("localhost"),
            InstantSource.system());
    try (Collector collector = collector("one")) {
      Target right = collector.target("one", Payload.JSON);
      Target target = like(right, right.host(), right.port(), Files.readString(others.authority()));
      siem.add(target, IT);
      Until.so("it is told why", LONG, () -> siem.standings().getFirst().trouble().isPresent());

      assertThatThrownBy(() -> siem.test(target, IT, "here"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("certif");
      assertThat(collector.received()).isEmpty();
    }
  }

  @Test
  void one_with_a_certificate_for_another_name_gets_nothing() throws Exception {
    try (Collector collector = collector("one")) {
      Target right = collector.target("one", Payload.JSON);
      Target target =
          new Target(right.id(), "one", "127.0.0.2", right.port(), Payload.JSON, right.authority());

      assertThatThrownBy(() -> siem.test(target, IT, "here")).isInstanceOf(IOException.class);
      assertThat(collector.received()).isEmpty();
    }
  }

  @Test
  void trying_a_collector_sends_it_one_entry_that_says_so() throws Exception {
    try (Collector collector = collector("one")) {
      siem.test(collector.target("one", Payload.JSON), IT, "here");

      Until.so("it is there", LONG, () -> has(collector, "siem.tested"));
    }
  }

  @Test
  void one_that_takes_the_call_and_says_nothing_holds_nobody_up() throws Exception {
    try (Collector collector = collector("one");
        ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Target right = collector.target("right", Payload.JSON);
      siem.add(like(right, "localhost", mute.getLocalPort(), right.authority()), IT);
      siem.add(right, IT);
      record(100);

      Until.so("the other has all", Duration.ofSeconds(9), () -> has(collector, "number 99"));
      Until.so("it is given up", LONG, () -> siem.standings().getFirst().trouble().isPresent());
    }
  }

  @Test
  void ending_waits_for_no_collector_that_says_nothing() throws Exception {
    try (Collector collector = collector("one");
        ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Target right = collector.target("right", Payload.JSON);
      siem.add(like(right, "localhost", mute.getLocalPort(), right.authority()), IT);
      try (Socket called = mute.accept()) {
        assertThat(called.isConnected()).isTrue();
        FutureTask<Boolean> ending = new FutureTask<>(siem::close, true);
        Thread.ofVirtual().start(ending);

        assertThat(ending.get(5, TimeUnit.SECONDS)).isTrue(); // a handshake has ten
      }
    }
  }

  @Test
  void one_that_was_removed_gets_nothing_more() throws Exception {
    try (Collector collector = collector("one")) {
      long first = end();
      siem.add(collector.target("one", Payload.JSON), IT);
      awaitAll(collector, first);
      assertThat(siem.remove("one", IT)).isTrue();
      assertThat(siem.remove("one", IT)).isFalse();
      long told = collector.received().size();
      record(5);
      siem.add(collector.target("two", Payload.JSON), IT);
      record(1);
      Until.so("the new one has it", LONG, () -> has(collector, "number 0"));

      assertThat(collector.leaves().stream().skip(told)).doesNotContain(end() - 4);
    }
  }

  @Test
  void two_of_one_name_and_what_is_no_certificate_are_refused() throws Exception {
    try (Collector collector = collector("one")) {
      siem.add(collector.target("one", Payload.JSON), IT);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> siem.add(collector.target("one", Payload.CEF), IT));
      Target right = collector.target("one", Payload.JSON);
      Target nonsense = like(right, right.host(), right.port(), "nonsense");
      assertThatThrownBy(() -> siem.test(nonsense, IT, "here")).isInstanceOf(IOException.class);
    }
  }
}
