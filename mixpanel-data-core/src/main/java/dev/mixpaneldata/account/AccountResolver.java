package dev.mixpaneldata.account;

import dev.mixpaneldata.account.ResolvedAccount.Source;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whose credentials to use. An account that is named beats the environment, which beats the
 * configuration file's default. A set is taken whole: {@code MP_PROJECT_ID} or {@code MP_REGION}
 * never change a part of an account from the file, because credentials of one project fail at best
 * with the number of another.
 */
public final class AccountResolver {
  private static final Logger LOG = LoggerFactory.getLogger(AccountResolver.class);

  private final Settings settings;
  private final AccountStore store;

  /** Makes a resolver over these settings. */
  public AccountResolver(Settings settings) {
    this.settings = settings;
    this.store = new AccountStore(settings.configFile());
  }

  /** Returns the account to use when the caller names none. */
  public ResolvedAccount resolve() {
    return resolve(null);
  }

  /**
   * Returns the account to use.
   *
   * @param name the account that the caller names, or null
   */
  public ResolvedAccount resolve(@Nullable String name) {
    String named = name != null && !name.isBlank() ? name : settings.accountName().orElse(null);
    if (named != null) {
      return resolved(store.account(named.strip()), Source.NAMED);
    }
    Optional<Credentials> credentials = settings.credentials();
    if (credentials.isPresent()) {
      return new ResolvedAccount(
          credentials.get(),
          Optional.empty(),
          Source.ENVIRONMENT,
          settings.projectZone(),
          settings.baseUrl(),
          settings.dataDirectory());
    }
    return resolved(store.account(store.defaultName().orElseThrow(this::missing)), Source.FILE);
  }

  private ResolvedAccount resolved(Account account, Source source) {
    if (settings.credentialsAbsent()) {
      for (String variable : settings.loneVariables()) {
        LOG.warn(
            "{} is ignored: it counts only together with MP_USERNAME and MP_SECRET, and the"
                + " account '{}' is used.",
            variable,
            account.name());
      }
    }
    return new ResolvedAccount(
        account.credentials(),
        Optional.of(account.name()),
        source,
        account.timeZone().or(settings::projectZone),
        settings.baseUrl(),
        settings.dataDirectory());
  }

  private MixpanelDataException missing() {
    boolean choose = !store.list().isEmpty();
    return MixpanelDataException.of(
        ErrorCode.CREDENTIALS_MISSING,
        choose
            ? "No account is chosen: " + store.file() + " has several and no default."
            : "No credentials were found.",
        choose
            ? Hint.anyOf(
                Hint.way("name one with {}", Reference.ACCOUNT),
                Hint.way("set MP_ACCOUNT"),
                Hint.way("set the default with {}", Reference.SWITCH_ACCOUNT))
            : Hint.anyOf(
                    Hint.way(
                        "set MP_USERNAME, MP_SECRET, MP_PROJECT_ID and MP_REGION (us, eu or in)"),
                    Hint.way("save an account in {}", store.file()))
                .and(Hint.of("{} saves one.", Reference.ADD_ACCOUNT)));
  }
}
