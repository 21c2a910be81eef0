package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Form;
import hospital.wardbell.compliance.Requests.Opened;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of records, read back by another library than the one that wrote them.
class CopiesTest {
  private static final String RUSSIAN = "Приду завтра с дочерью";
  private static final String CZECH = "Přijdu zítra s dcerou 👍";
  private static final String CHINESE = "王 will come";

  @TempDir private Path directory;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(directory);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Id request() {
    Asked asked =
        new Asked(
            Request.Kind.ACCESS,
            office.patientOf(Ward.ANA),
            Asker.PATIENT,
            "",
            "known in person",
            Form.BOTH,
            office.compliance.requests().today());
    return office.compliance.requests().make(asked, office.officer).request().orElseThrow();
  }

  private Copies.Copy copy(Id request, boolean pdf) {
    Opened opened =
        office
            .compliance
            .requests()
            .open(request, office.officer.actor(), Office.DESK)
            .orElseThrow();
    return office
        .compliance
        .copies()
        .of(opened, pdf, CopiesTest::said, Locale.ENGLISH, office.officer, Office.DESK);
  }

  private static String said(String key, Object... arguments) {
    return key + List.of(arguments);
  }

  private byte[] written(boolean pdf) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(request(), pdf).write(out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void the_pdf_has_all_that_was_written_and_said_and_its_text_can_be_taken_out() throws Exception {
    Id conversation = office.patient("Ana Íñigo Štěpánová", Ward.ANA);
    office.ward.optIn(Ward.ANA);
    for (String text : List.of(RUSSIAN, CZECH, CHINESE)) {
      Id _ = office.ward.texts(Ward.ANA, text);
    }
    var _ = office.ward.reply(conversation, "Please come at ten.");

    String text = text(written(true)).replaceAll("\\s+", " ");

    assertThat(text)
        .contains("Ana Íñigo Štěpánová", "+12025550123", "hello", "Please come at ten.")
        .contains(RUSSIAN, "Přijdu zítra s dcerou [U+1F44D THUMBS UP SIGN]", "[U+738B] will come")
        .contains("record.said", "OPTED_IN", "PAPER")
        .contains("record.page[] 1", "Wardbell trial", "record.end");
    assertThat(office.ward.acts()).contains("request.exported");
  }

  @Test
  void the_json_has_all_letters_as_they_were_and_says_that_it_is_whole() throws Exception {
    Id conversation = office.patient("Ana Íñigo", Ward.ANA);
    office.ward.optIn(Ward.ANA);
    Id _ = office.ward.texts(Ward.ANA, CZECH);
    Id _ = office.ward.texts(Ward.ANA, CHINESE + "\n\"quoted\"");
    var _ = office.ward.reply(conversation, "Please come at ten.");

    JsonObject read = JsonObject.parse(new String(written(false), StandardCharsets.UTF_8));

    assertThat(read.text("kind")).isEqualTo("wardbell-patient-record");
    assertThat(read.flag("complete")).isTrue();
    assertThat(read.object("patient").orElseThrow().text("name")).isEqualTo("Ana Íñigo");
    assertThat(read.objects("consent"))
        .extracting(said -> said.text("said") + " " + said.text("by_means_of"))
        .containsExactly("opted_in paper");
    JsonObject talk = read.objects("conversations").getFirst();
    assertThat(talk.objects("messages"))
        .extracting(message -> message.text("text"))
        .containsExactly("hello", CZECH, CHINESE + "\n\"quoted\"", "Please come at ten.");
    assertThat(talk.objects("messages").getLast().text("state")).isEqualTo("queued");
  }

  @Test
  void a_text_that_was_erased_is_marked_and_those_beside_it_are_there() throws Exception {
    Id conversation = office.patient("Ana Alba", Ward.ANA);
    office.shred(conversation);

    String json = new String(written(false), StandardCharsets.UTF_8);

    assertThat(json).contains("\"erased\":true").doesNotContain("hello");
  }

  @Test
  void ten_thousand_messages_go_out_without_being_in_memory_together() throws Exception {
    Id conversation = office.patient("Ana Alba", Ward.ANA);
    String words = "a text of about a hundred and sixty characters ".repeat(4).strip();
    office.fill(conversation, 10_000, words);
    Id request = request();
    for (boolean pdf : new boolean[] {true, false}) {
      Copies.Copy copy = copy(request, pdf);
      Most most = new Most();

      copy.write(most);

      assertThat(most.octets).isGreaterThan(200_000);
      assertThat(most.grown()).as("pdf %s", pdf).isLessThan(40L << 20);
    }
  }

  /// Throws away what it gets and looks how much memory is held meanwhile.
  private static final class Most extends OutputStream {
    private final long before = held();
    private long most;
    private long octets;
    private long looked;

    private static long held() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void write(int octet) {
      octets++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      octets += length;
      if (octets - looked > 300_000) {
        looked = octets;
        most = Math.max(most, held());
      }
    }

    long grown() {
      return most - before;
    }
  }
}
