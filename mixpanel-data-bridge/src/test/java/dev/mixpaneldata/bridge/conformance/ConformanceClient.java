package dev.mixpaneldata.bridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.client.McpClient;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.bridge.net.AddressRules;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.bridge.oauth.ClientIdentity;
import dev.mixpaneldata.bridge.oauth.ScopeRule;
import dev.mixpaneldata.bridge.oauth.SignIn;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that the official conformance suite of MCP runs for each of its client scenarios. Its
 * last argument is the address of the suite's server; the environment names the scenario.
 */
public final class ConformanceClient {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DOCUMENT = "https://conformance-test.local/client-metadata.json";

  private final McpClient client;
  private final JsonNode context;

  private ConformanceClient(McpClient client, JsonNode context) {
    this.client = client;
    this.context = context;
  }

  /** Runs one scenario; a refusal by the client itself is not a failure of the program. */
  public static void main(String[] arguments) {
    URI url = URI.create(arguments[arguments.length - 1]);
    Map<String, String> environment = System.getenv();
    JsonNode context = Mappers.read(environment.getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}"));
    WebClient web = new WebClient(AddressRules.around(url));
    ClientIdentity identity =
        new ClientIdentity(
            "mixpanel-data conformance",
            Optional.of(DOCUMENT),
            Optional.ofNullable(context.path("client_id").textValue()),
            Optional.ofNullable(context.path("client_secret").textValue()).map(Secret::of));
    SignIn signIn =
        new SignIn(
            url,
            new MemoryGrants(),
            identity,
            ScopeRule.FROM_METADATA,
            Optional.of(new FollowingAgent()),
            web,
            Clock.systemUTC());
    try (McpClient client =
        new McpClient(
            url,
            signIn,
            Optional.of(ConformanceClient::accept),
            Duration.ofSeconds(20),
            Pacer.system())) {
      new ConformanceClient(client, context)
          .run(environment.getOrDefault("MCP_CONFORMANCE_SCENARIO", ""));
    } catch (MixpanelDataException e) {
      System.err.println(e.code() + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private void run(String scenario) {
    List<RemoteTool> tools = client.tools();
    if (scenario.equals("json-schema-2020-12-preservation")) {
      ObjectNode echoed = NODES.objectNode();
      echoed.set("schema", tools.get(0).inputSchema());
      client.call(tools.get(1).name(), echoed);
    } else if (context.has("toolCalls")) {
      for (JsonNode call : context.get("toolCalls")) {
        client.call(call.path("name").asText(), call.path("arguments"));
      }
    } else {
      tools.stream().filter(this::isCallable).forEach(tool -> call(tool, scenario));
    }
    if (scenario.equals("http-standard-headers")) {
      readEverything();
    }
  }

  private boolean isCallable(RemoteTool tool) {
    return !tool.name().startsWith("invalid_");
  }

  private void call(RemoteTool tool, String scenario) {
    client.call(tool.name(), arguments(tool.inputSchema()));
    if (scenario.equals("auth/authorization-server-migration")) {
      client.call(tool.name(), arguments(tool.inputSchema()));
    }
  }

  private void readEverything() {
    for (JsonNode resource :
        client.request("resources/list", NODES.objectNode()).path("resources")) {
      client.request(
          "resources/read", NODES.objectNode().put("uri", resource.path("uri").asText()));
    }
    for (JsonNode prompt : client.request("prompts/list", NODES.objectNode()).path("prompts")) {
      client.request("prompts/get", NODES.objectNode().put("name", prompt.path("name").asText()));
    }
  }

  /** A value for each property that a schema requires. */
  private static ObjectNode arguments(JsonNode schema) {
    ObjectNode arguments = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      arguments.set(property.getKey(), sample(property.getValue()));
    }
    return arguments;
  }

  /** Accepts a form: with its defaults, and a plain value where there is none. */
  private static JsonNode accept(JsonNode parameters) {
    ObjectNode content = NODES.objectNode();
    for (Map.Entry<String, JsonNode> field :
        parameters.path("requestedSchema").path("properties").properties()) {
      content.set(field.getKey(), sample(field.getValue()));
    }
    ObjectNode answer = NODES.objectNode().put("action", "accept");
    answer.set("content", content);
    return answer;
  }

  private static JsonNode sample(JsonNode schema) {
    if (schema.has("default")) {
      return schema.get("default");
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> NODES.numberNode(1);
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> NODES.arrayNode();
      case "object" -> NODES.objectNode();
      default -> NODES.textNode("test");
    };
  }
}
