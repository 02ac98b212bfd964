package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls of tools and what they answer, in few words. */
final class Answers {
  private Answers() {}

  static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  /** Names and values in turn, as a call takes them; days as text. */
  static Map<String, Object> arguments(Object... pairs) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      arguments.put((String) pairs[i], value instanceof LocalDate day ? day.toString() : value);
    }
    return arguments;
  }

  /** The structured answer of a call that must succeed. */
  static JsonNode ask(McpSyncClient client, String tool, Object... pairs) {
    McpSchema.CallToolResult answer = call(client, tool, arguments(pairs));
    assertThat(answer.isError()).as("%s: %s", tool, text(answer)).isNotEqualTo(true);
    return structured(answer);
  }

  static JsonNode structured(McpSchema.CallToolResult result) {
    return Mappers.json().valueToTree(result.structuredContent());
  }

  static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }
}
