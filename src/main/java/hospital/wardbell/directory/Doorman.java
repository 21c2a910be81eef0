package hospital.wardbell.directory;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Elsewhere;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Asks the directory whether a password is somebody's, by showing it to the directory. The entry
/// is found by what no other has, never by what somebody typed, so another person who is given a
/// former login is not let in as the former.
///
/// For [#LEFT_ALONE] after it did not answer it is not asked: who signs in by a password of ours
/// would wait for it each time. Any thread that may block.
final class Doorman implements Elsewhere {
  static final Duration WHOLE = Duration.ofSeconds(8);
  static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Servers servers;
  private final InstantSource clock;
  private volatile Optional<Instant> silent = Optional.empty();

  Doorman(Servers servers, InstantSource clock) {
    this.servers = servers;
    this.clock = clock;
  }

  @Override
  public boolean isRight(Optional<String> entry, Secret password) {
    return !isLeftAlone()
        && servers.open().filter(opened -> isRight(opened, entry, password)).isPresent();
  }

  private boolean isRight(Servers.Opened opened, Optional<String> entry, Secret password) {
    try (Secret own = opened.password();
        LdapLine line = LdapLine.open(opened.server(), WHOLE)) {
      line.enter(own);
      boolean right = isRight(line, opened.server(), entry, password);
      silent = Optional.empty();
      return right;
    } catch (DirectoryFault e) {
      silent = Optional.of(clock.instant());
      return false;
    }
  }

  /// With nobody's entry as much is asked: it looks for one that is not there, and shows the
  /// directory a password by chance for a name by chance.
  private static boolean isRight(
      LdapLine line, DirectoryServer server, Optional<String> entry, Secret password) {
    Optional<String> name =
        line.one(
                server.people(),
                server.kind().keyed(entry.orElseGet(Doorman::nobodys)),
                server.kind().attributes(server))
            .filter(found -> !server.kind().isDisabled(found))
            .map(found -> found.getDN());
    if (name.isPresent()) {
      return line.isRight(name.get(), password);
    }
    byte[] chance = Id.random().toString().getBytes(StandardCharsets.US_ASCII);
    boolean _ = line.isRight("cn=" + Id.random() + "," + server.people(), Secret.copyOf(chance));
    return false;
  }

  /// 128 bits by chance in the form of a UUID's digits.
  private static String nobodys() {
    return Id.random().toString();
  }

  private boolean isLeftAlone() {
    Instant now = clock.instant();
    return silent
        .filter(since -> !now.isBefore(since) && now.isBefore(since.plus(LEFT_ALONE)))
        .isPresent();
  }

  @Override
  public boolean isSilent() {
    return silent.isPresent();
  }

  /// The server has been set anew, or has answered somebody else.
  void forget() {
    silent = Optional.empty();
  }
}
