package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the secret, in every form it may come back in, out of texts that others wrote. */
final class Redactor {
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(basic|bearer)\\s+[a-z0-9+/=._~-]{16,}");

  /** Shorter texts are no secrets, and hiding them would tear every message apart. */
  private static final int SHORTEST = 4;

  private final List<String> hidden;

  Redactor(Credentials credentials) {
    String secret = credentials.secret().reveal();
    hidden =
        Stream.of(
                secret,
                Parameter.encode(secret),
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                base64(credentials.username() + ":" + secret),
                base64(secret + ":"),
                base64(secret))
            .distinct()
            .filter(text -> text.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text without secrets. */
  String clean(String text) {
    String result = text;
    for (String secret : hidden) {
      result = result.replace(secret, Secret.MASK);
    }
    return AUTHORIZATION.matcher(result).replaceAll("$1 " + Secret.MASK.replace("$", "\\$"));
  }

  /** The error if nothing in its chain of causes needs to be hidden, else nothing. */
  @Nullable Throwable clean(Throwable error) {
    Throwable link = error;
    for (int depth = 0; link != null && depth < 20; depth++) {
      String text = link.toString();
      if (!clean(text).equals(text)) {
        return null;
      }
      link = link.getCause();
    }
    return error;
  }
}
