package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import java.time.InstantSource;
import java.util.Optional;

/// The channel e-mail. A message says of what kind an alert is and what it is called: no name, no
/// team, no number, since it lies in the clear at whoever keeps the recipient's mail.
public final class Mail implements Channel {
  private final MailServers servers;
  private final Reaches reaches;
  private final InstantSource clock;
  private final AlertWords words = new AlertWords();

  public Mail(MailServers servers, Reaches reaches, InstantSource clock) {
    this.servers = servers;
    this.reaches = reaches;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean reaches(Sql sql, Id staff) {
    return servers.isSet(sql) && reaches.hasMail(sql, staff);
  }

  @Override
  public Outcome tell(People.Person person, Alert alert) {
    Optional<MailServers.Opened> opened = servers.open();
    Optional<MailAddress> to = reaches.mail(person.id());
    if (opened.isEmpty() || to.isEmpty()) {
      opened.ifPresent(server -> server.password().close());
      return new Outcome.Never("the server or the address was taken away");
    }
    MailServer server = opened.get().server();
    String text =
        MailText.of(
            server.sender(),
            to.get(),
            Id.random().toString(), // of the alert's own nothing, so that none is found by it
            clock.instant(),
            alert.kind().severity() == Severity.URGENT,
            words.subject(alert, person.language()),
            words.body(alert, person.language()));
    try (var password = opened.get().password()) {
      return new Smtp(server, password, Smtp.PATIENCE).send(to.get(), text);
    }
  }
}
