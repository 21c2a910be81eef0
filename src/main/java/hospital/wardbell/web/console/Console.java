package hospital.wardbell.web.console;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.backup.Health;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Compliance;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.HeldBack;
import hospital.wardbell.directory.Directory;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.Rounds;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.siem.Siem;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.ErrorView;
import hospital.wardbell.web.Routes;
import hospital.wardbell.web.Site;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// All pages for staff, mounted together.
public final class Console {
  /// The files that the pages refer to.
  public static final List<String> ASSETS =
      List.of(
          "ui.css",
          "parts.css",
          "icon.svg",
          "app.js",
          "live.js",
          "fragment.js",
          "composer.js",
          "link.js",
          "lock.js",
          "opening.js",
          "passkey.js");

  private final List<Mounted> pages;

  /// A group of pages that mounts itself.
  interface Mounted {
    void mount(Routes routes);
  }

  /// @param modems the modems' health at the moment of asking
  /// @param evidence the audit record, to look at
  /// @param subjects what its entries about a telephone number are about
  /// @param broken where the audit record does not hold, at the moment of asking
  /// @param backups how it stands with them, likewise
  /// @param numbers reads a telephone number as people write it
  /// @param address the console's, with a `/` at its end
  public Console(
      Identity identity,
      Alerts alerts,
      Conversations conversations,
      Inbox inbox,
      Outbox outbox,
      Settings settings,
      Audit audit,
      Supplier<List<ModemHealth>> modems,
      Fleet fleet,
      Rounds rounds,
      HeldBack held,
      Siem siem,
      Directory directory,
      Evidence evidence,
      Function<String, Optional<List<String>>> subjects,
      Supplier<Optional<Finding>> broken,
      Supplier<Health> backups,
      Compliance compliance,
      Retention retention,
      Function<String, Optional<PhoneNumber>> numbers,
      String address,
      Assets assets,
      InstantSource clock) {
    Views views = new Views();
    Shells shells =
        new Shells(
            identity,
            alerts,
            conversations,
            settings,
            modems,
            broken,
            assets,
            new Icons(),
            Languages.load(),
            clock);
    ThreadViews threads =
        new ThreadViews(identity.accounts(), identity, compliance.disclosures()::misdirected);
    NumberSearch search = new NumberSearch(numbers, compliance.watched());
    this.pages =
        List.of(
            new SignInPages(identity, shells, views),
            new LockPages(identity, shells, views),
            new InboxPages(conversations, compliance.reasons(), shells, views),
            new ConversationPages(
                conversations, retention, compliance.reasons(), shells, views, threads),
            new ReasonPages(compliance.reasons(), shells, views),
            new UnreadablePages(inbox, shells, views),
            new HeldPages(held, shells, views),
            new ModemPages(fleet, rounds, modems, audit, shells, views, clock),
            new ForwardingPages(siem, audit, shells, views),
            new DirectoryPages(directory, identity.accounts(), audit, shells, views),
            new AuditPages(
                evidence, audit, identity.accounts(), subjects, settings::zone, shells, views),
            new StepUpPages(identity.stepUp(), shells, views),
            new BreakGlassPages(
                identity.breakGlass(), identity.stepUp(), identity.accounts(), shells, views),
            new GlassReviewPages(
                identity.breakGlass().reviews(), evidence, identity.accounts(), shells, views),
            new AlertPages(alerts, identity.accounts(), shells, views),
            new FactorPages(identity, shells, views),
            new TrainingPeoplePages(identity, shells, views),
            new RehearsalPages(identity, shells, views),
            new TrainingPages(identity, shells, views),
            new AuditExportPages(evidence, audit, identity.stepUp(), settings::zone, shells, views),
            new ReviewPages(
                compliance.reviews(),
                identity.breakGlass().reviews(),
                identity.accounts(),
                shells,
                views),
            new WatchedPages(compliance.watched(), search, shells, views),
            new RequestPages(compliance, identity.accounts(), search, shells, views),
            new DisclosurePages(compliance, search, shells, views),
            new MisdirectedPages(compliance.disclosures(), shells, views),
            new CopyPages(compliance, identity.stepUp(), shells),
            new RetentionPages(retention, audit, identity.accounts(), numbers, shells, views),
            new DeletionPages(
                conversations.removal().deleting(),
                retention,
                audit,
                identity.accounts(),
                shells,
                views),
            new WelcomePages(identity.admission(), shells, views),
            new PeoplePages(identity, address, audit, shells, views),
            new SessionPages(identity),
            new OffBoardingPages(identity, audit, shells, views),
            new PasswordPages(identity, shells, views),
            new SystemPages(
                outbox, backups, identity.breakGlass().reviews(), audit, shells, views));
  }

  public void mount(Routes routes) {
    pages.forEach(p -> p.mount(routes));
  }

  /// The pages there are before the keyring is open.
  public static Site.Sealed sealed(Assets assets, SealedDoor door) {
    return new Site.Sealed(errors(assets), new SealedPage(assets, door)::mount);
  }

  public static ErrorView errors(Assets assets) {
    return new ErrorPages(assets);
  }
}
