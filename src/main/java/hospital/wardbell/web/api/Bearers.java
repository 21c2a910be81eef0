package hospital.wardbell.web.api;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.identity.Tokens;
import java.util.Optional;

/// Who bears which token. May block.
interface Bearers {
  /// The token of a secret, if it is in force.
  Optional<Tokens.Token> find(String secret);

  /// Puts on record that a token was used for what it is not for.
  void refused(Tokens.Token token, String scope, String origin);

  static Bearers of(Tokens tokens, Audit audit) {
    return new Bearers() {
      @Override
      public Optional<Tokens.Token> find(String secret) {
        return tokens.find(secret).filter(t -> !t.revoked());
      }

      @Override
      public void refused(Tokens.Token token, String scope, String origin) {
        audit.record(
            Entry.of(token.actor(), "route.refused").about(token.id()).from(origin).because(scope));
      }
    };
  }
}
