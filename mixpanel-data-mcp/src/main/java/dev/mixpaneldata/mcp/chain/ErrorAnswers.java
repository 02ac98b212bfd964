package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import dev.mixpaneldata.internal.text.Excerpt;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.derived.ToolWords;
import dev.mixpaneldata.mcp.session.SpentCalls;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers made of errors: a stable code, the cause, and the next step. */
final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private ErrorAnswers() {}

  /**
   * Calls a handler and turns its errors into answers.
   *
   * @param arguments the arguments that the tool takes
   */
  static ToolAnswer answer(ToolHandler handler, ToolCall call, Set<String> arguments) {
    SpentCalls.Mark mark = call.session().spent().mark();
    try {
      return handler.call(call);
    } catch (MixpanelDataException e) {
      return of(e, call, arguments, CallsLeftNote.since(mark, call));
    } catch (RuntimeException | Error e) {
      // A defect of the server, not of the caller: the trace is logged, and its first line is
      // returned.
      LOG.error("The tool {} failed", call.tool(), e);
      return unexpected(call.tool(), e);
    }
  }

  /** Returns the answer that reports an error. */
  private static ToolAnswer of(
      MixpanelDataException e, ToolCall call, Set<String> arguments, CallsLeftNote note) {
    Map<String, Object> error = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    error.put("code", e.code().name());
    String message = String.valueOf(e.getMessage());
    error.put("message", message);
    text.append("Error [").append(e.code().name()).append("]: ").append(message);
    nextStep(e, call, arguments)
        .ifPresent(
            hint -> {
              error.put("hint", hint);
              text.append("\nNext step: ").append(hint);
            });
    if (e instanceof RateLimitException limit) {
      long seconds =
          Math.max(
                  0,
                  Duration.between(call.session().clock().instant(), limit.retryAt()).toMillis()
                      + 999)
              / 1000;
      error.put("retry_after_seconds", seconds);
      error.put("retry_at", limit.retryAt().toString());
      text.append("\nRetry after ").append(seconds).append(" s, at ").append(limit.retryAt());
    }
    if (e instanceof ApiException api) {
      error.put("status_code", api.status());
      error.put("request", api.method() + " " + api.url());
      if (!api.excerpt().isEmpty()) {
        error.put("response", api.excerpt());
      }
    }
    note.addTo(error);
    text.append(note.text());
    return ToolAnswer.failure(e.code().name(), Map.of("error", error), text.toString());
  }

  /** Returns the next step in the words of tools; the error's own hint comes first. */
  private static Optional<String> nextStep(
      MixpanelDataException e, ToolCall call, Set<String> arguments) {
    Optional<String> own = e.hint(ToolWords.within(arguments));
    if (e.code() == ErrorCode.CREDENTIALS_MISSING && call.session().caller().overHttp()) {
      return own.map(
          hint -> hint + " Or let the client send x-auth-token: USERNAME:SECRET:PROJECT_ID.");
    }
    return own.or(() -> NextSteps.after(e.code(), call.tool()));
  }

  private static ToolAnswer unexpected(String tool, Throwable e) {
    String message = Excerpt.ofMessage("The tool " + tool + " failed unexpectedly: " + e);
    String hint = "Try other arguments; the server's log on stderr has the details.";
    return ToolAnswer.failure(
        "UNEXPECTED_ERROR",
        Map.of("error", Map.of("code", "UNEXPECTED_ERROR", "message", message, "hint", hint)),
        "Error [UNEXPECTED_ERROR]: " + message + "\nNext step: " + hint);
  }
}
