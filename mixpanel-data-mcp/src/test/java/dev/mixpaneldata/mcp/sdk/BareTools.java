package dev.mixpaneldata.mcp.sdk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/** A server of the SDK with nothing of ours around it. */
final class BareTools {
  /** The tool {@code waits} has begun. */
  final CountDownLatch begun = new CountDownLatch(1);

  /** The tool {@code waits} may end. */
  final CountDownLatch released = new CountDownLatch(1);

  void serve(McpServer.SyncSpecification<?> server) {
    server
        .jsonMapper(SdkJson.MAPPER)
        .jsonSchemaValidator(new UncheckedSchemas())
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .toolCall(tool("hidden"), (exchange, request) -> text("called"))
        .toolCall(tool("waits"), (exchange, request) -> waits())
        .toolCall(
            tool("fails"),
            (exchange, request) -> {
              throw new IllegalStateException("on purpose");
            })
        .toolCall(tool("samples"), samples())
        .addToolFilter((context, tool) -> !tool.name().equals("hidden"))
        .build();
  }

  private CallToolResult waits() {
    begun.countDown();
    try {
      released.await();
      return text("released");
    } catch (InterruptedException e) {
      return text("interrupted");
    }
  }

  private static BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> samples() {
    return (exchange, request) -> {
      McpSchema.SamplingMessage message =
          new McpSchema.SamplingMessage(
              McpSchema.Role.USER, McpSchema.TextContent.builder("Hello").build());
      try {
        exchange.createMessage(
            McpSchema.CreateMessageRequest.builder(List.of(message), 10).build());
        return text("sampled");
      } catch (RuntimeException e) {
        return text("threw " + e.getMessage());
      }
    };
  }

  private static McpSchema.Tool tool(String name) {
    return new McpSchema.Tool(
        name, name, name, Map.of("type", "object", "properties", Map.of()), null, null, null, null);
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder()
        .content(List.of(McpSchema.TextContent.builder(text).build()))
        .build();
  }
}
