package hospital.wardbell.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Kannel's bearerbox and smsbox with the store on disk. Texts can only be queued once both run, so
/// the first go out while the last are still being queued.
record Kannel() implements Peer {
  private static final int REPORT_OF_SUCCESS_AND_FAILURE = 3;

  @Override
  public String name() {
    return "kannel";
  }

  @Override
  public Path program() {
    return Path.of("/usr/sbin/bearerbox");
  }

  @Override
  public List<String> prepare(Path directory, Path device, List<Text> queue, boolean reports)
      throws IOException {
    Files.createDirectories(directory.resolve("store"));
    int admin = BenchHome.freePort();
    int boxes = BenchHome.freePort();
    int sending = BenchHome.freePort();
    Path settings =
        Files.writeString(
            directory.resolve("kannel.conf"),
            settings(directory, device).formatted(admin, boxes, sending));
    Path queries =
        Files.write(
            directory.resolve("queries"), queue.stream().map(t -> query(t, reports)).toList());
    return List.of("/bin/bash", "-c", start(settings, boxes, sending, queries));
  }

  /// Starts one after the other and queues by smsbox's own HTTP interface.
  private static String start(Path settings, int boxes, int sending, Path queries) {
    return """
    PATH=$PATH:/usr/sbin
    answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
    bearerbox -v 4 '%1$s' &
    until answers %2$d; do sleep 0.1; done
    smsbox -v 4 '%1$s' &
    until answers %3$d; do sleep 0.1; done
    while read -r query; do
      exec 3<>/dev/tcp/127.0.0.1/%3$d
      printf 'GET /cgi-bin/sendsms?%%s HTTP/1.0\\r\\n\\r\\n' "$query" >&3
      cat <&3 >/dev/null
    done <'%4$s'
    wait
    """
        .formatted(settings, boxes, sending, queries);
  }

  private static String query(Text text, boolean reports) {
    String query =
        "username=bench&password=bench&to=%s&text=%s"
            .formatted(
                URLEncoder.encode(text.to().e164(), StandardCharsets.UTF_8),
                URLEncoder.encode(text.words(), StandardCharsets.UTF_8));
    return reports ? query + "&dlr-mask=" + REPORT_OF_SUCCESS_AND_FAILURE : query;
  }

  private static String settings(Path directory, Path device) {
    return """
    group = core
    admin-port = %%1$d
    admin-password = bench
    smsbox-port = %%2$d
    log-file = "%1$s/bearerbox.log"
    log-level = 1
    store-type = spool
    store-location = "%1$s/store"
    dlr-storage = internal

    group = smsc
    smsc = at
    smsc-id = bench
    modemtype = bench
    device = %2$s
    speed = 115200

    group = modems
    id = bench
    name = "Bench"
    init-string = "AT+CNMI=2,2,0,1,0"
    speed = 115200
    sendline-sleep = 1

    group = smsbox
    smsbox-id = bench
    bearerbox-host = 127.0.0.1
    sendsms-port = %%3$d
    global-sender = 12025550100
    log-file = "%1$s/smsbox.log"
    log-level = 1

    group = sendsms-user
    username = bench
    password = bench

    group = sms-service
    keyword = default
    max-messages = 0
    text = ""
    """
        .formatted(directory, device);
  }
}
