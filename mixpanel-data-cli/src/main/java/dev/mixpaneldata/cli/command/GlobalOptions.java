package dev.mixpaneldata.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code mp} itself. Their long names are accepted after the command as well. */
public final class GlobalOptions {
  @Option(
      names = {"-a", "--account"},
      paramLabel = "NAME",
      description = "Use this saved account (or the environment's MP_ACCOUNT).")
  private @Nullable String account;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Use the account, project and data view of this saved target (or MP_TARGET).")
  private @Nullable String target;

  @Option(
      names = "--project",
      paramLabel = "ID",
      description = "Use this project instead of the account's.")
  private @Nullable String project;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Use this region instead of the account's: us, eu or in.")
  private @Nullable String region;

  @Option(
      names = "--workspace-id",
      paramLabel = "ID",
      description = "Use this data view of the project (or MP_WORKSPACE_ID).")
  private @Nullable String dataView;

  @Option(
      names = "--project-timezone",
      paramLabel = "ZONE",
      description =
          "Time zone of a project created before 2023 (or MP_PROJECT_TIMEZONE); UTC for a newer"
              + " one. Unless given, the first fetch finds it out.")
  private @Nullable String projectZone;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but data and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more: log lines, times, and stack traces of errors.")
  private boolean verbose;

  @Option(
      names = "--no-wait",
      description = "Fail with RATE_LIMITED instead of waiting for Mixpanel's quota.")
  private boolean noWait;

  @Option(
      names = "--read-only",
      description =
          "Change nothing at Mixpanel (or MP_READ_ONLY), no matter what else is given; local tables may"
              + " change.")
  private boolean readOnly;

  @Option(
      names = "--audit-log",
      paramLabel = "FILE",
      description = "Append a line of JSON for each change at Mixpanel (or MP_AUDIT_LOG).")
  private @Nullable Path auditLog;

  /** The same without a project: the account's own, as far as the account decides. */
  public GlobalOptions ofOwnProject() {
    GlobalOptions own = new GlobalOptions();
    own.account = account;
    own.target = target;
    own.region = region;
    own.dataView = dataView;
    own.projectZone = projectZone;
    own.quiet = quiet;
    own.verbose = verbose;
    own.noWait = noWait;
    own.readOnly = readOnly;
    own.auditLog = auditLog;
    return own;
  }

  /** The account asked for on the command line. */
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** Returns the target named on the command line. */
  public Optional<String> target() {
    return Optional.ofNullable(target);
  }

  /** Returns the project named on the command line. */
  public Optional<String> project() {
    return Optional.ofNullable(project);
  }

  /** Returns the region named on the command line. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Returns the data view named on the command line. */
  public Optional<String> dataView() {
    return Optional.ofNullable(dataView);
  }

  /** Returns the project's time zone given on the command line. */
  public Optional<String> projectZone() {
    return Optional.ofNullable(projectZone);
  }

  /** Returns whether only data and errors are wanted. */
  public boolean quiet() {
    return quiet;
  }

  /** Returns whether log lines, times and stack traces are wanted. */
  public boolean verbose() {
    return verbose;
  }

  /** Returns whether to fail rather than wait for quota. */
  public boolean noWait() {
    return noWait;
  }

  /** Returns whether nothing may be changed at Mixpanel. */
  public boolean readOnly() {
    return readOnly;
  }

  /** Returns the file of the audit log named on the command line. */
  public Optional<Path> auditLog() {
    return Optional.ofNullable(auditLog);
  }
}
