package hospital.wardbell.directory;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Loop;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.ElsewhereDesk;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hospital's directory, as one home asks it. Any thread that may block.
public final class Directory implements AutoCloseable {
  /// How long who has left may still be here, if the directory answers.
  public static final Duration INTERVAL = Duration.ofMinutes(15);

  /// After it did not answer.
  static final Duration SOON = Duration.ofMinutes(1);

  private final Identity identity;
  private final Audit audit;
  private final Servers servers;
  private final Grants grants;
  private final Doorman doorman;
  private final Sync sync;
  private volatile @Nullable Loop loop;

  public Directory(
      Store store,
      Vault vault,
      Audit audit,
      Alerts alerts,
      Identity identity,
      InstantSource clock) {
    this.identity = identity;
    this.audit = audit;
    servers = new Servers(store, vault, audit, clock);
    grants = new Grants(store, audit);
    doorman = new Doorman(servers, clock);
    sync = new Sync(store, servers, grants, identity.elsewhere(), alerts, audit, clock);
    identity.elsewhere().serve(doorman);
  }

  /// Begins to look, at once and then every [#INTERVAL].
  public void start() {
    loop = Loop.start("directory", this::turn);
  }

  /// One turn of the loop.
  Duration turn() {
    Report report = sync.run(ElsewhereDesk.DIRECTORY, false);
    return report.outcome() == Report.Outcome.SILENT ? SOON : INTERVAL;
  }

  /// Which groups mean what.
  public Grants grants() {
    return grants;
  }

  public Optional<DirectoryServer> server() {
    return servers.present();
  }

  /// Sets the server, in the place of the one before.
  ///
  /// @throws IllegalArgumentException if the password is none
  public void set(DirectoryServer server, Secret password, Actor by) {
    servers.set(server, password, by);
    doorman.forget();
  }

  /// No directory is asked any more: who is from it cannot sign in.
  ///
  /// @return whether one was
  public boolean remove(Actor by) {
    doorman.forget();
    return servers.remove(by);
  }

  /// What came of the last look; empty before the first.
  public Optional<Report> last() {
    return sync.last();
  }

  /// Tries all that must hold, step by step.
  ///
  /// @param login of whom it is said what the person would be here
  /// @return empty if no directory is set
  public Optional<List<Examination.Step>> test(Optional<String> login, Actor by, String origin) {
    audit.record(Entry.of(by, "directory.tested").from(origin));
    return servers
        .open()
        .map(opened ->
            new Examination(opened, grants.all(), identity.accounts().teams()).walk(login));
  }

  /// What would be changed now.
  ///
  /// @throws DirectoryFault if it cannot be asked
  public Report preview() {
    return sync.preview();
  }

  /// Looks now, and does what follows.
  ///
  /// @param however also if so many have left that a mistake is likelier
  public Report follow(Actor by, boolean however) {
    return sync.run(by, however);
  }

  /// Ends the loop that [#start] began, after a look that is under way.
  @Override
  public void close() {
    Loop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
