package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir Path directory = Path.of("");

  @Test
  void what_is_kept_is_there_at_the_next_start_and_what_is_forgotten_is_not() {
    LineFile file = open();
    file.keep("profile", "generic-3gpp");
    file.keep("service-centre", "89 \"+12025550100\",145");
    file.keep("profile", "quectel-ec25");
    file.keep("iccid", "89001012345678901239");
    file.forget("iccid");

    LineFile again = open();

    assertThat(again.recall("profile")).contains("quectel-ec25");
    assertThat(again.recall("service-centre")).contains("89 \"+12025550100\",145");
    assertThat(again.recall("iccid")).isEmpty();
  }

  @Test
  void lines_that_make_no_sense_are_passed_over() throws Exception {
    Files.writeString(directory.resolve("front"), "\u0000\n=x\nprofile=huawei\nhalf a l");

    assertThat(open().recall("profile")).contains("huawei");
  }

  @Test
  void a_write_that_was_broken_off_leaves_what_was_there() throws Exception {
    open().keep("profile", "huawei");
    Files.writeString(directory.resolve("front.new"), "profi");

    assertThat(open().recall("profile")).contains("huawei");
    open().keep("profile", "sierra");
    assertThat(open().recall("profile")).contains("sierra");
  }

  private LineFile open() {
    return new LineFile(directory.resolve("front"));
  }
}
