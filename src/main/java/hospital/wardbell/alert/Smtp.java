package hospital.wardbell.alert;

import hospital.wardbell.alert.Channel.Outcome;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Hands one message for one address to a mail server. The whole of it, from the call to the last
/// reply, has [#PATIENCE] or what it was given; a server that takes longer is cut off.
///
/// What is told of a failure is our own words and the reply's code: servers quote addresses.
///
/// @spec https://www.rfc-editor.org/rfc/rfc5321#section-3.3 RFC 5321 §3.3 (mail transactions)
/// @spec https://www.rfc-editor.org/rfc/rfc6409 RFC 6409 (message submission)
final class Smtp {
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int GO_ON = 354;

  private final MailServer server;
  private final Secret password;
  private final Duration patience;

  Smtp(MailServer server, Secret password, Duration patience) {
    this.server = server;
    this.password = password;
    this.patience = patience;
  }

  /// @param message headers and body, ASCII, its lines ended by CR and LF, none beginning with a
  ///   dot
  Outcome send(MailAddress to, String message) {
    Socket socket = new Socket();
    FutureTask<Outcome> sending = new FutureTask<>(() -> converse(socket, to, message));
    Thread.ofVirtual().name("alert-mail").start(sending);
    try {
      return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Outcome.Later("the server took too long and was cut off");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Outcome.Later(words(cause == null ? e : cause));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Later("interrupted");
    } finally {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is given up anyway
    }
  }

  private static String words(Throwable cause) {
    return switch (cause) {
      case SSLException _ -> "the server is not who it should be, or speaks no TLS that is good";
      case ConnectException _ -> "nobody answers there";
      case UnknownHostException _ -> "there is no server of that name";
      default -> "the connection failed";
    };
  }

  private Outcome converse(Socket socket, MailAddress to, String message) throws IOException {
    socket.connect(new InetSocketAddress(server.host(), server.port()), (int) patience.toMillis());
    try (SmtpLine line = new SmtpLine(server, socket)) {
      Optional<Outcome> refusal = enter(line);
      return refusal.isPresent() ? refusal.get() : deliver(line, to, message);
    }
  }

  /// From the greeting to where messages are taken.
  ///
  /// @return why not, if they are not
  private Optional<Outcome> enter(SmtpLine line) throws IOException {
    if (server.security() == MailServer.Security.TLS) {
      line.secure();
    }
    SmtpLine.Reply greeting = line.reply();
    if (!greeting.isGood()) {
      return later("the server is busy", greeting);
    }
    SmtpLine.Reply hello = line.ask("EHLO " + line.ownName());
    if (server.security() == MailServer.Security.STARTTLS) {
      if (!hello.offers("STARTTLS") || !line.ask("STARTTLS").isGood()) {
        return later("the server has no STARTTLS", hello);
      }
      line.secure();
      hello = line.ask("EHLO " + line.ownName()); // what was said in the clear counts for nothing
    }
    if (!hello.isGood()) {
      return later("the server does not greet back", hello);
    }
    return server.login().isEmpty() ? Optional.empty() : signIn(line);
  }

  /// @spec https://www.rfc-editor.org/rfc/rfc4954#section-4 RFC 4954 §4 (AUTH)
  private Optional<Outcome> signIn(SmtpLine line) throws IOException {
    String login = server.login();
    String secret = password.lend(octets -> new String(octets, StandardCharsets.UTF_8));
    SmtpLine.Reply reply = line.ask("AUTH PLAIN " + coded("\0" + login + "\0" + secret));
    if (!reply.isGood() && reply.code() == 504) {
      // Some know only the older form, which is of no standard.
      SmtpLine.Reply asked = line.ask("AUTH LOGIN");
      asked = asked.code() == 334 ? line.ask(coded(login)) : asked;
      reply = asked.code() == 334 ? line.ask(coded(secret)) : asked;
    }
    return reply.isGood() ? Optional.empty() : later("the server refuses login or password", reply);
  }

  private static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Outcome deliver(SmtpLine line, MailAddress to, String message) throws IOException {
    SmtpLine.Reply from = line.ask("MAIL FROM:<" + server.sender().text() + ">");
    if (!from.isGood()) {
      return later("the server refuses the sender", from).orElseThrow();
    }
    SmtpLine.Reply recipient = line.ask("RCPT TO:<" + to.text() + ">");
    if (!recipient.isGood()) {
      return refused("the server refuses the address", recipient);
    }
    SmtpLine.Reply data = line.ask("DATA");
    if (data.code() != GO_ON) {
      return refused("the server refuses the message", data);
    }
    SmtpLine.Reply taken = line.ask(message + "\r\n.");
    if (!taken.isGood()) {
      return refused("the server refuses the message", taken);
    }
    line.write("QUIT\r\n"); // it has the message; what it says to this changes nothing
    return new Outcome.Told();
  }

  private static Optional<Outcome> later(String words, SmtpLine.Reply reply) {
    return Optional.of(new Outcome.Later(words + " (" + reply.code() + ")"));
  }

  /// For good, if the code says so.
  private static Outcome refused(String words, SmtpLine.Reply reply) {
    String told = words + " (" + reply.code() + ")";
    return reply.code() >= 500 ? new Outcome.Never(told) : new Outcome.Later(told);
  }
}
