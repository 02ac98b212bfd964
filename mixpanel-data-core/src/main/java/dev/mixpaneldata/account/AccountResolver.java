package dev.mixpaneldata.account;

import dev.mixpaneldata.account.ResolvedAccount.Source;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whose credentials to use. An account that is named beats the environment, which beats the
 * configuration file's default. A set is taken whole: {@code MP_PROJECT_ID} or {@code MP_REGION}
 * never change a part of an account from the file, because credentials of one project with the
 * number of another would fail at best.
 */
public final class AccountResolver {
  private static final Logger LOG = LoggerFactory.getLogger(AccountResolver.class);

  private final Settings settings;
  private final AccountStore store;

  public AccountResolver(Settings settings) {
    this.settings = settings;
    this.store = new AccountStore(settings.configFile());
  }

  /** The account to use when no option names one. */
  public ResolvedAccount resolve() {
    return resolve(null);
  }

  /**
   * The account to use.
   *
   * @param option the name that an option gave, or null
   */
  public ResolvedAccount resolve(@Nullable String option) {
    String named =
        option != null && !option.isBlank() ? option : settings.accountName().orElse(null);
    if (named != null) {
      return resolved(store.account(named.strip()), Source.NAMED);
    }
    Optional<Credentials> credentials = settings.credentials();
    if (credentials.isPresent()) {
      return new ResolvedAccount(
          credentials.get(),
          Optional.empty(),
          Source.ENVIRONMENT,
          Optional.empty(),
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
        account.timeZone(),
        settings.baseUrl(),
        settings.dataDirectory());
  }

  private MixpanelDataException missing() {
    boolean choose = !store.list().isEmpty();
    return new MixpanelDataException(
        ErrorCode.CREDENTIALS_MISSING,
        choose
            ? "No account is chosen, and " + store.file() + " has several and no default."
            : "There are no credentials.",
        choose
            ? "Name one with --account or MP_ACCOUNT, or set the default with: mp auth switch NAME"
            : "Set MP_USERNAME, MP_SECRET, MP_PROJECT_ID and MP_REGION (us, eu or in), or save an"
                + " account in "
                + store.file()
                + " with: mp auth add NAME");
  }
}
