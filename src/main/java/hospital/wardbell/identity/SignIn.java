package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.time.Duration;

/// Signing in, in two steps: password, then one-time code.
///
/// A refusal never says which part was wrong, nor whether the account exists, and takes as long
/// either way. Failures are counted per account and per origin; each makes the next wait longer,
/// and ten lock the account for a quarter of an hour. Any thread; at most two passwords are
/// stretched at once, the others wait.
public final class SignIn {
  /// How a step ended.
  public sealed interface Result {
    /// The password is right; the code is asked for under this name, for five minutes.
    record CodeDue(Id pending) implements Result {}

    /// `cookie` is the session's secret name, for the browser alone.
    record Welcome(Session session, String cookie) implements Result {}

    /// Wrong; nobody learns what.
    record Refused() implements Result {}

    /// Too many failures; try again after this long.
    record Wait(Duration left) implements Result {}
  }

  public Result password(String login, Secret password, String origin) {
    throw new IllegalStateException("not built");
  }

  public Result code(Id pending, String code, String origin) {
    throw new IllegalStateException("not built");
  }
}
