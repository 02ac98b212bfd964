package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.internal.Version;
import dev.mixpaneldata.mcp.app.ChartApp;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.AsyncSpecification;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The SDK's protocol machine between a transport and our tools. There is one for each transport.
 */
public final class SdkServer {
  /** The longest wait for a client's answer: people take their time to answer a question. */
  private static final Duration ANSWER_OF_CLIENT = Duration.ofMinutes(10);

  private static final String INSTRUCTIONS =
      """
      Mixpanel analytics. Begin with workspace_info: today, the project's time zone, local tables with their days and events, calls left. list_events names what is tracked.
      - discovery: list_events, list_properties, list_property_values, list_funnels, list_cohorts, list_bookmarks
      - reports by Mixpanel (60 an hour for the project): segmentation, funnel, retention, frequency, event_counts, …; they take source and cohort, and local (a table's name), timezone, profiles, by_cohort and gaps for local answers
      - local copy: fetch_events and fetch_profiles fill tables; sql, table_schema and event_breakdown read them, and reports with source: local, without a quota
      - several reports in one call: product_health_dashboard, diagnose_metric_drop, cohort_comparison, …
      Dates are yyyy-mm-dd, inclusive. Long answers are cut and say where the whole is.\
      """;

  private SdkServer() {}

  /** Serves a transport of one or more sessions. */
  public static McpAsyncServer serve(
      McpServerTransportProvider transport, Toolbox toolbox, RunningCalls calls) {
    return configured(McpServer.async(transport), toolbox, calls).build();
  }

  /** Serves a streamable HTTP transport. */
  public static McpAsyncServer serve(
      McpStreamableServerTransportProvider transport, Toolbox toolbox, RunningCalls calls) {
    return configured(McpServer.async(transport), toolbox, calls).build();
  }

  /** Serves requests without a session, whose clients can be neither notified nor asked. */
  public static McpStatelessAsyncServer serve(
      McpStatelessServerTransport transport, Toolbox toolbox, RunningCalls calls) {
    return McpServer.async(transport)
        .serverInfo(info())
        .instructions(INSTRUCTIONS)
        .jsonMapper(SdkJson.MAPPER)
        .jsonSchemaValidator(new UncheckedSchemas())
        .validateToolInputs(false)
        .requestTimeout(ANSWER_OF_CLIENT)
        .capabilities(
            McpSchema.ServerCapabilities.builder()
                .tools(false)
                .prompts(false)
                .resources(false, false)
                .extensions(ChartApp.EXTENSION)
                .build())
        .prompts(PromptAdapter.single())
        .resources(new ResourceAdapter(calls).singleFixed())
        .resourceTemplates(new ResourceAdapter(calls).singleTemplates())
        .tools(new ToolAdapter(toolbox, calls).single())
        .addToolFilter((context, tool) -> Mono.just(toolbox.lists(tool.name())))
        .build();
  }

  private static McpSchema.Implementation info() {
    return McpSchema.Implementation.builder("mixpanel", Version.current())
        .title("Mixpanel")
        .build();
  }

  private static AsyncSpecification<?> configured(
      AsyncSpecification<?> server, Toolbox toolbox, RunningCalls calls) {
    return server
        .serverInfo(info())
        .instructions(INSTRUCTIONS)
        .jsonMapper(SdkJson.MAPPER)
        .jsonSchemaValidator(new UncheckedSchemas())
        .validateToolInputs(false)
        .requestTimeout(ANSWER_OF_CLIENT)
        .capabilities(
            McpSchema.ServerCapabilities.builder()
                .tools(false)
                .prompts(false)
                .resources(false, false)
                .extensions(ChartApp.EXTENSION)
                .completions()
                .build())
        .prompts(PromptAdapter.all())
        .resources(new ResourceAdapter(calls).fixed())
        .resourceTemplates(new ResourceAdapter(calls).templates())
        .completions(new CompletionAdapter(calls).all())
        .tools(new ToolAdapter(toolbox, calls).all())
        .addToolFilter((context, tool) -> Mono.just(toolbox.lists(tool.name())));
  }
}
