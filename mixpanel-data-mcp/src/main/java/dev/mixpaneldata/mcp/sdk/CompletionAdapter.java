package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.mcp.prompt.Prompt;
import dev.mixpaneldata.mcp.prompt.Prompts;
import dev.mixpaneldata.mcp.resource.Completions;
import dev.mixpaneldata.mcp.resource.Completions.Kind;
import dev.mixpaneldata.mcp.resource.Resource;
import dev.mixpaneldata.mcp.resource.Resources;
import dev.mixpaneldata.mcp.session.Session;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncCompletionSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An adapter that completes the arguments of prompts and the variables of addresses. */
final class CompletionAdapter {
  private final RunningCalls calls;

  CompletionAdapter(RunningCalls calls) {
    this.calls = calls;
  }

  List<AsyncCompletionSpecification> all() {
    List<AsyncCompletionSpecification> all = new ArrayList<>();
    for (Prompt prompt : Prompts.all()) {
      Map<String, Kind> kinds = new HashMap<>();
      prompt.arguments().forEach(a -> a.completed().ifPresent(k -> kinds.put(a.name(), k)));
      if (!kinds.isEmpty()) {
        all.add(specification(new McpSchema.PromptReference(prompt.name()), kinds));
      }
    }
    for (Resource resource : Resources.all()) {
      if (!resource.completed().isEmpty()) {
        all.add(
            specification(
                new McpSchema.ResourceReference(resource.address()), resource.completed()));
      }
    }
    return all;
  }

  private AsyncCompletionSpecification specification(
      McpSchema.CompleteReference reference, Map<String, Kind> kinds) {
    return new AsyncCompletionSpecification(
        reference,
        (exchange, request) -> {
          Session session = CallContext.session(exchange.transportContext());
          Kind kind = kinds.get(request.argument().name());
          return calls.run(
              CallContext.call(exchange.transportContext()),
              () -> {
                List<String> values =
                    kind == null
                        ? List.of()
                        : Completions.of(kind, request.argument().value(), session);
                return new McpSchema.CompleteResult(
                    new McpSchema.CompleteResult.CompleteCompletion(values, values.size(), false));
              });
        });
  }
}
