package hospital.wardbell.web;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import java.util.Map;
import java.util.Optional;

/// A request, read whole.
///
/// @param path parameters of the route
/// @param query parameters behind the `?`, the first of each name
/// @param form fields of a posted form, the first of each name; at most 64 KiB in all
/// @param body a JSON body as text; empty if there is none
/// @param session whose it is; empty on open routes
/// @param sight whose data the session may do with what the route is for
/// @param origin the caller's address
/// @param language `en` or `es`
/// @param fragment only the changed region is wanted, not the whole page
/// @param cookie the session cookie's value, for signing out; empty if there is none
public record Request(
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> form,
    String body,
    Optional<Session> session,
    Sight sight,
    String origin,
    String language,
    boolean fragment,
    String cookie) {
  public Request {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  /// The id in the path.
  ///
  /// @throws NoSuchPage if it is no id
  public Id id(String name) {
    try {
      return Id.parse(path.getOrDefault(name, ""));
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage();
    }
  }

  /// A form's field; empty if it was not sent.
  public String field(String name) {
    return form.getOrDefault(name, "");
  }

  /// The session of a route that needs one.
  public Session signedIn() {
    return session.orElseThrow(() -> new IllegalStateException("an open route has no session"));
  }

  public Actor actor() {
    return signedIn().staff().actor();
  }

  @Override
  public String toString() {
    return "Request from " + origin;
  }
}
