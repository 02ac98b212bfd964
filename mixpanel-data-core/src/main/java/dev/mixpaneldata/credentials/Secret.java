package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A text that must not be shown. {@link #toString()} masks it; {@link #reveal()} returns it. */
public final class Secret {
  /** The text that is printed in place of a secret. */
  public static final String MASK = "********";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** Returns a secret of this text, without the surrounding white space that pasting leaves. */
  public static Secret of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The secret is empty.", "Give the secret of a service account.");
    }
    return new Secret(stripped);
  }

  /** Returns the text itself, for the one place that must send it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
