package hospital.wardbell.alert;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.Optional;

/// The server that takes e-mail, if one is set: one row, its password sealed. Any thread that may
/// block.
public final class MailServers {
  /// The server and what it is opened by.
  record Opened(MailServer server, Secret password) {}

  private static final String PASSWORD = "alert_mail_server.password/1";

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;

  public MailServers(Store store, Vault vault, Audit audit, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets the server, in the place of the one before.
  ///
  /// @param password empty octets if it asks for none
  public void set(MailServer server, Secret password, Actor by) {
    Id row = Id.random();
    store.change(tx -> {
      tx.update("delete from alert_mail_server");
      Id dek = vault.newKey(tx, Vault.Subject.SYSTEM);
      tx.update(
          """
          insert into alert_mail_server
            (id, dek, host, port, security, sender, login, password, authority, set_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          row,
          dek,
          server.host(),
          server.port(),
          server.security(),
          server.sender().text(),
          server.login(),
          password.lend(octets -> vault.seal(tx, dek, new Cell(PASSWORD, row), octets)),
          server.authority(),
          clock.instant());
      String what = server.security().word() + " " + server.host() + ":" + server.port();
      audit.record(tx, Entry.of(by, "alert.mail-set").because(shortened(what)));
    });
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(200, text.length()));
  }

  /// No e-mail is sent any more.
  ///
  /// @return whether there was a server
  public boolean remove(Actor by) {
    return store.write(tx -> {
      boolean was = tx.update("delete from alert_mail_server") > 0;
      if (was) {
        audit.record(tx, Entry.of(by, "alert.mail-set").because("off"));
      }
      return was;
    });
  }

  public Optional<MailServer> present() {
    return store.read(sql -> sql.one("select * from alert_mail_server", MailServers::server));
  }

  boolean isSet(Sql sql) {
    return sql.number("select count(*) from alert_mail_server") > 0;
  }

  Optional<Opened> open() {
    return store.read(sql ->
        sql.one(
            "select * from alert_mail_server",
            row ->
                new Opened(
                    server(row),
                    Secret.copyOf(
                        vault.open(
                            sql,
                            row.id("dek"),
                            new Cell(PASSWORD, row.id("id")),
                            row.bytes("password"))))));
  }

  private static MailServer server(Row row) {
    return new MailServer(
        row.text("host"),
        row.integer("port"),
        row.constant("security", MailServer.Security.class),
        new MailAddress(row.text("sender")),
        row.text("login"),
        row.text("authority"));
  }
}
