package dev.mixpaneldata;

import dev.mixpaneldata.account.AccountResolver;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.QuotaLedger;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.store.spi.StoreProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a {@link Workspace}. Unless given, values come from the environment or the configuration
 * file, as {@link Settings} and {@link AccountResolver} describe. Not thread-safe.
 */
public final class WorkspaceBuilder {
  private Settings settings = Settings.system();
  private @Nullable String account;
  private @Nullable String target;
  private @Nullable Credentials credentials;
  private @Nullable String projectId;
  private @Nullable Region region;
  private @Nullable Secret projectToken;
  private boolean readOnly;
  private @Nullable String baseUrl;
  private @Nullable Long dataView;
  private @Nullable Path dataDirectory;
  private @Nullable Path quotaDirectory;
  private @Nullable Path database;
  private @Nullable ZoneId projectZone;
  private Consumer<ZoneId> olderProject = zone -> {};
  private WaitRules waits = WaitRules.patient();
  private UnaryOperator<Quota> quota = UnaryOperator.identity();
  private Pacer pacer = Pacer.system();
  private Duration discoveryLifetime = AnswerCache.LIFETIME;
  private StoreOptions storeOptions = StoreOptions.defaults();

  WorkspaceBuilder() {}

  /** Uses another environment and home folder than those of the process. */
  public WorkspaceBuilder settings(Settings value) {
    this.settings = value;
    return this;
  }

  /** Uses the account of this name in the configuration file. */
  public WorkspaceBuilder account(String name) {
    this.account = name;
    return this;
  }

  /** Uses the account, project and data view of the target of this name in that file. */
  public WorkspaceBuilder target(String name) {
    this.target = name;
    return this;
  }

  /** Uses these credentials instead of any account. */
  public WorkspaceBuilder credentials(Credentials value) {
    this.credentials = value;
    return this;
  }

  /** Uses this project instead of the account's. */
  public WorkspaceBuilder project(String id) {
    this.projectId = Credentials.checkProjectId(id);
    return this;
  }

  /**
   * Refuses everything that would change what Mixpanel keeps, as {@code MP_READ_ONLY} does; local
   * tables may change.
   */
  public WorkspaceBuilder readOnly() {
    this.readOnly = true;
    return this;
  }

  /** The project's token, for profiles and tracked events; as {@code MP_PROJECT_TOKEN}. */
  public WorkspaceBuilder projectToken(Secret value) {
    this.projectToken = value;
    return this;
  }

  /** This region instead of the account's. */
  public WorkspaceBuilder region(Region value) {
    this.region = value;
    return this;
  }

  /**
   * Uses this data view of the project, which Mixpanel's API calls a workspace; as {@code
   * MP_WORKSPACE_ID}. Queries and saved objects are those of the data view; raw exports are the
   * project's.
   */
  public WorkspaceBuilder dataView(long id) {
    this.dataView = id;
    return this;
  }

  /** Sends every call to this origin, for proxies and tests; as {@code MP_API_BASE_URL}. */
  public WorkspaceBuilder baseUrl(String origin) {
    this.baseUrl = origin;
    return this;
  }

  /** Sets the folder of databases, ledgers and quotas; as {@code MP_DATA_DIR}. */
  public WorkspaceBuilder dataDirectory(Path folder) {
    this.dataDirectory = folder;
    return this;
  }

  /**
   * Sets the folder of budgets; unless given, the data directory. A project has one budget, no
   * matter how many folders its tables are in.
   */
  public WorkspaceBuilder quotaDirectory(Path folder) {
    this.quotaDirectory = folder;
    return this;
  }

  /** Adds budgets that apply before those of the project. */
  public WorkspaceBuilder quota(UnaryOperator<Quota> change) {
    this.quota = change;
    return this;
  }

  /** Uses this database file instead of the project's own; reading it needs no credentials. */
  public WorkspaceBuilder database(Path file) {
    this.database = file;
    return this;
  }

  /**
   * Sets the zone into which exported times are shifted, for projects created before 2023; UTC for
   * newer ones; as {@code MP_PROJECT_TIMEZONE}. Unless given, the first fetch determines it.
   */
  public WorkspaceBuilder projectZone(ZoneId zone) {
    this.projectZone = zone;
    return this;
  }

  /**
   * Receives the zone of a project created before 2023 when it is determined, once per project; a
   * fetch tells its own listener.
   */
  public WorkspaceBuilder olderProject(Consumer<ZoneId> listener) {
    this.olderProject = listener;
    return this;
  }

