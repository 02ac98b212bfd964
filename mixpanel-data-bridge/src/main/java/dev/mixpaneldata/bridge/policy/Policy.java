package dev.mixpaneldata.bridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.bridge.vendor.Vendor.ToolRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reading only. A call is refused unless the vendor's list or the user allows its tool, the rules
 * on its arguments hold, the server does not call the tool a changing one, and the tool is the one
 * that was looked at. The same policy shapes what is listed and checks each call again.
 */
public final class Policy {
  private final Map<String, ToolRule> rules;
  private final Set<String> allowedByUser;
  private final Inventory known;

  /**
   * @param allowedByUser tools that the vendor's list lacks and the user wants
   * @param known the tools as the user saw them last
   */
  public Policy(Optional<Vendor> vendor, Set<String> allowedByUser, Inventory known) {
    this.rules = vendor.map(Vendor::rules).orElse(Map.of());
    this.allowedByUser = Set.copyOf(allowedByUser);
    this.known = known;
  }

  /** Whether a tool may be called at all. */
  public Decision decide(RemoteTool tool) {
    String name = tool.name();
    ToolRule rule = rules.get(name);
    if (rule == null && !allowedByUser.contains(name)) {
      return Decision.no("The tool " + name + " is not on the list of tools that only read.");
    }
    if (!known.knows(tool)) {
      return Decision.no(
          "The tool " + name + " is new or was changed by the vendor since it was looked at.");
    }
    // Of a tool that reads and writes by one of its arguments, the hint can only say that it
    // writes.
    boolean mixed = rule != null && !rule.arguments().isEmpty();
    if (!mixed && isFalse(tool.annotations().path("readOnlyHint"))) {
      return Decision.no("The vendor itself says that the tool " + name + " changes data.");
    }
    Optional<String> word = NamePatterns.changingWord(name);
    if (rule == null && word.isPresent()) {
      return Decision.no(
          "The name of the tool " + name + " says that it changes data (" + word.get() + ").");
    }
    return Decision.YES;
  }

  /** Whether a call may be made with just these arguments. */
  public Decision decide(RemoteTool tool, JsonNode arguments) {
    Decision possible = decide(tool);
    if (!possible.allowed()) {
      return possible;
    }
    ToolRule rule = rules.getOrDefault(tool.name(), ToolRule.ANY);
    for (Map.Entry<String, List<String>> only : rule.arguments().entrySet()) {
      if (!arguments.path(only.getKey()).isTextual()
          || !holdsOnly(arguments, only.getKey(), only.getValue())) {
        return Decision.no(
            "The tool "
                + tool.name()
                + " may be called with "
                + only.getKey()
                + " "
                + String.join(" or ", only.getValue())
                + " only: everything else could change data.");
      }
    }
    return Decision.YES;
  }

  /** The tool as it may be called: its schema allows what the rules allow, and no more. */
  public RemoteTool narrowed(RemoteTool tool) {
    ToolRule rule = rules.getOrDefault(tool.name(), ToolRule.ANY);
    if (rule.arguments().isEmpty()) {
      return tool;
    }
    ObjectNode definition = tool.definition().deepCopy();
    ObjectNode schema = definition.withObjectProperty("inputSchema");
    rule.arguments()
        .forEach(
            (argument, values) -> {
              ObjectNode property = schema.withObjectProperty("properties").putObject(argument);
              property.put("type", "string");
              ArrayNode choices = property.putArray("enum");
              values.forEach(choices::add);
              require(schema, argument);
            });
    definition.put(
        "description", tool.description() + "\nHere it only reads: " + reading(rule) + ".");
    return new RemoteTool(definition);
  }

  /** The arguments as the server wants them: objects that came as JSON text become objects. */
  public JsonNode repaired(RemoteTool tool, JsonNode arguments) {
    ToolRule rule = rules.getOrDefault(tool.name(), ToolRule.ANY);
    if (!arguments.isObject() || rule.jsonObjects().isEmpty()) {
      return arguments;
    }
    ObjectNode repaired = arguments.deepCopy();
    for (String name : rule.jsonObjects()) {
      String text = repaired.path(name).asText("");
      if (repaired.path(name).isTextual() && text.strip().startsWith("{")) {
        try {
          repaired.set(name, dev.mixpaneldata.internal.json.Mappers.read(text));
        } catch (dev.mixpaneldata.error.MixpanelDataException notJson) {
          // The server says what it wants.
        }
      }
    }
    return repaired;
  }

  private static String reading(ToolRule rule) {
    return rule.arguments().entrySet().stream()
        .map(e -> e.getKey() + " " + String.join(" or ", e.getValue()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static void require(ObjectNode schema, String argument) {
    ArrayNode required = schema.withArrayProperty("required");
    for (JsonNode name : required) {
      if (name.asText().equals(argument)) {
        return;
      }
    }
    required.add(argument);
  }

  /** Whether a name, at any depth and in any case, has one of these values wherever it stands. */
  private static boolean holdsOnly(JsonNode node, String name, List<String> values) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().strip().equalsIgnoreCase(name)
          && !(field.getValue().isTextual() && values.contains(field.getValue().asText()))) {
        return false;
      }
      if (!holdsOnly(field.getValue(), name, values)) {
        return false;
      }
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        if (!holdsOnly(element, name, values)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isFalse(JsonNode hint) {
    return hint.isBoolean() && !hint.asBoolean();
  }
}
