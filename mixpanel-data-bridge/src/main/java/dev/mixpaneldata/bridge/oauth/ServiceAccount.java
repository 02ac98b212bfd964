package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user that is a program: it needs no browser and its rights do not expire. */
public record ServiceAccount(String username, Secret secret) {
  /** Its header, for which Mixpanel wants both words: {@code Bearer Basic} and the usual base64. */
  public String header() {
    byte[] pair = (username + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    return "Bearer Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
