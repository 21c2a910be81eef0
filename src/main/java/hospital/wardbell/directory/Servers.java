package hospital.wardbell.directory;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.Optional;

/// The directory that is asked, if one is set: one row, the password of the account that asks
/// sealed. Any thread that may block.
public final class Servers {
  /// The server and what it is asked with.
  record Opened(DirectoryServer server, Secret password) {}

  private static final String PASSWORD = "directory_server.password/1";
  private static final int LONGEST_PASSWORD = 256;

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;

  Servers(Store store, Vault vault, Audit audit, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets the server, in the place of the one before.
  ///
  /// @throws IllegalArgumentException if the password is none
  public void set(DirectoryServer server, Secret password, Actor by) {
    if (password.length() == 0 || password.length() > LONGEST_PASSWORD) {
      throw new IllegalArgumentException("The account's password has 1 to 256 characters.");
    }
    Id row = Id.random();
    store.change(tx -> {
      tx.update("delete from directory_server");
      Id dek = vault.newKey(tx, Vault.Subject.SYSTEM);
      tx.update(
          """
          insert into directory_server
            (id, dek, host, port, security, kind, account, password, people, groups,
             login_attribute, name_attribute, authority, set_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          row,
          dek,
          server.host(),
          server.port(),
          server.security(),
          server.kind(),
          server.account(),
          password.lend(octets -> vault.seal(tx, dek, new Cell(PASSWORD, row), octets)),
          server.people(),
          server.groups(),
          server.login(),
          server.name(),
          server.authority(),
          clock.instant());
      audit.record(tx, Entry.of(by, "directory.set").about(row).because(shortened(server)));
    });
  }

  private static String shortened(DirectoryServer server) {
    String address = server.address();
    return address.substring(0, Math.min(200, address.length()));
  }

  /// No directory is asked any more: who is from it cannot sign in.
  ///
  /// @return whether one was
  public boolean remove(Actor by) {
    return store.write(tx -> {
      boolean was = tx.update("delete from directory_server") > 0;
      if (was) {
        audit.record(tx, Entry.of(by, "directory.set").because("off"));
      }
      return was;
    });
  }

  public Optional<DirectoryServer> present() {
    return store.read(sql -> sql.one("select * from directory_server", Servers::server));
  }

  Optional<Opened> open() {
    return store.read(sql ->
        sql.one(
            "select * from directory_server",
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

  private static DirectoryServer server(Row row) {
    return new DirectoryServer(
        row.text("host"),
        row.integer("port"),
        row.constant("security", DirectoryServer.Security.class),
        row.constant("kind", Kind.class),
        row.text("account"),
        row.text("people"),
        row.text("groups"),
        row.text("login_attribute"),
        row.text("name_attribute"),
        row.text("authority"));
  }
}
