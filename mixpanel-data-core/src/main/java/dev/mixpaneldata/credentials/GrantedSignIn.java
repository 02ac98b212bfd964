package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.Lazy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A sign-in in the browser. Its token is kept elsewhere and renewed there, so that it may be
 * another one at each call.
 *
 * @param configFile the configuration file that has the account
 * @param account the account's name
 */
public record GrantedSignIn(Path configFile, String account) implements SignIn {
  /** The name that listings show. */
  public static final String NAME = "browser sign-in";

  private static final Lazy<Optional<GrantKeeper>> KEEPER =
      new Lazy<>(() -> ServiceLoader.load(GrantKeeper.class).findFirst());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Secret authorization() {
    if (KEEPER.get().isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.CONFIG_INVALID,
          "The account '"
              + account
              + "' signs in by the browser, and nothing here keeps its grant.",
          "Add mixpanel-data-bridge to the class path.");
    }
    Secret token =
        token()
            .orElseThrow(
                () ->
                    MixpanelDataException.of(
                        ErrorCode.AUTH_FAILED,
                        "The sign-in of the account '" + account + "' is missing or has ended.",
                        Hint.of("Sign in again with {}.", Reference.SIGN_IN)));
    return Secret.of("Bearer " + token.reveal());
  }

  @Override
  public List<Secret> secrets() {
    return token().map(List::of).orElse(List.of());
  }

  @Override
  public String remedy() {
    return "Sign in again, and check the region.";
  }

  private Optional<Secret> token() {
    return KEEPER.get().flatMap(keeper -> keeper.token(configFile, account));
  }
}
