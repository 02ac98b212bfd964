package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.BearerToken;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.credentials.ServiceAccount;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that the environment gives. Empty variables count as not set.
 *
 * <ul>
 *   <li>{@code MP_USERNAME}, {@code MP_SECRET}, {@code MP_PROJECT_ID}, {@code MP_REGION}:
 *       credentials; the region is us unless given. The older names {@code
 *       MIXPANEL_SERVICE_ACCOUNT_USERNAME}, {@code MIXPANEL_SERVICE_ACCOUNT_SECRET} and {@code
 *       MIXPANEL_PROJECT_ID} are read where the new ones are not set.
 *   <li>{@code MP_OAUTH_TOKEN}: a bearer token instead of {@code MP_USERNAME} and {@code
 *       MP_SECRET}.
 *   <li>{@code MP_PROJECT_TOKEN}: the token of that project, for profiles and tracked events;
 *       {@code MIXPANEL_PROJECT_TOKEN} is read where it is not set.
 *   <li>{@code MP_READ_ONLY}: if set and not 0, false or no, nothing is changed at Mixpanel.
 *   <li>{@code MP_AUDIT_LOG}: a file to which every change at Mixpanel is appended as a line.
 *   <li>{@code MP_ACCOUNT}: the name of an account in the configuration file.
 *   <li>{@code MP_TARGET}: the name of a target in that file: an account, a project, a data view.
 *   <li>{@code MP_CONFIG_PATH}: that file, {@code ~/.mp/config.toml} unless given.
 *   <li>{@code MP_DATA_DIR}: the folder for databases and budgets, {@code ~/.mp/data} unless given.
 *   <li>{@code MP_WORKSPACE_ID}: the number of a data view of the project.
 *   <li>{@code MP_PROJECT_TIMEZONE}: the time zone of a project created before 2023, or UTC.
 *   <li>{@code MP_API_BASE_URL}: one origin for all calls instead of Mixpanel's hosts.
 *   <li>{@code MP_SQL_MEMORY}: the megabytes of memory that an SQL query may take.
 *   <li>{@code MP_INDEXES}: if 0, false or no, no indexes are made beside large tables, and none is
 *       read.
 * </ul>
 */
public final class Settings {
  private static final Map<String, String> OLDER_NAMES =
      Map.of(
          "MP_USERNAME", "MIXPANEL_SERVICE_ACCOUNT_USERNAME",
          "MP_SECRET", "MIXPANEL_SERVICE_ACCOUNT_SECRET",
          "MP_PROJECT_ID", "MIXPANEL_PROJECT_ID",
          "MP_PROJECT_TOKEN", "MIXPANEL_PROJECT_TOKEN");

  private final Map<String, String> environment;
  private final Path home;

  private Settings(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /** Returns the settings of this process. */
  public static Settings system() {
    return of(System.getenv());
  }

  /**
   * Returns the settings of an environment; its {@code HOME} is the home directory if it is a path.
   */
  public static Settings of(Map<String, String> environment) {
    // Java asks the system's list of users, which is wrong in many containers and under sudo.
    Path told = Path.of(environment.getOrDefault("HOME", ""));
    return of(environment, told.isAbsolute() ? told : Path.of(System.getProperty("user.home")));
  }

  /** Returns the settings of an environment and a home directory. */
  public static Settings of(Map<String, String> environment, Path home) {
    return new Settings(environment, home);
  }

  /** Returns the account that {@code MP_ACCOUNT} names. */
  public Optional<String> accountName() {
    return variable("MP_ACCOUNT");
  }

  /** Returns the target that {@code MP_TARGET} names. */
  public Optional<String> targetName() {
    return variable("MP_TARGET");
  }

  /** Returns the configuration file, whether or not it exists. */
  public Path configFile() {
    return path("MP_CONFIG_PATH", ".mp/config.toml");
  }

  /** Returns the folder for databases and budgets, whether or not it exists. */
  public Path dataDirectory() {
    return path("MP_DATA_DIR", ".mp/data");
  }

  /** Returns the project that {@code MP_PROJECT_ID} names, even without a username and a secret. */
  public Optional<String> projectId() {
    return variable("MP_PROJECT_ID");
  }

  /**
   * Returns the settings with this project for the credentials of the environment, if there are any
   * and the environment names no project.
   */
  public Settings withProject(String projectId) {
    if (credentialsAbsent() || projectId().isPresent()) {
      return this;
    }
    Map<String, String> more = new HashMap<>(environment);
    more.put("MP_PROJECT_ID", projectId);
    return new Settings(more, home);
  }

  /**
   * Returns the region that {@code MP_REGION} names, even without a username and a secret; unless
   * given, us.
   */
  public Region region() {
    return variable("MP_REGION").map(Region::parse).orElse(Region.US);
  }

  /**
   * Returns the data view that {@code MP_WORKSPACE_ID} names by its number.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not a number
   */
  public Optional<Long> dataView() {
    return variable("MP_WORKSPACE_ID").map(Settings::dataView);
  }

  /**
   * Reads the number of a data view.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not a number of at most 18
   *     digits
   */
  public static long dataView(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw MixpanelDataException.invalidArgument(
          "The workspace id '" + text + "' is not a number.",
          "Use the number of the data view (Mixpanel's workspace) from the address of its page.");
    }
    return Long.parseLong(text);
  }

