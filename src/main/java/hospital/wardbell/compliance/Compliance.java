package hospital.wardbell.compliance;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// What the privacy officer of one home works with, joined.
public final class Compliance implements AutoCloseable {
  private final AccessReviews reviews;
  private final Watched watched;
  private final Requests requests;
  private final Disclosures disclosures;
  private final Copies copies;
  private final LookReasons reasons;
  private final Monitoring monitoring;

  public Compliance(
      Store store,
      Vault vault,
      Audit audit,
      Evidence evidence,
      Settings settings,
      Alerts alerts,
      Accounts accounts,
      Patients patients,
      Ledger ledger,
      InstantSource clock) {
    Transcripts transcripts = new Transcripts(store, vault, patients, clock);
    reviews =
        new AccessReviews(store, vault, audit, evidence, accounts, transcripts, settings, clock);
    reasons = new LookReasons(store, vault, audit, transcripts, clock);
    monitoring = new Monitoring(store, evidence, settings, alerts, clock);
    watched = new Watched(store, vault, audit, patients, accounts, clock);
    requests = new Requests(store, vault, audit, patients, transcripts, settings, clock);
    disclosures = new Disclosures(store, vault, audit, patients, transcripts, settings, clock);
    copies =
        new Copies(
            store, vault, audit, ledger, accounts, transcripts, disclosures, settings, clock);
  }

  public void start() {
    reviews.start();
    monitoring.start();
  }

  public AccessReviews reviews() {
    return reviews;
  }

  public Watched watched() {
    return watched;
  }

  public LookReasons reasons() {
    return reasons;
  }

  public Requests requests() {
    return requests;
  }

  public Disclosures disclosures() {
    return disclosures;
  }

  public Copies copies() {
    return copies;
  }

  @Override
  public void close() {
    monitoring.close();
    reviews.close();
  }
}
