package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.mcp.prompt.Prompt;
import dev.mixpaneldata.mcp.prompt.Prompts;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
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

  /** Returns the prompts for requests without a session. */
  static List<McpStatelessServerFeatures.AsyncPromptSpecification> single() {
    return Prompts.all().stream()
        .map(
            prompt ->
                new McpStatelessServerFeatures.AsyncPromptSpecification(
                    described(prompt), (context, request) -> Mono.just(filled(prompt, request))))
        .toList();
  }

  private static AsyncPromptSpecification specification(Prompt prompt) {
    return new AsyncPromptSpecification(
        described(prompt), (exchange, request) -> Mono.just(filled(prompt, request)));
  }

  private static McpSchema.Prompt described(Prompt prompt) {
    List<McpSchema.PromptArgument> arguments =
        prompt.arguments().stream()
            .map(
                a ->
                    McpSchema.PromptArgument.builder(a.name())
                        .description(a.description() + "; " + a.defaultValue() + " by default")
                        .required(false)
                        .build())
            .toList();
    return McpSchema.Prompt.builder(prompt.name())
        .description(prompt.description())
        .arguments(arguments)
        .build();
  }

  private static McpSchema.GetPromptResult filled(
      Prompt prompt, McpSchema.GetPromptRequest request) {
    Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
    return McpSchema.GetPromptResult.builder(
            List.of(
                new McpSchema.PromptMessage(
                    McpSchema.Role.USER,
                    McpSchema.TextContent.builder(prompt.filled(arguments)).build())))
        .description(prompt.description())
        .build();
  }
}
