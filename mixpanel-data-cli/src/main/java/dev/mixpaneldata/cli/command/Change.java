package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ReadOnly;
import dev.mixpaneldata.internal.audit.AuditLine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A change of what Mixpanel keeps: refused where only reading is allowed, and written to the audit
 * log with its outcome.
 *
 * @param command the command that makes it
 * @param arguments what it was given
 */
public record Change(CommandContext context, String command, Map<String, ?> arguments) {
  /**
   * Makes the change.
   *
   * @throws MixpanelDataException {@code PERMISSION_DENIED} if only reading is allowed
   */
  public <T> T make(Supplier<T> change) {
    return make(change, any -> false);
  }

  /**
   * Makes the change, of which a part may fail.
   *
   * @param isPartial whether a part of it failed
   */
  public <T> T make(Supplier<T> change, Predicate<T> isPartial) {
    AuditLine line =
        new AuditLine()
            .fact("time", context.pacer().now().toString())
            .fact("who", "mp")
            .fact("command", command)
            .arguments(arguments);
    long start = System.nanoTime();
    String code = "UNEXPECTED_ERROR";
    boolean partial = false;
    try {
      allow();
      T result = change.get();
      partial = isPartial.test(result);
      code = "";
      return result;
    } catch (MixpanelDataException e) {
      code = e.code().name();
      throw e;
    } finally {
      line.fact("ms", (System.nanoTime() - start) / 1_000_000);
      AuditLine whole = partial ? line.fact("outcome", "partly") : line.outcome(code);
      log().ifPresent(whole::appendTo);
    }
  }

  /** Refuses the change if only reading is allowed, before anybody is asked about it. */
  private void allow() {
    if (context.options().readOnly() || settings().readOnly()) {
      throw ReadOnly.refusal("Nothing was sent");
    }
  }

  private Optional<Path> log() {
    return context.options().auditLog().or(settings()::auditLog);
  }

  private Settings settings() {
    return Settings.of(context.environment());
  }
}
