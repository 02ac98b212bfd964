package dev.mixpaneldata.bridge.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept for one server and one account.
 *
 * @param registrations how this client is known, at most once for an issuer and a redirect address
 * @param grant what the user granted last
 * @param serviceAccount the credentials of a service account, which take the place of a grant
 */
public record GrantState(
    List<Registration> registrations,
    Optional<Grant> grant,
    Optional<ServiceAccount> serviceAccount) {
  /** Nothing is kept yet. */
  public static final GrantState EMPTY =
      new GrantState(List.of(), Optional.empty(), Optional.empty());

  public GrantState {
    registrations = List.copyOf(registrations);
  }

  /** With a grant. */
  public GrantState with(Grant other) {
    return new GrantState(registrations, Optional.of(other), serviceAccount);
  }

  /** With a registration in the place of older ones of its issuer. */
  GrantState with(Registration registration) {
    List<Registration> others = new ArrayList<>(without(registration.issuer()).registrations);
    others.add(registration);
    return new GrantState(others, grant, serviceAccount);
  }

  /** Without the registrations of an issuer, which it has forgotten. */
  GrantState without(String issuer) {
    return new GrantState(
        registrations.stream().filter(r -> !r.issuer().equals(issuer)).toList(),
        grant,
        serviceAccount);
  }

  /** The registration at an issuer. */
  Optional<Registration> registration(String issuer) {
    return registrations.stream().filter(r -> r.issuer().equals(issuer)).findFirst();
  }
}
