package dev.mixpaneldata.mcp.resource;

import dev.mixpaneldata.mcp.resource.Completions.Kind;
import dev.mixpaneldata.mcp.session.Session;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource that is read by its address, or, if the address has variables, a family of resources.
 *
 * @param address such as {@code schema://events} or {@code users://{id}/journey}
 * @param completed the kinds of the variables that can be completed
 * @param read returns a value that {@link dev.mixpaneldata.internal.json.ResultJson} writes, from
 *     the session and the variables
 */
public record Resource(
    String address,
    String name,
    String description,
    Map<String, Kind> completed,
    BiFunction<Session, Map<String, String>, Object> read) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  /** Returns whether the address has variables. */
  public boolean isTemplate() {
    return address.contains("{");
  }

  /** Returns the variables of an address of this family; empty if it belongs to another one. */
  public Optional<Map<String, String>> match(String asked) {
    StringBuilder pattern = new StringBuilder();
    Matcher variables = VARIABLE.matcher(address);
    Map<String, String> values = new LinkedHashMap<>();
    int end = 0;
    while (variables.find()) {
      pattern.append(Pattern.quote(address.substring(end, variables.start()))).append("([^/]+)");
      values.put(variables.group(1), "");
      end = variables.end();
    }
    pattern.append(Pattern.quote(address.substring(end)));
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(asked);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int group = 1;
    for (Map.Entry<String, String> value : values.entrySet()) {
      value.setValue(URLDecoder.decode(matcher.group(group++), StandardCharsets.UTF_8));
    }
    return Optional.of(values);
  }
}
