package hospital.wardbell.web.api;

import hospital.wardbell.identity.Tokens;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.identity.Tokens.Token;
import hospital.wardbell.web.Call;
import hospital.wardbell.web.Endpoint;
import hospital.wardbell.web.Reply;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.BiFunction;

/// Lets a call through to an endpoint if its token may make it.
record Admission(Bearers bearers, Allowance allowance) {
  /// An endpoint for the bearers of any of `scopes`.
  Endpoint of(BiFunction<Token, Call, Reply.Json> endpoint, Tokens.Scope... scopes) {
    return call -> {
      Optional<Token> found = call.bearer().flatMap(bearers::find);
      if (found.isEmpty()) {
        return ApiError.NO_TOKEN.reply();
      }
      Token token = found.get();
      if (!allowance.take(token.id())) {
        return ApiError.TOO_MANY.reply();
      }
      if (Collections.disjoint(token.scopes(), Arrays.asList(scopes))) {
        bearers.refused(token, "scope:" + Words.lower(scopes[0]), call.origin());
        return ApiError.WRONG_SCOPE.reply();
      }
      return endpoint.apply(token, call);
    };
  }

  static boolean reads(Token token) {
    return token.scopes().contains(Scope.READ);
  }
}
