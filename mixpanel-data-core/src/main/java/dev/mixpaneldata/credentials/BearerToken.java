package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;

/**
 * A bearer token (RFC 6750), as Mixpanel's sign-in gives it. It is used as it is and never renewed.
 *
 * @param token the token without the word {@code Bearer}
 */
public record BearerToken(Secret token) implements SignIn {
  /** The name that listings show. */
  public static final String NAME = "bearer token";

  public BearerToken {
    if (token.reveal().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw MixpanelDataException.invalidArgument(
          "The bearer token has a space, a line break or a character outside ASCII.",
          "Give the token alone, without the word Bearer.");
    }
  }

  /** Returns a token given as plain text. */
  public static BearerToken of(String token) {
    return new BearerToken(Secret.of(token));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Secret authorization() {
    return Secret.of("Bearer " + token.reveal());
  }

  @Override
  public List<Secret> secrets() {
    return List.of(token);
  }

  @Override
  public String remedy() {
    return "Get a new token, for it may have expired, and check the region.";
  }
}
