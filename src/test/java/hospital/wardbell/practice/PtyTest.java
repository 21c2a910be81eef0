package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtyTest {
  private static final byte[] EVERY_OCTET = octets(256);

  private final LinkedBlockingQueue<Byte> received = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Boolean> visits = new LinkedBlockingQueue<>();
  private final Path directory;

  PtyTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void every_octet_passes_unchanged_both_ways() throws Exception {
    try (Port port = open(Optional.empty());
        RandomAccessFile program = new RandomAccessFile(port.path().toFile(), "rw")) {
      program.write(EVERY_OCTET);
      assertThat(take(256)).isEqualTo(EVERY_OCTET);

      port.write(EVERY_OCTET);
      byte[] back = new byte[256];
      program.readFully(back);
      assertThat(back).isEqualTo(EVERY_OCTET);
    }
  }

  @Test
  void what_is_said_while_no_program_is_attached_is_not_there_for_the_next() throws Exception {
    try (Port port = open(Optional.empty())) {
      port.write(octets(17));
      try (RandomAccessFile program = new RandomAccessFile(port.path().toFile(), "rw")) {
        program.write('x');
        take(1);
        port.write(new byte[] {'y'});

        assertThat(program.read()).isEqualTo('y');
      }
    }
  }

  @Test
  void a_program_that_comes_after_another_is_attached_anew() throws Exception {
    try (Port port = open(Optional.empty())) {
      for (int visit = 1; visit <= 3; visit++) {
        try (RandomAccessFile program = new RandomAccessFile(port.path().toFile(), "rw")) {
          program.write(visit);
          assertThat(take(1)).containsExactly(visit);
          port.write(new byte[] {(byte) visit});
          assertThat(program.read()).isEqualTo(visit);
          assertThat(visits.poll(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(visits.poll(10, TimeUnit.SECONDS)).isFalse();
      }
    }
  }

  @Test
  void a_program_that_does_not_read_cannot_hold_the_modem_up() throws Exception {
    try (Port port = open(Optional.empty());
        RandomAccessFile program = new RandomAccessFile(port.path().toFile(), "rw")) {
      program.write('x');
      take(1);

      port.write(octets(1_000_000));

      assertThat(program.read()).isZero();
    }
  }

  @Test
  void unplugging_hangs_up_and_takes_the_link_away() throws Exception {
    Path link = directory.resolve("var").resolve("modem");
    try (Port port = open(Optional.of(link));
        RandomAccessFile program = new RandomAccessFile(link.toFile(), "rw")) {
      program.write('x');
      take(1);

      port.unplug();

      assertThat(Files.exists(link)).isFalse();
      assertThat(program.read()).isEqualTo(-1);
    }
  }

  @Test
  void plugged_in_again_it_has_the_same_name() throws Exception {
    Path link = directory.resolve("modem");
    try (Port port = open(Optional.of(link))) {
      port.unplug();
      port.plug();

      try (RandomAccessFile program = new RandomAccessFile(link.toFile(), "rw")) {
        program.write('z');
        assertThat(take(1)).containsExactly('z');
      }
    }
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  private Port open(Optional<Path> link) throws IOException {
    return Port.open(
        link,
        new Port.Receiver() {
          @Override
          public void octets(byte[] octets, long arrivedNanos) throws InterruptedException {
            for (byte octet : octets) {
              received.put(octet);
            }
          }

          @Override
          public void attached(boolean on) {
            visits.add(on);
          }
        });
  }

  private byte[] take(int count) throws InterruptedException {
    byte[] taken = new byte[count];
    for (int i = 0; i < count; i++) {
      Byte octet = received.poll(10, TimeUnit.SECONDS);
      assertThat(octet).as("octet %d of %d", i, count).isNotNull();
      taken[i] = octet;
    }
    return taken;
  }

  private static byte[] octets(int count) {
    byte[] octets = new byte[count];
    IntStream.range(0, count).forEach(i -> octets[i] = (byte) i);
    return octets;
  }
}
