package hospital.wardbell.web;

/// Where the REST API is mounted. No cookie is looked at, so no form of another site can reach it;
/// each endpoint asks for a bearer token itself. Every wrong is answered in JSON.
public interface Endpoints {
  /// What is under this prefix is an endpoint.
  String PREFIX = "/api/";

  void get(String path, Endpoint endpoint);

  /// For a body of `application/json`.
  void post(String path, Endpoint endpoint);
}
