package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.audit.AuditLine;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log, with a line for each call: time, caller, tool, shortened arguments, duration and
 * outcome. Arguments with the name of a secret are masked. The logger is {@code
 * dev.mixpaneldata.mcp.audit}; a file of JSON lines can be added.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.mixpaneldata.mcp.audit");

  private final Optional<Path> file;
  private final Clock clock;

  /** Creates a log that writes to the logger, and to a file of JSON lines if one is given. */
  public AuditLog(Optional<Path> file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  ToolAnswer record(Tool tool, ToolHandler handler, ToolCall call) {
    long start = System.nanoTime();
    String code = "UNEXPECTED_ERROR";
    try {
      ToolAnswer answer = handler.call(call);
      code = answer.failure().orElse("");
      return answer;
    } catch (MixpanelDataException e) {
      code = e.code().name();
      throw e;
    } finally {
      write(tool.name(), call, (System.nanoTime() - start) / 1_000_000, code);
    }
  }

  private void write(String tool, ToolCall call, long millis, String code) {
    AuditLine line =
        new AuditLine()
            .fact("time", clock.instant().toString())
            .fact("who", call.session().caller().name())
            .fact("tool", tool)
            .arguments(call.arguments())
            .fact("ms", millis)
            .outcome(code);
    LOG.info("{}", line.json());
    file.ifPresent(line::appendTo);
  }
}
