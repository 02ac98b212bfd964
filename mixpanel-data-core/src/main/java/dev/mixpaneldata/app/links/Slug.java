package dev.mixpaneldata.app.links;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The keys of links, which the client makes up: 12 characters that are easily told apart. */
final class Slug {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Slug() {}

  static String next() {
    return RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
