package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.app.ChartApp;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.client.CurrentClient;
import dev.mixpaneldata.mcp.derived.ToolWords;
import dev.mixpaneldata.mcp.resource.Resource;
import dev.mixpaneldata.mcp.resource.Resources;
import dev.mixpaneldata.mcp.session.Session;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** An adapter from our resources to the SDK's. */
final class ResourceAdapter {
  private static final String JSON = "application/json";

  /** JSON-RPC's code for a missing resource (MCP, resources). */
  private static final int NOT_FOUND = -32002;

  private static final McpSchema.Resource PAGE =
      McpSchema.Resource.builder(ChartApp.ADDRESS, "Chart")
          .description("The page that shows charts, for clients that show pages")
          .mimeType(ChartApp.TYPE)
          .build();

  private final RunningCalls calls;

  ResourceAdapter(RunningCalls calls) {
    this.calls = calls;
  }

  List<AsyncResourceSpecification> fixed() {
    return Stream.concat(
            Stream.of(new AsyncResourceSpecification(PAGE, (exchange, request) -> page())),
            Resources.all().stream()
                .filter(r -> !r.isTemplate())
                .map(
                    r ->
                        new AsyncResourceSpecification(
                            fixed(r), (exchange, request) -> read(r, exchange, request))))
        .toList();
  }

  List<AsyncResourceTemplateSpecification> templates() {
    return Resources.all().stream()
        .filter(Resource::isTemplate)
        .map(
            r ->
                new AsyncResourceTemplateSpecification(
                    template(r), (exchange, request) -> read(r, exchange, request)))
        .toList();
  }

  /** Returns the fixed resources for requests without a session. */
  List<McpStatelessServerFeatures.AsyncResourceSpecification> singleFixed() {
    return Stream.concat(
            Stream.of(
                new McpStatelessServerFeatures.AsyncResourceSpecification(
                    PAGE, (context, request) -> page())),
            Resources.all().stream()
                .filter(r -> !r.isTemplate())
                .map(
                    r ->
                        new McpStatelessServerFeatures.AsyncResourceSpecification(
                            fixed(r),
                            (context, request) -> read(r, context, Client.SILENT, request))))
        .toList();
  }

  /** Returns the templates of resources for requests without a session. */
  List<McpStatelessServerFeatures.AsyncResourceTemplateSpecification> singleTemplates() {
    return Resources.all().stream()
        .filter(Resource::isTemplate)
        .map(
            r ->
                new McpStatelessServerFeatures.AsyncResourceTemplateSpecification(
                    template(r), (context, request) -> read(r, context, Client.SILENT, request)))
        .toList();
  }

  private static Mono<McpSchema.ReadResourceResult> page() {
    return Mono.just(
        McpSchema.ReadResourceResult.builder(
                List.of(
                    McpSchema.TextResourceContents.builder(ChartApp.ADDRESS, ChartApp.HTML)
                        .mimeType(ChartApp.TYPE)
                        .meta(ChartApp.PAGE)
                        .build()))
            .build());
  }

  private static McpSchema.Resource fixed(Resource resource) {
    return McpSchema.Resource.builder(resource.address(), resource.name())
        .description(resource.description())
        .mimeType(JSON)
        .build();
  }

  private static McpSchema.ResourceTemplate template(Resource resource) {
    return McpSchema.ResourceTemplate.builder(resource.address(), resource.name())
        .description(resource.description())
        .mimeType(JSON)
        .build();
  }

  private Mono<McpSchema.ReadResourceResult> read(
      Resource resource, McpAsyncServerExchange exchange, McpSchema.ReadResourceRequest request) {
    return read(resource, exchange.transportContext(), new SdkClient(exchange, null), request);
  }

  private Mono<McpSchema.ReadResourceResult> read(
      Resource resource,
      McpTransportContext context,
      Client client,
      McpSchema.ReadResourceRequest request) {
    Session session = CallContext.session(context);
    return calls.run(
        CallContext.call(context),
        () -> {
          try {
            Map<String, String> variables = resource.match(request.uri()).orElse(Map.of());
            Object value =
                CurrentClient.with(client, () -> resource.read().apply(session, variables));
            return McpSchema.ReadResourceResult.builder(
                    List.of(
                        McpSchema.TextResourceContents.builder(
                                request.uri(), ResultJson.text(value))
                            .mimeType(JSON)
                            .build()))
                .build();
          } catch (MixpanelDataException e) {
            throw refusal(e);
          }
        });
  }

  private static McpError refusal(MixpanelDataException e) {
    String hint = e.hint(ToolWords.ANYWHERE).map(text -> " " + text).orElse("");
    return McpError.builder(
            e.code() == ErrorCode.NOT_FOUND ? NOT_FOUND : McpSchema.ErrorCodes.INTERNAL_ERROR)
        .message("[" + e.code() + "] " + e.getMessage() + hint)
        .data(Map.of("code", e.code().name()))
        .build();
  }
}
