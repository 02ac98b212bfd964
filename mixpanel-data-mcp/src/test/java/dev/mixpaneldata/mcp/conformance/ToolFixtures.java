package dev.mixpaneldata.mcp.conformance;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The tools that the suite expects, by the names and texts that it checks. */
final class ToolFixtures {
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
  private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQAAAAA=";
  private static final Map<String, Object> NONE = Map.of("type", "object", "properties", Map.of());

  private ToolFixtures() {}

  static List<SyncToolSpecification> all() {
    return List.of(
        tool(
            "test_simple_text",
            NONE,
            (e, r) -> answer(text("This is a simple text response for testing."))),
        tool("test_image_content", NONE, (e, r) -> answer(image())),
        tool(
            "test_audio_content",
            NONE,
            (e, r) -> answer(McpSchema.AudioContent.builder(WAV, "audio/wav").build())),
        tool(
            "test_embedded_resource",
            NONE,
            (e, r) ->
                answer(
                    embedded(
                        "test://embedded-resource",
                        "text/plain",
                        "This is an embedded resource content."))),
        tool(
            "test_multiple_content_types",
            NONE,
            (e, r) ->
                answer(
                    text("Multiple content types test:"),
                    image(),
                    embedded(
                        "test://mixed-content-resource",
                        "application/json",
                        "{\"test\":\"data\",\"value\":123}"))),
        tool("test_tool_with_logging", NONE, ToolFixtures::logging),
        tool("test_tool_with_progress", NONE, ToolFixtures::progress),
        tool(
            "test_error_handling",
            NONE,
            (e, r) ->
                CallToolResult.builder()
                    .content(List.of(text("This tool intentionally returns an error for testing")))
                    .isError(true)
                    .build()),
        tool("test_sampling", required("prompt"), ToolFixtures::sampling),
        tool(
            "test_elicitation",
            required("message"),
            (e, r) ->
                elicited(
                    e,
                    String.valueOf(r.arguments().get("message")),
                    Map.of(
                        "type", "object",
                        "properties",
                            Map.of(
                                "username",
                                Map.of("type", "string"),
                                "email",
                                Map.of("type", "string")),
                        "required", List.of("username", "email")))),
        tool(
            "test_elicitation_sep1034_defaults",
            NONE,
            (e, r) -> elicited(e, "Please provide your information", defaults())),
        tool(
            "test_elicitation_sep1330_enums",
            NONE,
            (e, r) -> elicited(e, "Select your preferences", enums())),
        tool("json_schema_2020_12_tool", schema2020(), (e, r) -> answer(text("ok"))));
  }

  private static SyncToolSpecification tool(
      String name,
      Map<String, Object> schema,
      BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    return SyncToolSpecification.builder()
        .tool(McpSchema.Tool.builder(name, schema).description("A fixture").build())
        .callHandler(handler)
        .build();
  }

  private static Map<String, Object> required(String argument) {
    return Map.of(
        "type", "object",
        "properties", Map.of(argument, Map.of("type", "string")),
        "required", List.of(argument));
  }

  private static TextContent text(String text) {
    return TextContent.builder(text).build();
  }

  private static Content image() {
    return McpSchema.ImageContent.builder(PNG, "image/png").build();
  }

  static McpSchema.EmbeddedResource embedded(String uri, String type, String text) {
    return McpSchema.EmbeddedResource.builder(
            McpSchema.TextResourceContents.builder(uri, text).mimeType(type).build())
        .build();
  }

  private static CallToolResult answer(Content... content) {
    return CallToolResult.builder().content(List.of(content)).isError(false).build();
  }

  private static CallToolResult logging(McpSyncServerExchange exchange, CallToolRequest request) {
    for (String line :
        List.of("Tool execution started", "Tool processing data", "Tool execution completed")) {
      exchange.loggingNotification(
          McpSchema.LoggingMessageNotification.builder(McpSchema.LoggingLevel.INFO, line).build());
    }
    return answer(text("Tool execution completed with logging"));
  }

  private static CallToolResult progress(McpSyncServerExchange exchange, CallToolRequest request) {
    Object token = request.progressToken();
    if (token != null) {
      for (double done : new double[] {0, 50, 100}) {
        exchange.progressNotification(
            McpSchema.ProgressNotification.builder(token, done).total(100.0).build());
      }
    }
    return answer(text("Tool execution completed"));
  }

  private static CallToolResult sampling(McpSyncServerExchange exchange, CallToolRequest request) {
    McpSchema.CreateMessageResult result =
        exchange.createMessage(
            McpSchema.CreateMessageRequest.builder(
                    List.of(
                        McpSchema.SamplingMessage.builder(
                                McpSchema.Role.USER,
                                text(String.valueOf(request.arguments().get("prompt"))))
                            .build()),
                    100)
                .build());
    return answer(text("LLM response: " + ((TextContent) result.content()).text()));
  }

  private static CallToolResult elicited(
      McpSyncServerExchange exchange, String message, Map<String, Object> schema) {
    McpSchema.ElicitResult result =
        exchange.createElicitation(McpSchema.ElicitFormRequest.builder(message, schema).build());
    return answer(
        text("Elicitation completed: action=" + result.action() + ", content=" + result.content()));
  }

  private static Map<String, Object> defaults() {
    return Map.of(
        "type", "object",
        "properties",
            Map.of(
                "name", Map.of("type", "string", "default", "John Doe"),
                "age", Map.of("type", "integer", "default", 30),
                "score", Map.of("type", "number", "default", 95.5),
                "status",
                    Map.of(
                        "type", "string",
                        "enum", List.of("active", "inactive", "pending"),
                        "default", "active"),
                "verified", Map.of("type", "boolean", "default", true)),
        "required", List.of("name", "age", "score", "status", "verified"));
  }

  private static Map<String, Object> enums() {
    List<String> plain = List.of("option1", "option2", "option3");
    List<Map<String, String>> titled =
        List.of(
            Map.of("const", "value1", "title", "First"),
            Map.of("const", "value2", "title", "Second"),
            Map.of("const", "value3", "title", "Third"));
    return Map.of(
        "type", "object",
        "properties",
            Map.of(
                "untitledSingle", Map.of("type", "string", "enum", plain),
                "titledSingle", Map.of("type", "string", "oneOf", titled),
                "legacyEnum",
                    Map.of(
                        "type", "string",
                        "enum", List.of("opt1", "opt2", "opt3"),
                        "enumNames", List.of("Option One", "Option Two", "Option Three")),
                "untitledMulti",
                    Map.of("type", "array", "items", Map.of("type", "string", "enum", plain)),
                "titledMulti", Map.of("type", "array", "items", Map.of("anyOf", titled))),
        "required",
            List.of(
                "untitledSingle", "titledSingle", "legacyEnum", "untitledMulti", "titledMulti"));
  }

  private static Map<String, Object> schema2020() {
    return Map.of(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "type",
        "object",
        "$defs",
        Map.of(
            "address",
            Map.of(
                "type",
                "object",
                "properties",
                Map.of("street", Map.of("type", "string"), "city", Map.of("type", "string")))),
        "properties",
        Map.of("name", Map.of("type", "string"), "address", Map.of("$ref", "#/$defs/address")),
        "additionalProperties",
        false);
  }
}
