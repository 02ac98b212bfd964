package dev.mixpaneldata.account;

import dev.mixpaneldata.account.ResolvedAccount.Source;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whose credentials to use. An account or a target that is named beats the environment,
 * which beats the configuration file's target in use, which beats its default account. A set is
 * taken whole: {@code MP_PROJECT_ID} or {@code MP_REGION} never change a part of an account from
 * the file, because credentials of one project fail at best with the number of another.
 */
public final class AccountResolver {
  private static final Logger LOG = LoggerFactory.getLogger(AccountResolver.class);

  private final Settings settings;
  private final AccountStore store;
  private final TargetStore targets;

  /** Makes a resolver over these settings. */
  public AccountResolver(Settings settings) {
    this.settings = settings;
    this.store = new AccountStore(settings.configFile());
    this.targets = new TargetStore(settings.configFile());
  }

  /** Returns the account to use when the caller names none. */
  public ResolvedAccount resolve() {
    return resolve(null, null);
  }

  /**
   * Returns the account to use.
   *
   * @param account the account that the caller names, or null
   */
  public ResolvedAccount resolve(@Nullable String account) {
    return resolve(account, null);
  }

  /**
   * Returns the account to use. With both, the target's project and data view are used with the
   * account that is named.
   *
   * @param account the account that the caller names, or null
   * @param target the target that the caller names, or null
   */
  public ResolvedAccount resolve(@Nullable String account, @Nullable String target) {
    Optional<String> named = named(account);
    Optional<String> aimed =
        named(target).or(() -> named.isPresent() ? Optional.empty() : settings.targetName());
    if (aimed.isPresent()) {
      Target chosen = targets.target(aimed.get());
      return aimed(chosen, named.or(chosen::account), chosen.dataView(), Source.NAMED);
    }
    Optional<String> known = named.or(settings::accountName);
    if (known.isPresent()) {
      return resolved(store.account(known.get().strip()), Source.NAMED);
    }
    Optional<Credentials> credentials = settings.credentials();
    if (credentials.isPresent()) {
      return of(credentials.get(), Optional.empty(), Source.ENVIRONMENT, settings.projectZone());
    }
    Optional<Target> active = targets.active().map(targets::target);
    if (active.isPresent()) {
      Target chosen = active.get();
      Optional<Long> view = settings.dataView().or(chosen::dataView);
      Optional<String> owner = chosen.account().or(store::defaultName);
      return aimed(chosen, owner, view, Source.FILE);
    }
    return resolved(store.account(store.defaultName().orElseThrow(this::missing)), Source.FILE);
  }

  private static Optional<String> named(@Nullable String name) {
    return Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private ResolvedAccount aimed(
      Target target, Optional<String> owner, Optional<Long> dataView, Source source) {
    ResolvedAccount whole =
        owner.isPresent()
            ? resolved(store.account(owner.get()), source)
            : of(environment(target), Optional.empty(), source, settings.projectZone());
    Credentials own = whole.credentials();
    String project = target.projectId().orElse(own.projectId());
    boolean same = project.equals(own.projectId());
    return new ResolvedAccount(
        new Credentials(own.signIn(), project, own.region()),
        whole.name(),
        source,
        same ? whole.timeZone() : settings.projectZone(),
        whole.baseUrl(),
        whole.dataDirectory(),
        Optional.of(target.name()),
        dataView);
  }

  /** Returns the sign-in of the environment with the project of the target. */
  private Credentials environment(Target target) {
    Optional<String> project = target.projectId().or(settings::projectId);
    if (settings.signIn().isEmpty() || project.isEmpty()) {
      return settings.credentials().orElseThrow(this::missing);
    }
    return new Credentials(settings.signIn().get(), project.get(), settings.region());
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
    return of(
        account.credentials(),
        Optional.of(account.name()),
        source,
        account.timeZone().or(settings::projectZone));
  }

  private ResolvedAccount of(
      Credentials credentials, Optional<String> name, Source source, Optional<ZoneId> zone) {
    return new ResolvedAccount(
        credentials,
        name,
        source,
        zone,
        settings.baseUrl(),
        settings.dataDirectory(),
        Optional.empty(),
        settings.dataView());
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
