package dev.mixpaneldata.internal.audit;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an audit log: facts in their order, of which arguments are shortened, and those with
 * the name of a secret masked.
 */
public final class AuditLine {
  /** Long enough to recognise a query. */
  private static final int LONGEST_ARGUMENT = 200;

  private static final String MASK = "********";

  /** A field of a JSON object with the name of a secret, up to the text of its value. */
  private static final Pattern SECRET_FIELD =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:secret|token|password)[^\"]*\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"");

  private final Map<String, Object> facts = new LinkedHashMap<>();

  /** Adds a fact. */
  public AuditLine fact(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  /** Adds the arguments of a call. */
  public AuditLine arguments(Map<String, ?> arguments) {
    Map<String, Object> shown = new LinkedHashMap<>();
    arguments.forEach((name, value) -> shown.put(name, isSecret(name) ? MASK : cut(value)));
    return fact("arguments", shown);
  }

  /** Adds the outcome: the code of an error, or empty text for success. */
  public AuditLine outcome(String code) {
    if (code.isEmpty()) {
      return fact("outcome", "ok");
    }
    boolean cancelled = code.equals(ErrorCode.INTERRUPTED.name());
    return fact("outcome", cancelled ? "cancelled" : "error").fact("code", code);
  }

  /** Returns the line as JSON. */
  public String json() {
    return ResultJson.text(facts);
  }

  /** Appends the line to a file that only its owner can read. */
  public void appendTo(Path path) {
    append(path, json() + "\n");
  }

  private static synchronized void append(Path path, String line) {
    try (FileChannel file = PrivateFiles.append(path)) {
      PrivateFiles.write(file, line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A user who asked for an audit does not want calls that are missing from it.
      throw new UncheckedIOException("The audit log " + path + " cannot be written", e);
    }
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
}