  /**
   * Returns the megabytes of memory that an SQL query may take; empty if not set.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if {@code MP_SQL_MEMORY} is not a number
   */
  public Optional<Integer> sqlMemory() {
    return variable("MP_SQL_MEMORY").map(Settings::megabytes);
  }

  private static int megabytes(String text) {
    if (!text.matches("[0-9]{1,7}")) {
      throw MixpanelDataException.invalidArgument(
          "MP_SQL_MEMORY is '" + text + "', which is not a number of megabytes.",
          "Set it to a number such as 2000, or unset it.");
    }
    return Integer.parseInt(text);
  }

  /**
   * Returns the project's time zone that {@code MP_PROJECT_TIMEZONE} names.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is unknown
   */
  public Optional<ZoneId> projectZone() {
    return variable("MP_PROJECT_TIMEZONE").map(ProjectZone::parse);
  }

  /** The token of the project that {@code MP_PROJECT_ID} names. */
  public Optional<Secret> projectToken() {
    return variable("MP_PROJECT_TOKEN").map(Secret::of);
  }

  /** Returns whether nothing may be changed at Mixpanel. */
  public boolean readOnly() {
    return variable("MP_READ_ONLY").filter(text -> !isNo(text)).isPresent();
  }

  /** Returns whether indexes may be made beside large tables, which {@code MP_INDEXES} forbids. */
  public boolean indexes() {
    return variable("MP_INDEXES").filter(Settings::isNo).isEmpty();
  }

  private static boolean isNo(String text) {
    return List.of("0", "false", "no").contains(text.toLowerCase(Locale.ROOT));
  }

  /** Returns the file of the audit log that {@code MP_AUDIT_LOG} names. */
  public Optional<Path> auditLog() {
    return variable("MP_AUDIT_LOG").map(name -> path("MP_AUDIT_LOG", name));
  }

  /** The origin that replaces Mixpanel's hosts. */
  public Optional<URI> baseUrl() {
    return variable("MP_API_BASE_URL").map(Endpoints::parse);
  }

  /**
   * Returns the credentials of the environment, if it has a username, a secret or a bearer token. A
   * whole service account is preferred to a token.
   *
   * @throws MixpanelDataException {@link ErrorCode#CREDENTIALS_MISSING} for half a set, so that
   *     nobody works with another account than intended
   */
  public Optional<Credentials> credentials() {
    if (credentialsAbsent()) {
      return Optional.empty();
    }
    Optional<SignIn> signIn = signIn();
    List<String> missing = new ArrayList<>();
    for (String name : List.of("MP_USERNAME", "MP_SECRET", "MP_PROJECT_ID")) {
      boolean needed = signIn.isEmpty() || name.equals("MP_PROJECT_ID");
      if (needed && variable(name).isEmpty()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.CREDENTIALS_MISSING,
          "The environment holds credentials, but not " + String.join(" and ", missing) + ".",
          "Set what is missing, or unset "
              + (variable("MP_OAUTH_TOKEN").isPresent()
                  ? "MP_OAUTH_TOKEN"
                  : "MP_USERNAME and MP_SECRET")
              + " to use the configuration file.");
    }
    return Optional.of(new Credentials(signIn.orElseThrow(), projectId().orElseThrow(), region()));
  }

  /** Returns the sign-in of the environment, even without a project; empty for half of one. */
  public Optional<SignIn> signIn() {
    Optional<String> username = variable("MP_USERNAME");
    Optional<String> secret = variable("MP_SECRET");
    if (username.isPresent() && secret.isPresent()) {
      return Optional.of(new ServiceAccount(username.get(), Secret.of(secret.get())));
    }
    return variable("MP_OAUTH_TOKEN").map(BearerToken::of);
  }

  boolean credentialsAbsent() {
    return variable("MP_USERNAME").isEmpty()
        && variable("MP_SECRET").isEmpty()
        && variable("MP_OAUTH_TOKEN").isEmpty();
  }

  /** Returns the set variables that only count together with a username and a secret. */
  List<String> loneVariables() {
    return List.of("MP_PROJECT_ID", "MP_REGION").stream()
        .filter(name -> variable(name).isPresent())
        .toList();
  }

  private Optional<String> variable(String name) {
    Optional<String> value = nonBlank(name);
    return value.isPresent() || !OLDER_NAMES.containsKey(name)
        ? value
        : nonBlank(OLDER_NAMES.get(name));
  }

  private Optional<String> nonBlank(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * Returns the path of a variable. Expands a tilde, which a shell does not do inside quotes or in
   * a JSON file.
   */
  private Path path(String name, String fallback) {
    Optional<String> text = variable(name);
    if (text.isEmpty()) {
      return home.resolve(fallback);
    }
    String given = text.get();
    if (given.equals("~")) {
      return home;
    }
    return given.startsWith("~/") ? home.resolve(given.substring(2)) : Path.of(given);
  }
}
