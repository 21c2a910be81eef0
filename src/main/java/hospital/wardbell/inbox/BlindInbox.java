package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What of receiving is found by the index key, for when that is changed.
///
/// A fingerprint is looked for as long as the network may deliver again. Until twice that time has
/// passed the raw PDU is opened and its fingerprint made anew; then the row is not found any more.
public final class BlindInbox {
  private static final Duration LOOKED_FOR = Intake.WINDOW.multipliedBy(2);

  private final Vault vault;
  private final RawTable raws;
  private final MultipartTable multiparts;
  private final InstantSource clock;

  public BlindInbox(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.raws = new RawTable(vault);
    this.multiparts = new MultipartTable(vault);
    this.clock = clock;
  }

  public List<BlindTable> tables() {
    return List.of(
        new BlindTable(
            "received texts",
            "raw_pdu",
            "id",
            List.of("octets_index", "text_index", "remote_index"),
            this::renewRaw),
        new BlindTable(
            "texts in parts", "multipart", "id", List.of("remote_index"), this::renewMultipart));
  }

  private Instant earliest() {
    return clock.instant().minus(LOOKED_FOR);
  }

  private boolean renewRaw(Tx tx, Id id) {
    if (raws.isOffered(tx, id, earliest())) {
      raws.renew(tx, id);
    } else {
      raws.unfind(tx, id, vault.nobodys(id));
    }
    return true;
  }

  private boolean renewMultipart(Tx tx, Id id) {
    Optional<Raw> first =
        multiparts.isOpen(tx, id, earliest())
            ? raws.parts(tx, id).values().stream().findFirst()
            : Optional.empty();
    if (first.isPresent() && Incoming.read(first.get().hex()) instanceof Incoming.Delivered part) {
      multiparts.renew(tx, id, first.get(), part);
    } else {
      multiparts.unfind(tx, id, vault.nobodys(id));
    }
    return true;
  }
}
