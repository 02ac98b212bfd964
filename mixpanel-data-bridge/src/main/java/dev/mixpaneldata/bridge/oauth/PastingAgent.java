package dev.mixpaneldata.bridge.oauth;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * For machines without a browser: the user opens the vendor's page elsewhere and pastes the address
 * of the page that then fails to open, which holds the answer.
 */
public final class PastingAgent implements AuthorizationAgent {
  private static final String REDIRECT = "http://localhost:19284/callback";

  private final Function<URI, String> question;

  /**
   * @param question shows the vendor's page and gives what the user pasted
   */
  public PastingAgent(Function<URI, String> question) {
    this.question = question;
  }

  @Override
  public Visit prepare(Optional<String> registered) {
    return new Visit() {
      @Override
      public String redirectUri() {
        return registered.orElse(REDIRECT);
      }

      @Override
      public Map<String, String> authorize(URI address, String state) {
        return RedirectParameters.ofPasted(question.apply(address));
      }

      @Override
      public void close() {
        // Nothing listens.
      }
    };
  }
}
