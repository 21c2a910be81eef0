package hospital.wardbell.web.api;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Tokens.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tokens put there by hand.
final class FakeBearers implements Bearers {
  final List<String> refusals = new ArrayList<>();
  private final Map<String, Token> tokens = new HashMap<>();

  Token give(String secret, Id team, Scope... scopes) {
    Token token = new Token(Id.random(), secret, Set.of(scopes), team, Instant.EPOCH, false);
    tokens.put(secret, token);
    return token;
  }

  @Override
  public Optional<Token> find(String secret) {
    return Optional.ofNullable(tokens.get(secret));
  }

  @Override
  public void refused(Token token, String scope, String origin) {
    refusals.add(scope + " from " + origin);
  }
}
