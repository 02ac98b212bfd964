package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A service account of Mixpanel.
 *
 * @param username its name, like {@code name.abc123.mp-service-account}
 * @param secret its secret
 */
public record ServiceAccount(String username, Secret secret) implements SignIn {
  public ServiceAccount {
    username = username.strip();
    // A colon ends the name in HTTP's basic scheme (RFC 7617), so a name with one would be cut.
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw MixpanelDataException.invalidArgument(
          "The service account's username " + (username.isEmpty() ? "is empty." : "has a colon."),
          "Copy it from Organization settings, Service accounts; the secret is a value of its"
              + " own.");
    }
  }

  @Override
  public String name() {
    return username;
  }

  @Override
  public Secret authorization() {
    String pair = username + ":" + secret.reveal();
    return Secret.of(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<Secret> secrets() {
    return List.of(secret);
  }

  @Override
  public String remedy() {
    return "Check username, secret and region; the secret may have expired.";
  }
}
