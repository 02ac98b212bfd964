package dev.mixpaneldata.mcp.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer as a model may read it. Our own texts have several lines; those of others,
 * which stand in the arguments and in the structured answer, stay on the line they stand in, so
 * that a name can begin no paragraph of its own.
 */
public final class ForeignLines {
  private ForeignLines() {}

  /** The text of the answer to a call with these arguments. */
  public static String escaped(ToolAnswer answer, Map<String, Object> arguments) {
    Set<String> foreign = new HashSet<>();
    collect(arguments, foreign);
    if (!answer.isError()) {
      collect(Mappers.read(ResultJson.text(answer.value())), foreign);
    }
    String text = answer.text();
    for (String name :
        foreign.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      text = text.replace(name, Visible.line(name));
    }
    return Visible.lines(text);
  }

  private static void collect(@Nullable Object value, Set<String> foreign) {
    if (value instanceof String text) {
      add(text, foreign);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> collect(element, foreign));
    } else if (value instanceof Collection<?> list) {
      list.forEach(element -> collect(element, foreign));
    }
  }

  private static void collect(JsonNode node, Set<String> foreign) {
    if (node.isTextual()) {
      add(node.textValue(), foreign);
    }
    node.fieldNames().forEachRemaining(name -> add(name, foreign));
    node.forEach(element -> collect(element, foreign));
  }

  private static void add(String text, Set<String> foreign) {
    // A line feed alone is no name; one at the end of a text begins nothing.
    if (text.strip().indexOf('\n') >= 0) {
      foreign.add(text);
    }
  }
}
