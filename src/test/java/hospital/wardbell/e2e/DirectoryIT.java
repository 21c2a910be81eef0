package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.AriaRole;
import hospital.wardbell.Authenticator;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.directory.Ldif;
import hospital.wardbell.directory.Slapd;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A nurse of the hospital's directory comes in by its password, and is out when she leaves it;
/// against Debian's slapd, left out where it is not installed.
class DirectoryIT extends InBrowser {
  private final Inspection inspection = new Inspection();

  @TempDir private Path place;

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void somebody_of_the_directory_comes_in_and_is_out_when_she_leaves_it() throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    try (Slapd slapd =
            Slapd.with(
                place.resolve("slapd"),
                Ldif.person("dora") + Ldif.group("nurses", Ldif.dn("dora"), Ldif.dn("nobody")));
        Visit sam = signedIn("sam");
        Visit dora = chromium.visit(home)) {
      var _ = sam.go("directory");
      assertThat(sam.page.locator("main")).containsText("No directory is set");
      inspection.look(sam.page, "directory-none");
      set(slapd);
      look(sam, "New accounts");
      inspection.look(sam.page, "directory-would");
      assertThat(ask("directory.sync").number("come")).isEqualTo(1);
      comeIn(dora);
      assertThat(dora.page.locator(".top .who")).hasText("Person dora");

      slapd.leave(Ldif.groupDn("nurses"), Ldif.dn("dora"));
      slapd.delete(Ldif.dn("dora"));
      assertThat(ask("directory.sync").number("out")).isEqualTo(1);

      var _ = dora.go("inbox");
      assertThat(dora.page.locator("#login")).isVisible();
      slapd.kill();
      password(dora);
      assertThat(dora.page.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(dora.page.locator("main")).containsText("directory does not answer");
      inspection.look(dora.page, "sign-in-directory-silent");
      sam.page.getByText("What would change now?").click();
      assertThat(sam.page.getByRole(AriaRole.ALERT)).containsText("It could not be asked");
      inspection.look(sam.page, "directory-silent");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private void look(Visit sam, String words) {
    var _ = sam.go("directory");
    sam.page.getByText("What would change now?").click();
    assertThat(sam.page.locator(".card").first()).containsText(words);
  }

  private void set(Slapd slapd) throws Exception {
    var server = slapd.server(Security.STARTTLS);
    JsonObject _ =
        home.ask(
            new JsonObject()
                .put("command", "directory.set")
                .put("security", "starttls")
                .put("host", server.host())
                .put("port", (long) server.port())
                .put("kind", "openldap")
                .put("account", server.account())
                .put("password", Slapd.PASSWORD)
                .put("people", server.people())
                .put("groups", server.groups())
                .put("authority", server.authority()));
    JsonObject _ =
        home.ask(
            new JsonObject()
                .put("command", "directory.map")
                .put("group", Ldif.groupDn("nurses"))
                .put("roles", List.of("nurse"))
                .put("teams", List.of("Front desk")));
    assertThat(ask("directory.test").flag("good")).isTrue();
  }

  private JsonObject ask(String command) {
    return home.ask(new JsonObject().put("command", command));
  }

  private static void password(Visit dora) {
    var _ = dora.go("sign-in");
    dora.page.fill("#login", "dora");
    dora.page.fill("#password", "pw-dora");
    dora.press();
  }

  /// For the first time: by a code that an administrator has handed over.
  private void comeIn(Visit dora) {
    String leave =
        home.ask(new JsonObject().put("command", "user.reset-mfa").put("login", "dora"))
            .text("code");
    password(dora);
    dora.page.fill("#leave", leave);
    dora.press();
    dora.page.locator("summary").click();
    dora.page.fill("#code", new Authenticator(dora.page.locator(".raw").textContent()).code());
    dora.press();
  }
}
