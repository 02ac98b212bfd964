package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.mcp.prompt.Prompt;
import dev.mixpaneldata.mcp.prompt.Prompts;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An adapter from our prompts to the SDK's. */
final class PromptAdapter {
  private PromptAdapter() {}

  static List<AsyncPromptSpecification> all() {
    return Prompts.all().stream().map(PromptAdapter::specification).toList();
  }

  private static AsyncPromptSpecification specification(Prompt prompt) {
    List<McpSchema.PromptArgument> arguments =
        prompt.arguments().stream()
            .map(
                a ->
                    McpSchema.PromptArgument.builder(a.name())
                        .description(a.description() + "; " + a.defaultValue() + " by default")
                        .required(false)
                        .build())
            .toList();
    return new AsyncPromptSpecification(
        McpSchema.Prompt.builder(prompt.name())
            .description(prompt.description())
            .arguments(arguments)
            .build(),
        (exchange, request) ->
            Mono.just(
                McpSchema.GetPromptResult.builder(
                        List.of(
                            new McpSchema.PromptMessage(
                                McpSchema.Role.USER,
                                McpSchema.TextContent.builder(
                                        prompt.filled(
                                            request.arguments() == null
                                                ? Map.of()
                                                : request.arguments()))
                                    .build())))
                    .description(prompt.description())
                    .build()));
  }
}
