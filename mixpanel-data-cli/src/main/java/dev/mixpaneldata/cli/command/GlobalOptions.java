package dev.mixpaneldata.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code mp} itself. Their long names are accepted after the command as well. */
public final class GlobalOptions {
  private @Nullable String account;
  private @Nullable String target;
  private @Nullable String project;
  private @Nullable String region;
  private @Nullable String dataView;
  private @Nullable String projectZone;
  private boolean quiet;
  private boolean verbose;
  private boolean noWait;
  private boolean readOnly;
  private @Nullable Path auditLog;

  /**
   * Returns the options, which set the values here. Annotations would say the same; reading them
   * takes each mp 20 ms of the processor.
   */
  public List<OptionSpec> specs() {
    return List.of(
        text(
            value -> account = value,
            "NAME",
            "Use this saved account (or the environment's MP_ACCOUNT).",
            "-a",
            "--account"),
        text(
            value -> target = value,
            "NAME",
            "Use the account, project and data view of this saved target (or MP_TARGET).",
            "--target"),
        text(
            value -> project = value,
            "ID",
            "Use this project instead of the account's.",
            "--project"),
        text(
            value -> region = value,
            "REGION",
            "Use this region instead of the account's: us, eu or in.",
            "--region"),
        text(
            value -> dataView = value,
            "ID",
            "Use this data view of the project (or MP_WORKSPACE_ID).",
            "--workspace-id"),
        text(
            value -> projectZone = value,
            "ZONE",
            "Time zone of a project created before 2023 (or MP_PROJECT_TIMEZONE); UTC for a newer"
                + " one. Unless given, the first fetch finds it out.",
            "--project-timezone"),
        flag(value -> quiet = value, "Print nothing but data and errors.", "-q", "--quiet"),
        flag(
            value -> verbose = value,
            "Print more: log lines, times, and stack traces of errors.",
            "-v",
            "--verbose"),
        flag(
            value -> noWait = value,
            "Fail with RATE_LIMITED instead of waiting for Mixpanel's quota.",
            "--no-wait"),
        flag(
            value -> readOnly = value,
            "Change nothing at Mixpanel (or MP_READ_ONLY), no matter what else is given; local"
                + " tables may change.",
            "--read-only"),
        OptionSpec.builder("--audit-log")
            .type(Path.class)
            .paramLabel("FILE")
            .description("Append a line of JSON for each change at Mixpanel (or MP_AUDIT_LOG).")
            .initialValue(null)
            .setter(new Setter<Path>(value -> auditLog = value))
            .build());
  }

  private static OptionSpec text(
      Consumer<@Nullable String> to, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .initialValue(null)
        .setter(new Setter<String>(to))
        .build();
  }

  private static OptionSpec flag(Consumer<Boolean> to, String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .description(description)
        .initialValue(false)
        .setter(new Setter<Boolean>(value -> to.accept(Boolean.TRUE.equals(value))))
        .build();
  }

  private record Setter<V>(Consumer<@Nullable V> to) implements ISetter {
    @Override
    @SuppressWarnings("unchecked") // The option's type is V.
    public <T> T set(T value) {
      to.accept((V) value);
      return value;
    }
  }

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
