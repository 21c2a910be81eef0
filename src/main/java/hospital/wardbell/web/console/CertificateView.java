package hospital.wardbell.web.console;

import hospital.wardbell.compliance.RetentionCertificates;
import hospital.wardbell.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A certificate of what was erased, for printing.
public record CertificateView(
    RetentionCertificates.Certificate certificate, JsonObject text, RetentionView view) {
  static CertificateView of(RetentionCertificates.Certificate certificate, RetentionView view) {
    return new CertificateView(certificate, JsonObject.parse(certificate.text()), view);
  }

  /// Who did it, and when.
  public String done(String what) {
    return text.maybeText(what + "_by")
        .map(by -> view.shell().say("certificate.done", view.who(by), at(text.text(what + "_at"))))
        .orElse("–");
  }

  private String at(String time) {
    return view.shell().times().whole(Instant.parse(time));
  }

  public String goneAt() {
    return at(text.text("gone_at"));
  }

  /// When no backup opens it any more and why, as far as that is known.
  public String backups() {
    return said("certificate.backups-free", certificate.backupsFree())
        .or(() -> said("certificate.period-ended", certificate.periodsEnded()))
        .orElseGet(() ->
            view.shell()
                .say(
                    "certificate.backups-until",
                    view.day(LocalDate.parse(text.text("in_backups_until")))));
  }

  private Optional<String> said(String key, Optional<Instant> time) {
    return time.map(at -> view.shell().say(key, view.shell().times().whole(at)));
  }

  public List<String> keys() {
    return text.texts("keys_destroyed");
  }

  /// The number of the entry with its digest; empty until it is signed.
  public String proof() {
    return certificate
        .proof()
        .map(proof -> view.shell().say("certificate.proof", proof.leaf()))
        .orElseGet(() -> view.shell().say("certificate.unsigned"));
  }
}
