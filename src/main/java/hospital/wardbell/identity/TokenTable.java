package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Tokens.Token;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of API tokens.
final class TokenTable {
  /// A token and whether it has been used.
  record Kept(Token token, boolean used) {}

  private TokenTable() {}

  /// @param by who makes it, as the record names them
  static void insert(Tx tx, Token token, byte[] bearerHash, String by) {
    tx.update(
        "insert into api_token (id, bearer_hash, name, team, made_at, made_by)"
            + " values (?, ?, ?, ?, ?, ?)",
        token.id(),
        bearerHash,
        token.name(),
        token.team(),
        token.made(),
        by);
    for (Scope scope : token.scopes()) {
      tx.update("insert into api_token_scope (token, scope) values (?, ?)", token.id(), scope);
    }
  }

  static List<Token> list(Sql sql) {
    return sql.list("select * from api_token order by made_at", row -> kept(sql, row).token());
  }

  /// Those of that maker that are not revoked.
  static List<Id> madeBy(Sql sql, String by) {
    return sql.list(
        "select id from api_token where made_by = ? and revoked_at is null",
        row -> row.id("id"),
        by);
  }

  static Optional<Kept> find(Sql sql, byte[] bearerHash) {
    return sql.one(
        "select * from api_token where bearer_hash = ?", row -> kept(sql, row), bearerHash);
  }

  /// @return whether this was its first use
  static boolean use(Tx tx, Id token, Instant now) {
    return tx.update(
            "update api_token set used_at = ? where id = ? and used_at is null", now, token)
        > 0;
  }

  /// @return whether there was such a token, not revoked before
  static boolean revoke(Tx tx, Id token, Instant now) {
    return tx.update(
            "update api_token set revoked_at = ? where id = ? and revoked_at is null", now, token)
        > 0;
  }

  private static Kept kept(Sql sql, Row row) {
    Token token =
        new Token(
            row.id("id"),
            row.text("name"),
            scopes(sql, row.id("id")),
            row.id("team"),
            row.instant("made_at"),
            row.maybeInstant("revoked_at").isPresent());
    return new Kept(token, row.maybeInstant("used_at").isPresent());
  }

  private static Set<Scope> scopes(Sql sql, Id token) {
    return Set.copyOf(
        sql.list(
            "select scope from api_token_scope where token = ?",
            row -> row.constant("scope", Scope.class),
            token));
  }
}
