package dev.mixpaneldata.bridge.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
