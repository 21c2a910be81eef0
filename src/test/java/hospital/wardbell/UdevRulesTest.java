package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.modem.Profile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UdevRulesTest {
  private static final Path RULES = Path.of("firmware-config/udev/70-wardbell-modem.rules");
  private static final Path MADE = built("udev").resolve(RULES.getFileName());
  private static final String TOKEN =
      "(ACTION|SUBSYSTEMS?|ATTRS?\\{[\\w/]+}|ENV\\{[.\\w]+})(==|!=)\"[^\"]*\""
          + "|(ATTR\\{[\\w/]+}|ENV\\{[.\\w]+}|IMPORT\\{builtin}|GOTO|LABEL)=\"[^\"]+\""
          + "|SYMLINK\\+=\"[\\w/$.{}-]+\"";
  private static final Pattern RULE = Pattern.compile("(%1$s)(, (%1$s))*".formatted(TOKEN));
  private static final Pattern PARENT = Pattern.compile("ATTRS\\{(id|bInterface)");
  private static final Pattern JUMP = Pattern.compile("(GOTO|LABEL)=\"(\\w+)\"");

  private final List<Profile> profiles =
      ProfileFiles.SHIPPED.stream().map(ProfileFiles::shipped).toList();

  /// In the directory of the build that is tested.
  private static Path built(String name) {
    String classes = "hospital/wardbell/UdevRules.class";
    URL here = Objects.requireNonNull(UdevRules.class.getClassLoader().getResource(classes));
    Path directory = Path.of(here.getPath().replace("/classes/" + classes, ""));
    return directory.resolve(name);
  }

  @Test
  void the_rules_we_ship_are_those_that_the_build_makes_of_the_profiles() {
    assertThat(MADE).hasContent(UdevRules.of(profiles));
    assertThat(RULES).as("cp %s %s mends it", MADE, RULES).hasSameTextualContentAs(MADE);
  }

  @Test
  void udev_finds_nothing_wrong_with_them_where_it_can_be_asked() throws Exception {
    assumeTrue(udevadm("verify", "--help") == 0, "this machine has no udevadm verify");

    assertThat(udevadm("verify", RULES.toString())).isZero();
  }

  @Test
  void every_line_is_a_rule() {
    assertThat(rules()).isNotEmpty().allMatch(line -> RULE.matcher(line).matches());
  }

  @Test
  void a_line_changed_to_what_udev_would_refuse_is_found() {
    assertThat(List.of("ATTRS{idVendor}=\"2c7c\"", "ACTION==\"add\" GOTO=\"x\"", "SYMLINK=\"x\""))
        .noneMatch(line -> RULE.matcher(line).matches());
  }

  @Test
  void no_rule_looks_at_two_parents_at_once() {
    assertThat(rules())
        .allMatch(
            line -> PARENT.matcher(line).results().map(MatchResult::group).distinct().count() <= 1);
  }

  @Test
  void every_jump_has_its_label() {
    assertThat(named("GOTO")).isEqualTo(named("LABEL")).isNotEmpty();
  }

  @Test
  void no_port_is_claimed_by_two_profiles() {
    assertThat(profiles.stream().flatMap(profile -> profile.usb().stream()))
        .doesNotHaveDuplicates();
  }

  private List<String> rules() {
    return UdevRules.of(profiles).lines().filter(line -> !line.startsWith("#")).toList();
  }

  private Set<String> named(String word) {
    return rules().stream()
        .flatMap(line -> JUMP.matcher(line).results())
        .filter(jump -> jump.group(1).equals(word))
        .map(jump -> jump.group(2))
        .collect(Collectors.toSet());
  }

  /// @return how it ended; -1 if there is none
  private static int udevadm(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("udevadm"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
