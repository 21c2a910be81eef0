package hospital.wardbell.identity;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// API tokens: scoped, kept only as a hash, revocable.
public final class Tokens {
  /// What a token may do.
  public enum Scope {
    /// Queue texts and ask what became of them.
    SEND,
    /// Read texts; given by the CLI in a trial home only.
    READ
  }

  /// A token without its secret.
  public record Token(
      Id id, String name, Set<Scope> scopes, Id team, Instant made, boolean revoked) {
    public Token {
      scopes = Set.copyOf(scopes);
    }

    public Sight sight() {
      return new Sight(List.of(team));
    }
  }

  /// @return the bearer secret, shown this once
  public Secret create(String name, Set<Scope> scopes, Id team, Actor by) {
    throw new IllegalStateException("not built");
  }

  public List<Token> list() {
    throw new IllegalStateException("not built");
  }

  /// @return whether there was such a token, not revoked before
  public boolean revoke(Id token, Actor by) {
    throw new IllegalStateException("not built");
  }

  public Optional<Token> find(String bearer) {
    throw new IllegalStateException("not built");
  }
}
