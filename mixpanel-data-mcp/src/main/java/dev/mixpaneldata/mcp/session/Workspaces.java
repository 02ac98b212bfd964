package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.mcp.client.CurrentClient;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The opener of the workspaces of sessions. The owner of this machine works with the usual tables.
 * A client with credentials in a header gets a folder that only those credentials lead to. Budgets
 * of calls are Mixpanel's and are shared by all.
 *
 * @param settings the environment of this server
 * @param account the account that an option named
 * @param pacer the clock and waits of all workspaces and sessions
 * @param guests the clients with credentials in a header so far
 */
public record Workspaces(Settings settings, Optional<String> account, Pacer pacer, Guests guests) {
  private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);

  /**
   * The longest wait for Mixpanel's limits within a call. Assistants give up on a silent tool after
   * a minute or less. For a longer wait the answer is the time at which to try again.
   */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** The memory of an SQL query, in MB; several run at a time. */
  private static final int SQL_MEMORY = 1_000;

  private static final int SQL_SPILL = 4_000;
  private static final int SQL_ROW = 4;

  /** Creates the workspaces of a server without guests so far. */
  public Workspaces(Settings settings, Optional<String> account, Pacer pacer) {
    this(settings, account, pacer, new Guests());
  }

  /** Opens a session of the owner of this machine. */
  public Session own(Caller caller) {
    return new Session(
        () -> {
          WorkspaceBuilder builder = builder();
          account.ifPresent(builder::account);
          return builder.open();
        },
        settings,
        caller,
        pacer.clock());
  }

  /** Opens a session of a client with its own credentials. */
  public Session of(Credentials credentials) {
    Path base = settings.dataDirectory();
    return new Session(
        () ->
            builder()
                .credentials(credentials)
                .dataDirectory(folder(base, digest(credentials)))
                .quotaDirectory(base)
                .quota(project -> guests.quota(digest(credentials), project))
                .open(),
        settings,
        Caller.guest(digest(credentials)),
        pacer.clock());
  }

  /**
   * Returns the folder of a guest. It is made at the first use, since credentials may be invalid.
   */
  private static Path folder(Path base, String guest) {
    try {
      return PrivateFiles.closed(base, "sessions", guest);
    } catch (IOException e) {
      LOG.warn("The folder of a session cannot be used", e);
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The folder of this session cannot be used.",
          "The server's log has the reason.",
          e);
    }
  }

  private WorkspaceBuilder builder() {
    int memory = settings.sqlMemory().orElse(SQL_MEMORY);
    return Workspace.builder()
        .settings(settings)
        .storeOptions(
            StoreOptions.defaults().withSqlLimits(new SqlLimits(memory, SQL_SPILL, SQL_ROW)))
        .pacer(pacer)
        .waits(WaitRules.patient().upTo(LONGEST_WAIT).announcedTo(CurrentClient::waiting));
  }

  /** Returns a name for credentials that does not reveal them. */
  public static String digest(Credentials credentials) {
    return Sha256.half(
        String.join(
            "\n",
            credentials.region().id(),
            credentials.projectId(),
            credentials.username(),
            credentials.secret().reveal()));
  }
}
