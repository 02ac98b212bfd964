package dev.mixpaneldata.mcp.conformance;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.mcp.http.HttpFront;
import dev.mixpaneldata.mcp.http.HttpIdentities;
import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.session.Workspaces;
import dev.mixpaneldata.quota.Pacer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Serves the suite's fixtures on a free port, which it prints. */
final class ConformanceServer {
  private ConformanceServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.of(Map.of(), Path.of(System.getProperty("java.io.tmpdir")));
    try (RunningCalls calls = new RunningCalls();
        HttpFront front =
            HttpFront.start(
                new InetSocketAddress("127.0.0.1", 0),
                HttpLimits.usual(),
                new HttpIdentities(
                    new Workspaces(settings, Optional.empty(), Pacer.system()), settings),
                calls,
                new HttpFront.Protocol() {
                  @Override
                  public void serve(McpStreamableServerTransportProvider transport) {
                    configured(McpServer.sync(transport)).build();
                  }

                  @Override
                  public void serve(McpStatelessServerTransport transport) {
                    McpServer.sync(transport).serverInfo("conformance", "1").build();
                  }

                  @Override
                  public void serve(McpServerTransportProvider transport) {
                    configured(McpServer.sync(transport)).build();
                  }
                })) {
      System.out.println(front.port());
      front.join();
    }
  }

  private static SyncSpecification<?> configured(SyncSpecification<?> server) {
    return server
        .serverInfo("conformance", "1")
        .jsonMapper(SdkJson.MAPPER)
        .requestTimeout(Duration.ofSeconds(30))
        .capabilities(
            ServerCapabilities.builder()
                .completions()
                .resources(true, false)
                .tools(false)
                .prompts(false)
                .build())
        .tools(ToolFixtures.all())
        .prompts(OtherFixtures.prompts())
        .resources(OtherFixtures.resources())
        .resourceTemplates(OtherFixtures.templates())
        .completions(OtherFixtures.completions());
  }
}
