package dev.mixpaneldata;

import dev.mixpaneldata.discovery.DiscoveryCache;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.MixpanelHttpBuilder;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.QuotaLedger;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.Store;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.StoreProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link Workspace}; what is not said is taken from the environment or the file. */
public final class WorkspaceBuilder {
  private @Nullable Credentials credentials;
  private @Nullable String baseUrl;
  private @Nullable Path dataDirectory;
  private @Nullable Path database;
  private @Nullable ZoneId projectZone;
  private WaitRules waits = WaitRules.patient();
  private Pacer pacer = Pacer.system();
  private Duration discoveryLifetime = DiscoveryCache.LIFETIME;
  private StoreOptions storeOptions = StoreOptions.defaults();

  WorkspaceBuilder() {}

  /** These credentials instead of any account. */
  public WorkspaceBuilder credentials(Credentials value) {
    this.credentials = value;
    return this;
  }

  /** Sends every call to this origin, for proxies and tests; as {@code MP_API_BASE_URL}. */
  public WorkspaceBuilder baseUrl(String origin) {
    this.baseUrl = origin;
    return this;
  }

  /** Where databases, ledgers and quotas are kept; as {@code MP_DATA_DIR}. */
  public WorkspaceBuilder dataDirectory(Path folder) {
    this.dataDirectory = folder;
    return this;
  }

  /** This database file instead of the project's own; local operations need no credentials then. */
  public WorkspaceBuilder database(Path file) {
    this.database = file;
    return this;
  }

  /** The zone that exported times are shifted into, for projects created before 2023. */
  public WorkspaceBuilder projectZone(ZoneId zone) {
    this.projectZone = zone;
    return this;
  }

  /** How long calls may wait for Mixpanel's limits; patiently, if nothing else is said. */
  public WorkspaceBuilder waits(WaitRules rules) {
    this.waits = rules;
    return this;
  }

  /** How long names and saved things are kept in memory; 5 minutes. Zero asks each time. */
  public WorkspaceBuilder discoveryLifetime(Duration lifetime) {
    this.discoveryLifetime = lifetime;
    return this;
  }

  /** The time, for tests. */
  public WorkspaceBuilder pacer(Pacer value) {
    this.pacer = value;
    return this;
  }

  /** Memory, threads and patience of the local database. */
  public WorkspaceBuilder storeOptions(StoreOptions options) {
    this.storeOptions = options;
    return this;
  }

  /** The workspace. Nothing is read, opened or called yet. */
  public Workspace open() {
    return new Workspace(new Lazy<>(this::project), new Lazy<>(this::store));
  }

  private Project project() {
    Credentials known = requireCredentials();
    MixpanelHttpBuilder http = MixpanelHttp.builder(known).waits(waits).pacer(pacer);
    if (baseUrl == null) {
      http.quota(QuotaLedger.of(dataFolder(), known, pacer));
    } else {
      URI origin = Endpoints.parse(baseUrl);
      http.endpoints(Endpoints.at(known.region(), baseUrl))
          .quota(QuotaLedger.at(origin, dataFolder(), known, pacer));
    }
    return new Project(
        known,
        http.build(),
        Optional.ofNullable(projectZone),
        dataFolder(),
        waits,
        pacer,
        new DiscoveryCache(pacer, discoveryLifetime));
  }

  private Store store() {
    Path file =
        database != null
            ? database
            : dataFolder().resolve(requireCredentials().projectId() + ".db");
    return ServiceLoader.load(StoreProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.STORAGE_FAILED,
                    "There is no local store on the class path.",
                    "Add the dependency dev.mixpaneldata:mixpanel-data-storage."))
        .open(file, storeOptions);
  }

  private Credentials requireCredentials() {
    if (credentials == null) {
      throw new MixpanelDataException(ErrorCode.CREDENTIALS_MISSING, "No credentials were given.");
    }
    return credentials;
  }

  private Path dataFolder() {
    return dataDirectory != null
        ? dataDirectory
        : Path.of(System.getProperty("user.home"), ".mp", "data");
  }
}
