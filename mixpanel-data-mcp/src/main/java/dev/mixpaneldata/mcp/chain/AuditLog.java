package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log, with a line for each call: time, caller, tool, shortened arguments, duration and
 * outcome. Arguments with the name of a secret are masked. The logger is {@code
 * dev.mixpaneldata.mcp.audit}; a file of JSON lines can be added.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.mixpaneldata.mcp.audit");

  /** Long enough to recognise a query. */
  private static final int LONGEST_ARGUMENT = 200;

  private static final String MASK = "********";

  /** A field of a JSON object with the name of a secret, up to the text of its value. */
  private static final Pattern SECRET_FIELD =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:secret|token|password)[^\"]*\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"");

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
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().toString());
    line.put("who", call.session().caller().name());
    line.put("tool", tool);
    line.put("arguments", shortened(call.arguments()));
    line.put("ms", millis);
    line.put("outcome", outcome(code));
    if (!code.isEmpty()) {
      line.put("code", code);
    }
    String json = ResultJson.text(line);
    LOG.info("{}", json);
    file.ifPresent(path -> append(path, json));
  }

  private static String outcome(String code) {
    if (code.isEmpty()) {
      return "ok";
    }
    return code.equals(ErrorCode.INTERRUPTED.name()) ? "cancelled" : "error";
  }

  private static Map<String, Object> shortened(Map<String, Object> arguments) {
    Map<String, Object> shown = new LinkedHashMap<>();
    arguments.forEach((name, value) -> shown.put(name, isSecret(name) ? MASK : cut(value)));
    return shown;
  }

  /** Masks the secrets within JSON, which a body may hold at any depth. */
  private static String masked(String text) {
    return SECRET_FIELD.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "\"");
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("secret") || lower.contains("token") || lower.contains("password");
  }

  private static Object cut(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    String text = value instanceof String string ? string : ResultJson.text(value);
    String safe = masked(text);
    return safe.length() <= LONGEST_ARGUMENT ? safe : safe.substring(0, LONGEST_ARGUMENT) + "…";
  }

  private static synchronized void append(Path path, String json) {
    try (FileChannel file = PrivateFiles.append(path)) {
      PrivateFiles.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A user who asked for an audit does not want calls that are missing from it.
      throw new UncheckedIOException("The audit log " + path + " cannot be written", e);
    }
  }
}