  /** Sets how long calls may wait for Mixpanel's limits; unless given, patiently. */
  public WorkspaceBuilder waits(WaitRules rules) {
    this.waits = rules;
    return this;
  }

  /**
   * Sets how long names and saved objects are kept in memory; unless given, 5 minutes. With zero
   * each call asks Mixpanel.
   */
  public WorkspaceBuilder discoveryLifetime(Duration lifetime) {
    this.discoveryLifetime = lifetime;
    return this;
  }

  /** Sets the clock and the sleep, for tests. */
  public WorkspaceBuilder pacer(Pacer value) {
    this.pacer = value;
    return this;
  }

  /**
   * Sets memory, threads and waiting time of the local database; and, with {@link
   * StoreOptions#withSqlLimits}, a process of its own for SQL that others write.
   */
  public WorkspaceBuilder storeOptions(StoreOptions options) {
    this.storeOptions = options;
    return this;
  }

  /** Returns the workspace without reading, opening or calling anything. */
  public Workspace open() {
    return new Workspace(new Lazy<>(this::project), new Lazy<>(this::store), pacer.clock());
  }

  private Project project() {
    ResolvedAccount resolved = resolved();
    MixpanelHttp http =
        MixpanelHttp.builder(resolved.credentials())
            .endpoints(resolved.endpoints())
            .dataView(resolved.dataView())
            .readOnly(readOnly || settings.readOnly())
            .quota(quota.apply(projectQuota(resolved)))
            .waits(waits)
            .pacer(pacer)
            .keepAnswersFor(discoveryLifetime)
            .build();
    return new Project(resolved, http, waits, pacer, token(resolved), olderProject);
  }

  /** The environment's token is that of the environment's project, and of no other. */
  private Optional<Secret> token(ResolvedAccount resolved) {
    return projectToken != null
        ? Optional.of(projectToken)
        : settings
            .projectToken()
            .filter(
                known ->
                    settings.projectId().equals(Optional.of(resolved.credentials().projectId())));
  }

  private QuotaLedger projectQuota(ResolvedAccount resolved) {
    return quotaDirectory == null
        ? resolved.quota(pacer)
        : QuotaLedger.of(quotaDirectory, resolved.credentials(), resolved.baseUrl(), pacer);
  }

  private ResolvedAccount resolved() {
    Optional<URI> origin =
        baseUrl == null ? settings.baseUrl() : Optional.of(Endpoints.parse(baseUrl));
    if (credentials != null) {
      return new ResolvedAccount(
          overridden(credentials),
          Optional.empty(),
          ResolvedAccount.Source.NAMED,
          Optional.ofNullable(projectZone).or(settings::projectZone),
          origin,
          dataFolder(),
          Optional.empty(),
          Optional.ofNullable(dataView).or(settings::dataView));
    }
    Settings own = projectId == null ? settings : settings.withProject(projectId);
    ResolvedAccount found = new AccountResolver(own).resolve(account, target);
    return new ResolvedAccount(
        overridden(found.credentials()),
        found.name(),
        found.source(),
        projectZone == null ? found.timeZone() : Optional.of(projectZone),
        origin,
        dataFolder(),
        found.target(),
        Optional.ofNullable(dataView).or(found::dataView));
  }

  private Credentials overridden(Credentials known) {
    return new Credentials(
        known.signIn(),
        projectId == null ? known.projectId() : projectId,
        region == null ? known.region() : region);
  }

  private Store store() {
    return ServiceLoader.load(StoreProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.STORAGE_FAILED,
                    "There is no local store on the class path.",
                    "Add the dependency dev.mixpaneldata:mixpanel-data-storage."))
        .open(databaseFile(), storeOptions, pacer.clock());
  }

  private Path databaseFile() {
    if (database != null) {
      return database;
    }
    DatabaseFolder folder = new DatabaseFolder(dataFolder());
    if (projectId != null) {
      return folder.of(projectId);
    }
    if (credentials != null) {
      return folder.of(credentials.projectId());
    }
    try {
      return folder.of(
          new AccountResolver(settings).resolve(account, target).credentials().projectId());
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CREDENTIALS_MISSING) {
        throw e;
      }
      // Without credentials the local copy can still be read where it is clear which one is meant.
      return folder.only().orElseThrow(() -> e);
    }
  }

  private Path dataFolder() {
    return dataDirectory != null ? dataDirectory : settings.dataDirectory();
  }
}
