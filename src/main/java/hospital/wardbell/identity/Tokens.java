package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// API tokens: scoped, kept only as a hash, revocable. Any thread that may block.
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

    public Actor actor() {
      return new Actor.Integration(id);
    }
  }

  /// What every bearer secret begins with, so that scanners of leaked secrets know it.
  static final String PREFIX = "wbt_";

  private static final int LONGEST_NAME = 100;

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;

  Tokens(Store store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// @return the bearer secret, shown this once
  /// @throws IllegalArgumentException if the name, the scopes or the team are not lawful; says why
  public Secret create(String name, Set<Scope> scopes, Id team, Actor by) {
    String given = name.strip();
    require(
        !given.isEmpty() && given.length() <= LONGEST_NAME,
        "A token's name has 1 to " + LONGEST_NAME + " characters.");
    require(!scopes.isEmpty(), "A token needs at least one scope.");
    String bearer = PREFIX + Bearer.random();
    Token token = new Token(Id.random(), given, scopes, team, clock.instant(), false);
    store.change(tx -> {
      require(TeamTable.exists(tx, team), "There is no team " + team + ".");
      TokenTable.insert(tx, token, Bearer.hash(bearer), by.label());
      audit.record(
          tx, Entry.of(by, "token.made").about(token.id()).because(scopes(token.scopes())));
    });
    return Secret.copyOf(bearer.toCharArray());
  }

  private static void require(boolean lawful, String rule) {
    if (!lawful) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static String scopes(Set<Scope> scopes) {
    return scopes.stream()
        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining("+"));
  }

  /// All there ever were, the oldest first.
  public List<Token> list() {
    return store.read(TokenTable::list);
  }

  /// @return whether there was such a token, not revoked before
  public boolean revoke(Id token, Actor by) {
    return store.write(tx -> {
      boolean revoked = TokenTable.revoke(tx, token, clock.instant());
      if (revoked) {
        audit.record(tx, Entry.of(by, "token.revoked").about(token));
      }
      return revoked;
    });
  }

  /// The token of this bearer secret, unless it is revoked.
  public Optional<Token> find(String bearer) {
    if (!bearer.startsWith(PREFIX)) {
      return Optional.empty();
    }
    byte[] hash = Bearer.hash(bearer);
    Optional<TokenTable.Kept> found =
        store.read(sql -> TokenTable.find(sql, hash)).filter(kept -> !kept.token().revoked());
    found.filter(kept -> !kept.used()).ifPresent(kept -> usedFirst(kept.token()));
    return found.map(TokenTable.Kept::token);
  }

  private void usedFirst(Token token) {
    store.change(tx -> {
      if (TokenTable.use(tx, token.id(), clock.instant())) {
        audit.record(tx, Entry.of(token.actor(), "token.first-used").about(token.id()));
      }
    });
  }
}
