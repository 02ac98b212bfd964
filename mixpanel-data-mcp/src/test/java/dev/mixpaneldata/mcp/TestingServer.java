package dev.mixpaneldata.mcp;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AnswerBounds;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.http.HttpFront;
import dev.mixpaneldata.mcp.http.HttpIdentities;
import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.session.Workspaces;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.mcp.toolbox.ToolList;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server over each of its transports, working on a FakeMixpanel, and real clients of it. */
final class TestingServer implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningCalls calls = new RunningCalls();
  private final HttpFront front;

  private TestingServer(Map<String, String> environment, AccessRules access, HttpLimits limits) {
    this(environment, access, limits, AnswerBounds.USUAL);
  }

  private TestingServer(
      Map<String, String> environment, AccessRules access, HttpLimits limits, AnswerBounds bounds) {
    this(environment, access, limits, bounds, false);
  }

  private TestingServer(
      Map<String, String> environment,
      AccessRules access,
      HttpLimits limits,
      AnswerBounds bounds,
      boolean sharesTables) {
    // Tests ask for each tool; the bound of the list has a test of its own.
    this(environment, access, limits, bounds, sharesTables, ToolList.UNBOUNDED);
  }

  private TestingServer(
      Map<String, String> environment,
      AccessRules access,
      HttpLimits limits,
      AnswerBounds bounds,
      boolean sharesTables,
      ToolList list) {
    Settings settings = Settings.of(environment, Path.of(environment.get("HOME")));
    Toolbox toolbox =
        Toolbox.of(
            new Chain(
                access,
                new AuditLog(
                    Optional.of(Path.of(environment.get("HOME"), "audit.jsonl")),
                    TestingClock.CLOCK),
                bounds),
            list);
    front =
        HttpFront.start(
            new InetSocketAddress("127.0.0.1", 0),
            limits,
            new HttpIdentities(
                new Workspaces(settings, Optional.empty(), TestingClock.pacer(), sharesTables),
                settings),
            calls,
            HttpFront.Protocol.of(toolbox, calls));
  }

  /** Every tool of ours that changes nothing at Mixpanel. */
  static final AccessRules ROOMY =
      AccessRules.usual().withToolsets(EnumSet.complementOf(EnumSet.of(Toolset.KLAVIS)));

  /** Serves HTTP in this process. */
  static TestingServer http(Map<String, String> environment) {
    return new TestingServer(environment, ROOMY, HttpLimits.usual());
  }

  /** Serves HTTP in this process, to sessions that share their tables. */
  static TestingServer sharing(Map<String, String> environment) {
    return sharing(environment, ROOMY, AnswerBounds.USUAL);
  }

  static TestingServer sharing(
      Map<String, String> environment, AccessRules access, AnswerBounds bounds) {
    return new TestingServer(environment, access, HttpLimits.usual(), bounds, true);
  }

  static TestingServer http(Map<String, String> environment, AccessRules access) {
    return new TestingServer(environment, access, HttpLimits.usual());
  }

  static TestingServer http(
      Map<String, String> environment, AccessRules access, AnswerBounds bounds) {
    return new TestingServer(environment, access, HttpLimits.usual(), bounds);
  }

  /** Serves HTTP in this process, with the usual bound of the list of tools. */
  static TestingServer listing(Map<String, String> environment, AccessRules access) {
    return new TestingServer(
        environment, access, HttpLimits.usual(), AnswerBounds.USUAL, false, ToolList.USUAL);
  }

  static TestingServer http(Map<String, String> environment, HttpLimits limits) {
    return new TestingServer(environment, ROOMY, limits);
  }

  /** What a user of this FakeMixpanel sets. */
  static Map<String, String> environment(FakeMixpanel mixpanel, Path home) {
    Map<String, String> environment = new HashMap<>(withoutCredentials(mixpanel, home));
    environment.put("MP_USERNAME", mixpanel.username());
    environment.put("MP_SECRET", mixpanel.secret());
    environment.put("MP_PROJECT_ID", Long.toString(mixpanel.projectId()));
    environment.put("MIXPANEL_PROJECT_TOKEN", mixpanel.projectToken());
    return environment;
  }

  static Map<String, String> withoutCredentials(FakeMixpanel mixpanel, Path home) {
    return Map.of(
        "HOME", home.toString(),
        "MP_API_BASE_URL", mixpanel.origin().toString(),
        "MP_DATA_DIR", home.resolve("data").toString(),
        "MP_CONFIG_PATH", home.resolve("config.toml").toString());
  }

  String origin() {
    return "http://127.0.0.1:" + front.port();
  }

  int sessions() {
    return front.sessionCount();
  }

  McpSyncClient streamable(Map<String, String> headers) {
    return client(
        HttpClientStreamableHttpTransport.builder(origin())
            .endpoint("/mcp")
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) -> headers.forEach(request::header))
            .build());
  }

  McpSyncClient sse() {
    return client(HttpClientSseClientTransport.builder(origin()).sseEndpoint("/sse").build());
  }

  /** A client that starts the server as a process of its own. */
  static McpSyncClient stdio(Map<String, String> environment, String... options) {
    return client(new StdioClientTransport(command(environment, options), SdkJson.MAPPER));
  }

  static ServerParameters command(Map<String, String> environment, String... options) {
    List<String> arguments = new ArrayList<>(javaArguments());
    arguments.addAll(List.of(options));
    return ServerParameters.builder(java()).args(arguments).env(environment).build();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> javaArguments() {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        McpServerMain.class.getName());
  }

  private static McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE)
        .build();
  }

  @Override
  public void close() {
    front.close();
    calls.close();
  }
}
