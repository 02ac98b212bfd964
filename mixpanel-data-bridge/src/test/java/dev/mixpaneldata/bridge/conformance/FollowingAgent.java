package dev.mixpaneldata.bridge.conformance;

import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A user who agrees to everything: opens the page and takes the redirect without following it. */
public final class FollowingAgent implements AuthorizationAgent {
  @Override
  public Visit prepare(Optional<String> registered) {
    return new Visit() {
      @Override
      public String redirectUri() {
        return "http://localhost:19284/callback";
      }

      @Override
      public Map<String, String> authorize(URI address, String state) {
        return follow(address);
      }

      @Override
      public void close() {
        // Nothing listens.
      }
    };
  }

  private static Map<String, String> follow(URI address) {
    try {
      HttpResponse<String> response =
          WebClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      URI location = address.resolve(response.headers().firstValue("Location").orElse(""));
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String pair : String.valueOf(location.getRawQuery()).split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.put(
            parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
      return parameters;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
