package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profiles;
import hospital.wardbell.modem.Receiving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {
  private static final Path SHIPPED = Path.of("firmware-config/profiles");

  private @TempDir Path site = Path.of("");

  @Test
  void every_profile_we_ship_is_known_and_bears_the_name_of_its_file() throws IOException {
    List<String> expected = new ArrayList<>(ProfileFiles.SHIPPED);
    expected.add(Profile.GENERIC.name());
    try (Stream<Path> files = Files.list(SHIPPED)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(expected).allMatch(name -> ProfileFiles.shipped(name).name().equals(name));
  }

  @Test
  void the_generic_file_says_what_the_driver_does() {
    assertThat(ProfileFiles.shipped("generic-3gpp")).isEqualTo(Profile.GENERIC);
  }

  @Test
  void a_line_without_a_profile_has_those_of_the_site_first() throws IOException {
    write("b.yaml", "name: ours\n");

    Profiles profiles = files().of(line(Optional.empty()));

    assertThat(profiles.named()).isEmpty();
    assertThat(profiles.known().getFirst().get().name()).isEqualTo("ours");
    assertThat(profiles.known()).hasSize(1 + ProfileFiles.SHIPPED.size());
  }

  @Test
  void a_profile_of_the_site_replaces_ours_of_the_same_name() throws IOException {
    write("huawei.yaml", "name: huawei\nstores: [SM]\n");

    Profiles profiles = files().of(line(Optional.of("huawei")));

    assertThat(profiles.named().map(Profile::stores)).contains(List.of("SM"));
  }

  @Test
  void a_mistake_stops_the_start_and_names_file_line_and_key() throws IOException {
    write("ours.yaml", "name: ours\nstorez: [SM]\n");

    assertThatThrownBy(() -> files().of(line(Optional.empty())))
        .isInstanceOf(BootFault.class)
        .hasMessageContaining(site.resolve("ours.yaml") + ", line 2: storez is not a key");
  }

  @Test
  void a_line_that_asks_for_the_generic_way_has_it_whatever_the_files_hold() throws IOException {
    write("ours.yaml", "name: ours\nstorez: [SM]\n");

    assertThat(files().of(line(Optional.of("generic-3gpp"))))
        .isEqualTo(Profiles.only(Profile.GENERIC));
  }

  @Test
  void a_name_that_no_profile_has_is_said_with_those_there_are() {
    assertThatThrownBy(() -> files().of(line(Optional.of("none"))))
        .isInstanceOf(BootFault.class)
        .hasMessageContaining("there is no profile none")
        .hasMessageContaining("quectel-ec25");
  }

  @Test
  void the_generic_way_and_a_name_taken_cannot_be_given_to_a_file() throws IOException {
    write("a.yaml", "name: generic-3gpp\n");
    assertThatThrownBy(() -> files().of(line(Optional.empty())))
        .hasMessageContaining("the driver's own");

    write("a.yaml", "name: twin\n");
    write("b.yaml", "name: twin\n");
    assertThatThrownBy(() -> files().of(line(Optional.empty())))
        .hasMessageContaining("b.yaml: name is taken");
  }

  @Test
  void a_directory_that_is_not_there_is_said_so() {
    ProfileFiles files = new ProfileFiles(Optional.of(site.resolve("none")));

    assertThatThrownBy(() -> files.of(line(Optional.empty())))
        .isInstanceOf(BootFault.class)
        .hasMessageContaining("cannot be read");
  }

  private ProfileFiles files() {
    return new ProfileFiles(Optional.of(site));
  }

  private void write(String name, String text) throws IOException {
    Path _ = Files.writeString(site.resolve(name), text);
  }

  private static ModemLine line(Optional<String> profile) {
    return new ModemLine(
        "front", "/dev/x", Optional.empty(), Optional.empty(), Receiving.STORED, profile);
  }
}
