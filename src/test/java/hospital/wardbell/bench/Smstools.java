package hospital.wardbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// smsd of smstools.
record Smstools() implements Peer {
  @Override
  public String name() {
    return "smstools";
  }

  @Override
  public Path program() {
    return Path.of("/usr/sbin/smsd");
  }

  @Override
  public List<String> prepare(Path directory, Path device, List<Text> queue, boolean reports)
      throws IOException {
    for (String box : List.of("outgoing", "checked", "incoming", "sent", "failed", "report")) {
      Files.createDirectories(directory.resolve(box));
    }
    for (int i = 0; i < queue.size(); i++) {
      Text text = queue.get(i);
      Files.writeString(
          directory.resolve("outgoing").resolve("%05d".formatted(i)),
          "To: %s\nReport: %s\n\n%s"
              .formatted(text.to().e164().substring(1), reports ? "yes" : "no", text.words()));
    }
    Path settings =
        Files.writeString(
            directory.resolve("smsd.conf"),
            """
            devices = GSM1
            outgoing = %2$s/outgoing
            checked = %2$s/checked
            incoming = %2$s/incoming
            sent = %2$s/sent
            failed = %2$s/failed
            report = %2$s/report
            infofile = %2$s/smsd.working
            logfile = %2$s/log
            loglevel = 4
            delaytime = 1
            delaytime_mainprocess = 1
            trust_outgoing = yes
            autosplit = 0
            [GSM1]
            device = %1$s
            incoming = yes
            report = %3$s
            check_network = 0
            baudrate = 115200
            init = AT+CPMS="SM","SM","SM";+CNMI=2,1,0,2,0
            primary_memory = SM
            secondary_memory = SR
            secondary_memory_max = 50
            """
                .formatted(device, directory, reports ? "yes" : "no"));
    return List.of(program().toString(), "-t", "-c" + settings, "-p" + directory.resolve("pid"));
  }
}
