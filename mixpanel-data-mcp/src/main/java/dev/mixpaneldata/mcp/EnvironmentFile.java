package dev.mixpaneldata.mcp;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Credentials in a file of lines {@code NAME=VALUE}, such as {@code .env}. Variables that the
 * environment sets win. Names other than those of credentials and of the port are passed over, so
 * that a file of another program cannot redirect this one.
 */
final class EnvironmentFile {
  /** The file that a server over HTTP reads from its working directory. */
  static final Path USUAL = Path.of(".env");

  private static final Set<String> NAMES =
      Set.of(
          "MP_USERNAME",
          "MP_SECRET",
          "MP_OAUTH_TOKEN",
          "MP_PROJECT_ID",
          "MP_REGION",
          "MP_PROJECT_TOKEN",
          "MIXPANEL_SERVICE_ACCOUNT_USERNAME",
          "MIXPANEL_SERVICE_ACCOUNT_SECRET",
          "MIXPANEL_PROJECT_ID",
          "MIXPANEL_PROJECT_TOKEN",
          ServerOptions.PORT_VARIABLE);

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");

  /** A value in quotes, or up to a comment. */
  private static final Pattern VALUE =
      Pattern.compile("\"([^\"]*)\"(?:\\s*#.*)?|'([^']*)'(?:\\s*#.*)?|(.*?)(?:\\s+#.*)?");

  private EnvironmentFile() {}

  /** Returns the environment with the variables of a file that it does not set itself. */
  static Map<String, String> added(Path file, Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches() && NAMES.contains(parts.group(1))) {
          all.put(parts.group(1), value(parts.group(2)));
        }
      }
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.CONFIG_INVALID,
          "The file " + file + " cannot be read.",
          "Name a text file of lines NAME=VALUE with --env-file.",
          e);
    }
    environment.forEach(
        (name, value) -> {
          if (!value.isBlank() || !all.containsKey(name)) {
            all.put(name, value);
          }
        });
    return all;
  }

  private static String value(String text) {
    Matcher value = VALUE.matcher(text);
    if (!value.matches()) {
      return text;
    }
    return Optional.ofNullable(value.group(1))
        .or(() -> Optional.ofNullable(value.group(2)))
        .orElseGet(() -> Optional.ofNullable(value.group(3)).orElse(""));
  }
}
