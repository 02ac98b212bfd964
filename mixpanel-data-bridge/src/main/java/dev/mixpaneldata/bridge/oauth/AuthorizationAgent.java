package dev.mixpaneldata.bridge.oauth;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Takes the user to the vendor's page and brings the answer back. */
@FunctionalInterface
public interface AuthorizationAgent {
  /**
   * Prepares for one sign-in.
   *
   * @param registered the redirect address of an earlier sign-in, to be used again if possible
   */
  Visit prepare(Optional<String> registered);

  /** One visit of the user to the vendor's page. */
  interface Visit extends AutoCloseable {
    /** Where the vendor sends the browser back to. */
    String redirectUri();

    /**
     * Lets the user decide, and waits.
     *
     * @param address the vendor's page
     * @param state what the right answer carries; others are not taken
     * @return the parameters of the redirect
     */
    Map<String, String> authorize(URI address, String state);

    @Override
    void close();
  }
}
