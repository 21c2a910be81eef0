package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Tokens.Token;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
  private Home home;
  private Tokens tokens;
  private Id team;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    tokens = home.identity.tokens();
    team = home.identity.accounts().frontDesk();
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void the_bearer_secret_finds_the_token_with_its_scopes_and_team() {
    String bearer = made("scheduling", Scope.SEND, Scope.READ);

    Token token = tokens.find(bearer).orElseThrow();

    assertThat(bearer).matches("wbt_[A-Za-z0-9_-]{43}");
    assertThat(token.name()).isEqualTo("scheduling");
    assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.SEND, Scope.READ);
    assertThat(token.sight().covers(team)).isTrue();
    assertThat(tokens.list()).contains(token);
  }

  @Test
  void a_revoked_token_finds_nothing_and_stays_in_the_list() {
    String bearer = made("old", Scope.SEND);
    Id id = tokens.find(bearer).orElseThrow().id();

    assertThat(tokens.revoke(id, Home.ADMIN)).isTrue();
    assertThat(tokens.revoke(id, Home.ADMIN)).isFalse();
    assertThat(tokens.revoke(Id.random(), Home.ADMIN)).isFalse();

    assertThat(tokens.find(bearer)).isEmpty();
    assertThat(tokens.list()).filteredOn(t -> t.id().equals(id)).allMatch(Token::revoked);
  }

  @Test
  void making_first_use_and_revoking_are_on_record_once_each() {
    String bearer = made("watched", Scope.SEND);
    Id id = tokens.find(bearer).orElseThrow().id();
    assertThat(tokens.find(bearer)).isPresent();
    assertThat(tokens.revoke(id, Home.ADMIN)).isTrue();

    assertThat(home.audited(id))
        .satisfiesExactly(
            entry -> assertThat(entry).contains("token.made", "os:admin", "send"),
            entry -> assertThat(entry).contains("token.first-used", "token:" + id),
            entry -> assertThat(entry).contains("token.revoked", "os:admin"));
  }

  @Test
  void what_is_no_token_finds_nothing() {
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find("wbt_")).isEmpty();
    assertThat(tokens.find(Tokens.PREFIX + Bearer.random())).isEmpty();
    assertThat(tokens.find(made("x", Scope.SEND).substring(4))).isEmpty();
  }

  @Test
  void a_token_needs_a_name_a_scope_and_a_real_team() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens.create(" ", Set.of(Scope.SEND), team, Home.ADMIN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens.create("x", Set.of(), team, Home.ADMIN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens.create("x", Set.of(Scope.SEND), Id.random(), Home.ADMIN));
  }

  private String made(String name, Scope... scopes) {
    return Home.text(tokens.create(name, Set.of(scopes), team, Home.ADMIN));
  }
}
