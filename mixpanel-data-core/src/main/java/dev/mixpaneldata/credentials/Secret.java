package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A text that must not be shown. {@link #toString()} masks it; {@link #reveal()} gives it away. */
public final class Secret {
  /** What stands for a secret wherever one would otherwise be printed. */
  public static final String MASK = "********";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** Keeps a text secret; surrounding white space, as pasting leaves it, is dropped. */
  public static Secret of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The secret is empty.", "Give the secret of a service account.");
    }
    return new Secret(stripped);
  }

  /** The text itself, for the one place that must send it. */
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
