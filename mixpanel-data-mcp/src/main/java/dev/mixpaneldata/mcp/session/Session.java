package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session of one client, which sees one project through one identity. The workspace is opened
 * by the first call that needs it, so that a server without credentials starts and can report the
 * missing ones. Thread-safe.
 */
public final class Session implements AutoCloseable {
  private final Function<SpentCalls, WorkspaceBuilder> builder;
  private final Settings settings;
  private final Caller caller;
  private final Clock clock;
  private final SpentCalls spent;
  private final Runnable whenClosed;
  private final ResultStore results = new ResultStore();
  private @Nullable Workspace workspace;

  /**
   * Creates a session without opening its workspace.
   *
   * @param builder builds the workspace, whose calls are counted
   * @param settings the environment of this server
   * @param clock the clock of the session, the same as the workspace's
   */
  public Session(
      Function<SpentCalls, WorkspaceBuilder> builder,
      Settings settings,
      Caller caller,
      Clock clock) {
    this(builder, new SpentCalls(), settings, caller, clock, () -> {});
  }

  /** Creates a session whose tables are in a folder of its own. */
  Session(
      Function<SpentCalls, WorkspaceBuilder> builder,
      Settings settings,
      Caller caller,
      Clock clock,
      SessionFolder folder) {
    this(builder, new SpentCalls(), settings, caller, clock, folder::close);
  }

  private Session(
      Function<SpentCalls, WorkspaceBuilder> builder,
      SpentCalls spent,
      Settings settings,
      Caller caller,
      Clock clock,
      Runnable whenClosed) {
    this.builder = builder;
    this.spent = spent;
    this.settings = settings;
    this.caller = caller;
    this.clock = clock;
    this.whenClosed = whenClosed;
  }

  /** Returns the workspace of this session's project. */
  public synchronized Workspace workspace() {
    if (workspace == null) {
      workspace = builder.apply(spent).open();
    }
    return workspace;
  }

  /**
   * Opens a session of this caller that sees another project of the same identity. Its calls are
   * counted here.
   */
  public Session inProject(long id) {
    return new Session(
        counted -> builder.apply(counted).project(String.valueOf(id)),
        spent,
        settings,
        caller,
        clock,
        () -> {});
  }

  /** Opens the workspace again at the next call, because another account was chosen. */
  public synchronized void reopen() {
    if (workspace != null) {
      workspace.close();
      workspace = null;
    }
  }

  /** Returns the environment of this server; of no use to a foreign session. */
  public Settings settings() {
    return settings;
  }

  /** Returns the caller at the other end. */
  public Caller caller() {
    return caller;
  }

  /** Returns the clock. */
  public Clock clock() {
    return clock;
  }

  /** Returns the count of the calls that were sent to Mixpanel. */
  public SpentCalls spent() {
    return spent;
  }

  /** Returns the current day, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Returns the answers that were too long to be returned whole. */
  public ResultStore results() {
    return results;
  }

  @Override
  public void close() {
    reopen();
    results.close();
    whenClosed.run();
  }
}
