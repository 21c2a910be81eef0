/// Who may be texted: the ledger of opt-ins and opt-outs, keywords, and the Gate.
///
/// The outbox takes only [Cleared], and only [Gate] makes one. The ledger is append only; the
/// latest entry about a remote counts. Remotes are kept under the suppression key, which outlives
/// every shredding.
@NullMarked
package hospital.wardbell.consent;

import org.jspecify.annotations.NullMarked;
