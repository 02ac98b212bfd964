package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.mcp.client.CurrentClient;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The opener of the workspaces of sessions. Over HTTP each session has tables of its own, which end
 * with it, unless the owner shares them: then sessions without a header work with the usual tables
 * of this machine, and those with credentials in a header with the tables of these credentials. So
 * do calls without a session. Budgets of calls are Mixpanel's and are shared by all.
 *
 * @param settings the environment of this server
 * @param account the account that an option named
 * @param pacer the clock and waits of all workspaces and sessions
 * @param sharesTables whether sessions of one identity share their tables
 * @param guests the clients with credentials in a header so far
 */
public record Workspaces(
    Settings settings, Optional<String> account, Pacer pacer, boolean sharesTables, Guests guests) {
  /**
   * The longest wait for Mixpanel's limits within a call. Assistants give up on a silent tool after
   * a minute or less. For a longer wait the answer is the time at which to try again.
   */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** The memory of an SQL query, in MB; several run at a time. */
  private static final int SQL_MEMORY = 1_000;

  private static final int SQL_SPILL = 4_000;
  private static final int SQL_ROW = 4;

  /** Creates the workspaces of a server without guests so far, whose sessions share nothing. */
  public Workspaces(Settings settings, Optional<String> account, Pacer pacer) {
    this(settings, account, pacer, false);
  }

  /** Creates the workspaces of a server without guests so far. */
  public Workspaces(
      Settings settings, Optional<String> account, Pacer pacer, boolean sharesTables) {
    this(settings, account, pacer, sharesTables, new Guests());
  }

  /** Opens a session of the owner of this machine, with the usual tables. */
  public Session own(Caller caller) {
    return new Session(this::ownBuilder, settings, caller, pacer.clock());
  }

  /** Opens a session over HTTP of the owner, or of a client with its own credentials. */
  public Session overHttp(Optional<Guest> guest) {
    if (sharesTables) {
      return withoutSession(guest);
    }
    SessionFolder folder = new SessionFolder(settings.dataDirectory());
    return new Session(
        spent ->
            (guest.isPresent() ? guestBuilder(guest.get(), spent) : ownBuilder(spent))
                .dataDirectory(folder.path())
                .quotaDirectory(settings.dataDirectory()),
        settings,
        caller(guest),
        pacer.clock(),
        folder);
  }

  /** Opens what calls without a session share: the tables of their identity. */
  public Session withoutSession(Optional<Guest> guest) {
    if (guest.isEmpty()) {
      return own(Caller.ownerOverHttp());
    }
    return new Session(
        spent ->
            guestBuilder(guest.get(), spent)
                .dataDirectory(home(guest.get()))
                .quotaDirectory(settings.dataDirectory()),
        settings,
        caller(guest),
        pacer.clock());
  }

  private static Caller caller(Optional<Guest> guest) {
    return guest.map(g -> Caller.guest(g.name())).orElseGet(Caller::ownerOverHttp);
  }

  private WorkspaceBuilder ownBuilder(SpentCalls spent) {
    WorkspaceBuilder builder = builder().quota(spent::counting);
    account.ifPresent(builder::account);
    return builder;
  }

  private WorkspaceBuilder guestBuilder(Guest guest, SpentCalls spent) {
    WorkspaceBuilder builder =
        builder()
            .credentials(guest.credentials())
            .quota(project -> spent.counting(guests.quota(guest.name(), project)));
    return guest.projectToken().map(builder::projectToken).orElse(builder);
  }

  /** Returns the folder of credentials. It is made at the first use, since they may be invalid. */
  private Path home(Guest guest) {
    try {
      return PrivateFiles.closed(settings.dataDirectory(), SessionFolder.PARENT, guest.name());
    } catch (IOException e) {
      throw SessionFolder.unusable(e);
    }
  }

  private WorkspaceBuilder builder() {
    int memory = settings.sqlMemory().orElse(SQL_MEMORY);
    return Workspace.builder()
        .settings(settings)
        .storeOptions(
            StoreOptions.defaults()
                .withSqlLimits(new SqlLimits(memory, SQL_SPILL, SQL_ROW))
                .withIndexing(settings.indexes() ? Indexing.BESIDE_READS : Indexing.NONE))
        .pacer(pacer)
        .olderProject(CurrentClient::olderProject)
        .waits(WaitRules.patient().upTo(LONGEST_WAIT).announcedTo(CurrentClient::waiting));
  }
}
