package hospital.wardbell.web;

import hospital.wardbell.identity.Permission;

/// Where pages are mounted. Paths are Vert.x Web's: `/conversations/:id`.
public interface Routes {
  /// A page for those who have signed in and hold `needs`.
  void get(String path, Permission needs, Page page);

  /// As [#get], for a posted form, whose CSRF field has been checked.
  void post(String path, Permission needs, Page page);

  /// A page for anybody: sign-in, and no more than must be.
  void openGet(String path, Page page);

  /// As [#openGet], for a posted form; checked to come from our own page.
  void openPost(String path, Page page);
}
