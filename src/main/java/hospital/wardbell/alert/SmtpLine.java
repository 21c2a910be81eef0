package hospital.wardbell.alert;

import hospital.wardbell.crypto.ClientTls;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/// The line to a mail server: commands out, replies in. One thread; whoever closes the socket that
/// it was given ends what it waits for.
///
/// @spec https://www.rfc-editor.org/rfc/rfc5321#section-4.2 RFC 5321 §4.2 (replies)
final class SmtpLine implements Closeable {
  /// A reply.
  ///
  /// @param lines what stands behind the code, line by line; the server's words, so never kept
  record Reply(int code, List<String> lines) {
    Reply {
      lines = List.copyOf(lines);
    }

    boolean isGood() {
      return code >= 200 && code < 300;
    }

    /// Whether one of the lines is this keyword, or it and more.
    boolean offers(String keyword) {
      return lines.stream()
          .anyMatch(line -> (line + " ").toUpperCase(Locale.ROOT).startsWith(keyword + " "));
    }

    @Override
    public String toString() {
      return "Reply[" + code + "]";
    }
  }

  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_LINES = 100;

  private final MailServer server;
  private final Socket plain;
  private Socket socket;
  private InputStream in;

  /// @param plain connected
  SmtpLine(MailServer server, Socket plain) throws IOException {
    this.server = server;
    this.plain = plain;
    this.socket = plain;
    this.in = new BufferedInputStream(plain.getInputStream());
  }

  /// From here on by TLS, with a server whom the authority vouches for by its name.
  ///
  /// @throws IOException also if the server has said something that was not asked for: it would be
  ///   taken for a part of what TLS protects
  void secure() throws IOException {
    if (in.available() > 0) {
      throw new IOException("the server spoke out of turn before TLS");
    }
    SSLSocket line = ClientTls.over(plain, server.host(), server.port(), server.authority());
    socket = line;
    in = new BufferedInputStream(line.getInputStream());
  }

  /// Sends one command and gives the reply to it.
  Reply ask(String command) throws IOException {
    write(command + "\r\n");
    return reply();
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  Reply reply() throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < MOST_LINES) {
      String line = line();
      if (!line.matches("[2-5][0-9][0-9](?:[ -].*)?")) {
        throw new IOException("that is no mail server");
      }
      lines.add(line.length() > 4 ? line.substring(4) : "");
      if (line.length() < 4 || line.charAt(3) == ' ') {
        return new Reply(Integer.parseInt(line.substring(0, 3)), lines);
      }
    }
    throw new IOException("the server's reply has no end");
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("the server hung up");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("that is no mail server");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }

  /// How this machine calls itself to the server: by the address it speaks from.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc5321#section-4.1.3 RFC 5321 §4.1.3 (address literals)
  String ownName() {
    String address = plain.getLocalAddress().getHostAddress();
    int scope = address.indexOf('%');
    String bare = scope < 0 ? address : address.substring(0, scope);
    return bare.contains(":") ? "[IPv6:" + bare + "]" : "[" + bare + "]";
  }

  /// The plain socket: the TLS one would wait for a write that hangs.
  @Override
  public void close() throws IOException {
    plain.close();
  }
}
