package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.credentials.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Removes the secret, in every form in which it may come back, from texts of others. */
final class Redactor {
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(basic|bearer)\\s+[a-z0-9+/=._~-]{16,}");

  private static final String MASK = Matcher.quoteReplacement(Secret.MASK);

  /**
   * The shortest text to hide. Shorter ones are no secrets, and hiding them would spoil every
   * message.
   */
  private static final int SHORTEST = 4;

  private final SignIn signIn;
  private volatile Hidden known;

  Redactor(SignIn signIn) {
    this.signIn = signIn;
    this.known = Hidden.of(signIn);
  }

  /** The secrets of a sign-in, which may get new ones, and the patterns that find them. */
  private record Hidden(List<Secret> secrets, List<Pattern> patterns) {
    static Hidden of(SignIn signIn) {
      List<Secret> secrets = signIn.secrets();
      List<Pattern> patterns =
          secrets.stream()
              .map(Secret::reveal)
              .flatMap(secret -> forms(signIn.name(), secret))
              .distinct()
              .filter(text -> text.length() >= SHORTEST)
              .sorted(Comparator.comparing(String::length).reversed())
              .map(AnyEncoding::of)
              .toList();
      return new Hidden(secrets, patterns);
    }
  }

  private static Stream<String> forms(String name, String secret) {
    return Stream.concat(
        Stream.of(secret),
        Stream.of(name + ":" + secret, secret + ":", secret).flatMap(Redactor::base64));
  }

  private List<Pattern> hidden() {
    Hidden hidden = known;
    if (!hidden.secrets().equals(signIn.secrets())) {
      hidden = Hidden.of(signIn);
      known = hidden;
    }
    return hidden.patterns();
  }

  /**
   * Returns the forms of a text in Base64, without padding, so that texts match with and without
   * it.
   */
  private static Stream<String> base64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.withoutPadding().encodeToString(bytes));
  }

  /** Returns the text without secrets. */
  String clean(String text) {
    String result = text;
    for (Pattern secret : hidden()) {
      result = secret.matcher(result).replaceAll(MASK);
    }
    return AUTHORIZATION.matcher(result).replaceAll("$1 " + MASK);
  }

  /** Returns the error; null if anything in its chain of causes must be hidden. */
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
