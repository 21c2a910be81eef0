package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.directory.DirectoryServer;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.directory.Ldif;
import hospital.wardbell.directory.Slapd;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `wardbell directory` against Debian's slapd; left out where it is not installed.
class DirectoryCommandIT {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;
  private static final int NOTHING_TO_DO = 3;

  @TempDir private Path place;

  @Test
  void a_directory_is_set_tried_mapped_and_followed() throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    try (TrialHome home = TrialHome.in(Files.createDirectory(place.resolve("home"))).setUp();
        ServiceProcess service = ServiceProcess.start(home).awaitOpen();
        Slapd slapd =
            Slapd.with(
                place.resolve("slapd"),
                Ldif.person("dora") + Ldif.group("nurses", Ldif.dn("dora"), Ldif.dn("nobody")))) {
      assertThat(service.isAlive()).isTrue();
      assertThat(home.run("directory", "sync").exit()).isEqualTo(NOTHING_TO_DO);
      set(home, slapd);
      Outcome untold = home.run("directory", "test");
      assertThat(untold.exit()).isEqualTo(FAILED);
      assertThat(untold.out())
          .contains("good  It lets in the account that asks: " + Slapd.ACCOUNT)
          .contains("WRONG No group means anything here yet.");

      follow(home);
      slapd.leave(Ldif.groupDn("nurses"), Ldif.dn("dora"));
      assertThat(home.run("directory", "sync").out()).contains("0 new, 0 changed, 1 out, 0 back");
      assertThat(home.run("user", "list").out()).containsPattern("dora +disabled +nurse");
      assertThat(home.run("directory", "show").out())
          .contains("ldaps://localhost:", Ldif.groupDn("nurses") + "  nurse", "1 out")
          .doesNotContain(Slapd.PASSWORD);
    }
  }

  private void set(TrialHome home, Slapd slapd) throws Exception {
    DirectoryServer server = slapd.server(Security.LDAPS);
    Path password = Files.writeString(place.resolve("password"), Slapd.PASSWORD + "\n");
    Path authority = Files.writeString(place.resolve("authority.pem"), server.authority());
    assertThat(set(home, "ldap://localhost", password, authority).exit()).isEqualTo(BAD_USAGE);
    assertThat(set(home, server.address(), password, authority).exit()).isEqualTo(DONE);
  }

  private static Outcome set(TrialHome home, String address, Path password, Path authority)
      throws Exception {
    return home.run(
        "directory",
        "set",
        address,
        "--kind",
        "openldap",
        "--account",
        Slapd.ACCOUNT,
        "--password-file",
        password.toString(),
        "--people",
        Slapd.PEOPLE,
        "--groups",
        Slapd.GROUPS,
        "--ca",
        authority.toString());
  }

  private static void follow(TrialHome home) throws Exception {
    String nurses = Ldif.groupDn("nurses");
    assertThat(home.run("directory", "map", nurses, "--role", "doctor").exit())
        .isEqualTo(BAD_USAGE);
    assertThat(
            home.run("directory", "map", nurses, "--role", "nurse", "--team", "Front desk").exit())
        .isEqualTo(DONE);
    Outcome tried = home.run("directory", "test", "dora");
    assertThat(tried.exit()).isEqualTo(DONE);
    assertThat(tried.out()).contains("Roles: NURSE. Teams: Front desk.");
    assertThat(home.run("directory", "sync", "--dry-run").out())
        .contains("This would be done: 1 in its groups; 1 new");
    assertThat(home.run("directory", "sync").exit()).isEqualTo(DONE);
    assertThat(home.run("user", "list").out()).containsPattern("dora +open +nurse");
  }
}
