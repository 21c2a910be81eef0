package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.VirtualModem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Names, numbers and texts that patients and staff entrusted to a home, and the search for them
/// where they must not be.
final class Confidences {
  private static final int START = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Names, numbers and what each of them writes.
  private static final Map<String, PhoneNumber> PATIENTS =
      new TreeMap<>(
          Map.of(
              "Ottoline Vandersloot", new PhoneNumber("+12025550147"),
              "Íñigo Peñalosa", new PhoneNumber("+12025550148")));

  private static final PhoneNumber STRANGER = new PhoneNumber("+12025550149");
  private static final String STAFF = "Philippa Quartermaine";

  private static final List<String> RECEIVED =
      List.of(
          "My biopsy hurts since yesterday, is that normal?",
          "¿Mañana también? Tengo náuseas ¡y fiebre!",
          "Přijdu zítra s dcerou 👍",
          "Stop");
  private static final List<String> SENT =
      List.of(
          "Your colonoscopy is on Tuesday at 10:30.",
          "Señora, la farmacia está abierta hasta las 21 h.",
          "Ваша запись подтверждена");

  private final List<Needle> needles = of();
  // All of them are looked for at once: by their first four octets, and before that by two.
  private final Map<Integer, List<Needle>> byStart =
      needles.stream().collect(Collectors.groupingBy(needle -> start(needle.octets(), 0)));
  private final boolean[] begins = new boolean[1 << 16];

  Confidences() {
    byStart.keySet().forEach(start -> begins[start >>> 16] = true);
  }

  static Collection<PhoneNumber> patients() {
    return PATIENTS.values();
  }

  /// Has all of it said, shown and looked at.
  void converse(TrialHome home, VirtualModem modem) throws Exception {
    PATIENTS.forEach((name, number) ->
        home.ask(
            "trial.patient",
            new JsonObject().put("name", name).put("number", number.e164()).put("language", "en")));
    try (ApiClient api = ApiClient.of(home);
        ConsoleClient console = ConsoleClient.of(home)) {
      console.signInAsLead("philippa", STAFF, InstantSource.system());
      for (String text : SENT) {
        for (PhoneNumber number : PATIENTS.values()) {
          assertThat(api.send(text.hashCode() + number.tail(), number.e164(), text).statusCode())
              .isEqualTo(202);
        }
      }
      for (String text : RECEIVED) {
        PATIENTS.values().forEach(number -> modem.text(number, text));
      }
      modem.text(STRANGER, RECEIVED.getFirst());
      Until.so(
          "all of it is shown",
          PATIENCE,
          () ->
              api.all("received").size() == RECEIVED.size() * PATIENTS.size() + 1
                  && api.all("sent").values().stream()
                      .allMatch(message -> message.text("state").equals("delivered")));
      assertThat(console.get("/inbox").body()).contains("Ottoline Vandersloot");
      for (JsonObject message : api.all("received").values()) {
        assertThat(console.get("/conversations/" + message.text("conversation")).statusCode())
            .isEqualTo(200);
      }
      assertThat(console.get("/no/such/Vandersloot").statusCode()).isEqualTo(404);
    }
  }

  List<Needle> needles() {
    return needles;
  }

  private static List<Needle> of() {
    List<Needle> needles = new ArrayList<>();
    PATIENTS.forEach((name, number) -> {
      Stream.of(name.split(" ")).map(Needle::ofWord).forEach(needles::addAll);
      needles.addAll(Needle.ofNumber(number));
    });
    needles.addAll(Needle.ofNumber(STRANGER));
    Stream.of(STAFF.split(" ")).map(Needle::ofWord).forEach(needles::addAll);
    Stream.concat(RECEIVED.stream(), SENT.stream())
        .filter(text -> text.length() > "Stop".length())
        .map(Needle::ofText)
        .forEach(needles::addAll);
    return needles;
  }

  /// Which needle is in which file of a tree, and in what is packed in it.
  List<String> hits(Path tree) throws IOException {
    List<String> hits = new ArrayList<>();
    for (Path file : filesIn(tree)) {
      String name = tree.relativize(file).toString();
      byte[] content = contentOf(file);
      hits.addAll(hits(name, content));
      hits.addAll(packedHits(name, content));
    }
    return hits;
  }

  /// Which needle is in these octets.
  List<String> hits(String where, byte[] content) {
    return found(content).stream().map(needle -> where + ": " + needle).toList();
  }

  private Set<Needle> found(byte[] content) {
    Set<Needle> found = new LinkedHashSet<>();
    for (int at = 0; at <= content.length - START; at++) {
      if (begins[(content[at] & 0xff) << 8 | (content[at + 1] & 0xff)]) {
        for (Needle needle : byStart.getOrDefault(start(content, at), List.of())) {
          if (needle.isAt(content, at)) {
            found.add(needle);
          }
        }
      }
    }
    return found;
  }

  private static int start(byte[] octets, int at) {
    return ByteBuffer.wrap(octets).getInt(at);
  }

  /// As [#hits], in the members of a ZIP file; in none if it is no such file.
  private List<String> packedHits(String where, byte[] content) throws IOException {
    List<String> hits = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        hits.addAll(hits(where + " " + entry.getName(), zip.readAllBytes()));
      }
    }
    return hits;
  }

  private static List<Path> filesIn(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /// Nothing if the database has just removed it.
  private static byte[] contentOf(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return new byte[0];
    }
  }
}
