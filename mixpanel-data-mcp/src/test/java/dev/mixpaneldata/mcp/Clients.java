package dev.mixpaneldata.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.function.Function;

/** Clients that lend a model or can ask their user. */
final class Clients {
  private Clients() {}

  /** A client whose model answers a prompt with this. */
  static McpSyncClient withModel(TestingServer server, Function<String, String> model) {
    McpSyncClient client =
        builder(server)
            .capabilities(McpSchema.ClientCapabilities.builder().sampling().build())
            .sampling(
                request -> {
                  String prompt =
                      ((McpSchema.TextContent) request.messages().get(0).content()).text();
                  return McpSchema.CreateMessageResult.builder(
                          McpSchema.Role.ASSISTANT,
                          McpSchema.TextContent.builder(model.apply(prompt)).build(),
                          "test-model")
                      .build();
                })
            .build();
    client.initialize();
    return client;
  }

  /** A client whose user answers every question so. */
  static McpSyncClient withUser(
      TestingServer server,
      Function<String, McpSchema.ElicitResult.Action> user,
      Map<String, Object> values) {
    McpSyncClient client =
        builder(server)
            .capabilities(McpSchema.ClientCapabilities.builder().elicitation().build())
            .elicitation(
                request ->
                    McpSchema.ElicitResult.builder(user.apply(request.message()))
                        .content(values)
                        .build())
            .build();
    client.initialize();
    return client;
  }

  private static McpClient.SyncSpec builder(TestingServer server) {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(server.origin()).endpoint("/mcp").build())
        .requestTimeout(TestingServer.PATIENCE)
        .initializationTimeout(TestingServer.PATIENCE);
  }
}
