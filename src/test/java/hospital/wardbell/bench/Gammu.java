package hospital.wardbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// gammu-smsd with its file back end.
record Gammu() implements Peer {
  @Override
  public String name() {
    return "gammu-smsd";
  }

  @Override
  public Path program() {
    return Path.of("/usr/bin/gammu-smsd");
  }

  @Override
  public List<String> prepare(Path directory, Path device, List<Text> queue, boolean reports)
      throws IOException {
    for (String box : List.of("inbox", "outbox", "sent", "error")) {
      Files.createDirectories(directory.resolve(box));
    }
    for (int i = 0; i < queue.size(); i++) {
      Text text = queue.get(i);
      String name =
          "OUTC20260101_%06d_00_%s_sms0.txt%s".formatted(i, text.to().e164(), reports ? "d" : "");
      Files.writeString(directory.resolve("outbox").resolve(name), text.words());
    }
    Path settings =
        Files.writeString(
            directory.resolve("smsdrc"),
            """
            [gammu]
            device = %1$s
            connection = at115200
            [smsd]
            service = files
            logfile = %2$s/log
            inboxpath = %2$s/inbox/
            outboxpath = %2$s/outbox/
            sentsmspath = %2$s/sent/
            errorsmspath = %2$s/error/
            commtimeout = 1
            loopsleep = 1
            receivefrequency = 1
            """
                .formatted(device, directory));
    return List.of(program().toString(), "-c", settings.toString());
  }
}
