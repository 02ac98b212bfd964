package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.internal.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof that who exchanges a code is who asked for it (RFC 7636, S256). */
record Pkce(String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Pkce create() {
    return new Pkce(randomText());
  }

  /** 32 random bytes as 43 characters that need no encoding. */
  static String randomText() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
