package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Enrolment;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Tokens;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Tokens.Token;
import hospital.wardbell.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Staff accounts and API tokens, from the command line.
///
/// @param trial whether the CLI may grant a scope that reads patients
public record AccountCommands(Accounts accounts, Tokens tokens, boolean trial) {
  public Map<String, Command> commands() {
    return Map.of(
        "user.add", this::addUser,
        "token.create", this::createToken,
        "token.list", (_, _) -> listTokens(),
        "token.revoke", this::revokeToken);
  }

  private JsonObject addUser(JsonObject request, Actor.Operator by) {
    Set<Role> roles = roles(request);
    Enrolment made =
        accounts.add(
            new NewStaff(
                request.text("login"),
                request.text("name"),
                roles,
                List.of(accounts.frontDesk()),
                request.maybeText("language").orElse("en")),
            by);
    return new JsonObject()
        .put("id", made.staff().id().toString())
        .put("login", made.staff().login())
        .put("password", reveal(made.password()))
        .put("otpauth", reveal(made.otpauth()));
  }

  /// Those that are named; one at least.
  static Set<Role> roles(JsonObject request) {
    Set<Role> roles =
        request.texts("roles").stream()
            .map(r -> constant(Role.class, r))
            .collect(Collectors.toSet());
    if (roles.isEmpty()) {
      throw new Refusal(2, "Name at least one role: " + names(Role.values()));
    }
    return roles;
  }

  private JsonObject createToken(JsonObject request, Actor.Operator by) {
    Set<Scope> scopes =
        request.texts("scopes").stream()
            .map(s -> constant(Scope.class, s))
            .collect(Collectors.toSet());
    if (scopes.contains(Scope.READ) && !trial) {
      throw new Refusal(
          1, "A token that reads patients is granted in the console by the privacy officer.");
    }
    Secret bearer =
        tokens.create(
            request.text("name"),
            scopes.isEmpty() ? Set.of(Scope.SEND) : scopes,
            accounts.frontDesk(),
            by);
    return new JsonObject().put("token", reveal(bearer));
  }

  private JsonObject listTokens() {
    return new JsonObject().put("tokens", tokens.list().stream().map(this::shown).toList());
  }

  private JsonObject shown(Token token) {
    return new JsonObject()
        .put("id", token.id().toString())
        .put("name", token.name())
        .put("scopes", token.scopes().stream().map(s -> lower(s)).sorted().toList())
        .put("made", token.made().toString())
        .put("revoked", token.revoked());
  }

  private JsonObject revokeToken(JsonObject request, Actor.Operator by) {
    if (!tokens.revoke(Id.parse(request.text("id")), by)) {
      throw new Refusal(3, "There is no such token, or it was revoked before.");
    }
    return new JsonObject();
  }

  static String reveal(Secret secret) {
    return secret.lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  private static <E extends Enum<E>> E constant(Class<E> of, String word) {
    return Arrays.stream(of.getEnumConstants())
        .filter(c -> lower(c).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(2, "\"%s\" is none of %s".formatted(word, names(of.getEnumConstants()))));
  }

  private static String names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(AccountCommands::lower).collect(Collectors.joining(", "));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
