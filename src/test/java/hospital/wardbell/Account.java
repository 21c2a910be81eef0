package hospital.wardbell;

import hospital.wardbell.identity.Enrolment;
import hospital.wardbell.identity.Staff;
import java.nio.charset.StandardCharsets;

/// What somebody needs to sign in.
public record Account(Staff staff, String password, Authenticator app) {
  static Account of(Enrolment made) {
    return new Account(
        made.staff(),
        made.password().lend(p -> new String(p, StandardCharsets.UTF_8)),
        new Authenticator(made.otpauth().lend(o -> new String(o, StandardCharsets.UTF_8))));
  }

  public String login() {
    return staff.login();
  }

  @Override
  public String toString() {
    return "Account[" + login() + "]";
  }
}
