package dev.mixpaneldata.mcp.conformance;

import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The prompts and resources that the suite expects. */
final class OtherFixtures {
  private OtherFixtures() {}

  static List<SyncPromptSpecification> prompts() {
    return List.of(
        prompt(
            "test_simple_prompt",
            List.of(),
            values -> says("This is a simple prompt for testing.")),
        prompt(
            "test_prompt_with_arguments",
            List.of("arg1", "arg2"),
            values ->
                says(
                    "Prompt with arguments: arg1='%s', arg2='%s'"
                        .formatted(values.get("arg1"), values.get("arg2")))),
        prompt(
            "test_prompt_with_embedded_resource",
            List.of("resourceUri"),
            values ->
                messages(
                    ToolFixtures.embedded(
                        String.valueOf(values.get("resourceUri")),
                        "text/plain",
                        "Embedded resource content for testing."),
                    text("Please process the embedded resource above."))),
        prompt(
            "test_prompt_with_image",
            List.of(),
            values ->
                messages(
                    McpSchema.ImageContent.builder(ToolFixtures.PNG, "image/png").build(),
                    text("Please analyze the image above."))));
  }

  private static SyncPromptSpecification prompt(
      String name,
      List<String> arguments,
      Function<Map<String, Object>, McpSchema.GetPromptResult> result) {
    return new SyncPromptSpecification(
        McpSchema.Prompt.builder(name)
            .description("A fixture")
            .arguments(
                arguments.stream()
                    .map(
                        a ->
                            McpSchema.PromptArgument.builder(a)
                                .description(a)
                                .required(true)
                                .build())
                    .toList())
            .build(),
        (exchange, request) ->
            result.apply(request.arguments() == null ? Map.of() : request.arguments()));
  }

  private static McpSchema.TextContent text(String text) {
    return McpSchema.TextContent.builder(text).build();
  }

  private static McpSchema.GetPromptResult says(String text) {
    return messages(text(text));
  }

  private static McpSchema.GetPromptResult messages(McpSchema.Content... content) {
    return McpSchema.GetPromptResult.builder(
            Arrays.stream(content)
                .map(c -> new McpSchema.PromptMessage(McpSchema.Role.USER, c))
                .toList())
        .build();
  }

  static List<SyncResourceSpecification> resources() {
    return List.of(
        resource(
            "test://static-text",
            "text/plain",
            contents(
                "test://static-text",
                "text/plain",
                "This is the content of the static text resource.")),
        resource(
            "test://static-binary",
            "image/png",
            McpSchema.BlobResourceContents.builder("test://static-binary", ToolFixtures.PNG)
                .mimeType("image/png")
                .build()),
        resource(
            "test://watched-resource",
            "text/plain",
            contents("test://watched-resource", "text/plain", "Watched resource content.")));
  }

  private static McpSchema.ResourceContents contents(String uri, String type, String text) {
    return McpSchema.TextResourceContents.builder(uri, text).mimeType(type).build();
  }

  private static SyncResourceSpecification resource(
      String uri, String type, McpSchema.ResourceContents contents) {
    return new SyncResourceSpecification(
        McpSchema.Resource.builder(uri, uri).description("A fixture").mimeType(type).build(),
        (exchange, request) -> McpSchema.ReadResourceResult.builder(List.of(contents)).build());
  }

  static List<SyncResourceTemplateSpecification> templates() {
    return List.of(
        new SyncResourceTemplateSpecification(
            McpSchema.ResourceTemplate.builder("test://template/{id}/data", "Template")
                .description("A fixture")
                .mimeType("application/json")
                .build(),
            (exchange, request) -> {
              String id = request.uri().replaceAll("test://template/(.+)/data", "$1");
              String json =
                  "{\"id\":\"%s\",\"templateTest\":true,\"data\":\"Data for ID: %s\"}"
                      .formatted(id, id);
              return McpSchema.ReadResourceResult.builder(
                      List.of(contents(request.uri(), "application/json", json)))
                  .build();
            }));
  }

  static List<SyncCompletionSpecification> completions() {
    return List.of(
        new SyncCompletionSpecification(
            new McpSchema.PromptReference("test_prompt_with_arguments"),
            (exchange, request) ->
                new McpSchema.CompleteResult(
                    new McpSchema.CompleteResult.CompleteCompletion(List.of(), 0, false))));
  }
}
