package dev.mixpaneldata.credentials;

import java.util.List;

/**
 * The proof of identity that calls carry in their {@code Authorization} header. Mixpanel takes a
 * {@link ServiceAccount} or a {@link BearerToken}; a kind whose token is renewed gives another
 * header from then on. Safe to print.
 */
public interface SignIn {
  /** Returns the name that people know it by: a username, or the kind of its token. */
  String name();

  /** Returns the value of the header. Every call asks again. */
  Secret authorization();

  /** Returns the texts in it that must not be shown. */
  List<Secret> secrets();

  /** Returns what to do if Mixpanel does not accept it: a sentence or two. */
  String remedy();
}
