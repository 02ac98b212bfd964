package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.mcp.answer.ForeignLines;
import dev.mixpaneldata.mcp.app.ChartApp;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.client.CurrentClient;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An adapter from our tools to the SDK's. */
final class ToolAdapter {
  private final Toolbox toolbox;
  private final RunningCalls calls;

  ToolAdapter(Toolbox toolbox, RunningCalls calls) {
    this.toolbox = toolbox;
    this.calls = calls;
  }

  List<AsyncToolSpecification> all() {
    return toolbox.all().stream().map(this::specification).toList();
  }

  private AsyncToolSpecification specification(Tool tool) {
    ToolHandler handler = toolbox.handler(tool);
    return AsyncToolSpecification.builder()
        .tool(described(tool))
        .callHandler(
            (exchange, request) ->
                call(
                    handler,
                    exchange.transportContext(),
                    new SdkClient(exchange, request.progressToken()),
                    request))
        .build();
  }

  /** Returns the tools for requests without a session. */
  List<McpStatelessServerFeatures.AsyncToolSpecification> single() {
    return toolbox.all().stream()
        .map(
            tool -> {
              ToolHandler handler = toolbox.handler(tool);
              return McpStatelessServerFeatures.AsyncToolSpecification.builder()
                  .tool(described(tool))
                  .callHandler((context, request) -> call(handler, context, Client.SILENT, request))
                  .build();
            })
        .toList();
  }

  private Mono<McpSchema.CallToolResult> call(
      ToolHandler handler,
      McpTransportContext context,
      Client client,
      McpSchema.CallToolRequest request) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (request.arguments() != null) {
      // Some clients send null for an argument that is not given.
      request.arguments().forEach((k, v) -> putIfGiven(arguments, k, v));
    }
    ToolCall call = new ToolCall(request.name(), arguments, CallContext.session(context), client);
    return calls.run(
        CallContext.call(context),
        () -> answer(CurrentClient.with(client, () -> handler.call(call)), arguments));
  }

  private static void putIfGiven(Map<String, Object> arguments, String name, Object value) {
    if (value != null) {
      arguments.put(name, value);
    }
  }

  private static McpSchema.CallToolResult answer(ToolAnswer answer, Map<String, Object> arguments) {
    List<McpSchema.Content> content = new ArrayList<>();
    content.add(McpSchema.TextContent.builder(ForeignLines.escaped(answer, arguments)).build());
    for (byte[] png : answer.pictures()) {
      content.add(
          new McpSchema.ImageContent(
              null, Base64.getEncoder().encodeToString(png), "image/png", null));
    }
    answer
        .wholeAt()
        .ifPresent(
            address ->
                content.add(
                    McpSchema.ResourceLink.builder()
                        .uri(address)
                        .name("whole answer")
                        .mimeType("application/json")
                        .build()));
    return McpSchema.CallToolResult.builder()
        .meta(answer.chart().map(chart -> ChartApp.meta(chart, answer.page())).orElse(null))
        .content(content)
        .isError(answer.isError())
        .structuredContent(RawJson.object(answer.value()))
        .build();
  }

  static McpSchema.Tool described(Tool tool) {
    Map<String, Object> meta = new LinkedHashMap<>();
    if (tool.tier() != ToolKind.SINGLE) {
      meta.put("tier", tool.tier().id());
    }
    if (tool.draws()) {
      meta.putAll(ChartApp.TOOL);
    }
    return new McpSchema.Tool(
        tool.name(),
        tool.title(),
        tool.description(),
        tool.input(),
        tool.output().orElse(null),
        annotations(tool.hints()),
        meta.isEmpty() ? null : meta,
        null);
  }

  /**
   * Returns annotations; those that only matter to tools that change something are left out for
   * others.
   */
  private static McpSchema.ToolAnnotations annotations(ToolHints hints) {
    boolean changes = !hints.readOnly();
    return new McpSchema.ToolAnnotations(
        null,
        hints.readOnly(),
        changes ? hints.destructive() : null,
        changes ? hints.idempotent() : null,
        hints.openWorld(),
        null);
  }
}
