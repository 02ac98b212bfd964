package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client of one call, reached through the SDK. */
final class SdkClient implements Client {
  private static final Logger LOG = LoggerFactory.getLogger(SdkClient.class);
  private static final String LOGGER = "mixpanel";

  private final McpAsyncServerExchange exchange;
  private final @Nullable Object progressToken;

  /** The last reported progress; the protocol wants each report to exceed the one before. */
  private double told = -1;

  SdkClient(McpAsyncServerExchange exchange, @Nullable Object progressToken) {
    this.exchange = exchange;
    this.progressToken = progressToken;
  }

  @Override
  public synchronized void progress(double done, OptionalDouble total, String message) {
    if (progressToken == null || done <= told) {
      return;
    }
    told = done;
    Double all = total.isPresent() ? total.getAsDouble() : null;
    send(
        () ->
            exchange
                .progressNotification(
                    new McpSchema.ProgressNotification(
                        progressToken, done, all, Visible.line(message), null))
                .block());
  }

  @Override
  public void log(String message) {
    send(
        () ->
            exchange
                .loggingNotification(
                    new McpSchema.LoggingMessageNotification(
                        McpSchema.LoggingLevel.INFO, LOGGER, Visible.lines(message), null))
                .block());
  }

  /**
   * Sends a message. A client that has gone does not fail its call, which will be interrupted
   * anyway.
   */
  private static void send(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException e) {
      LOG.debug("A message could not be sent", e);
    }
  }

  @Override
  public Optional<Model> model() {
    McpSchema.ClientCapabilities can = exchange.getClientCapabilities();
    return can == null || can.sampling() == null ? Optional.empty() : Optional.of(this::sample);
  }

  private String sample(String instructions, String prompt, int maxTokens) {
    McpSchema.CreateMessageRequest request =
        McpSchema.CreateMessageRequest.builder(
                List.of(
                    new McpSchema.SamplingMessage(
                        McpSchema.Role.USER,
                        McpSchema.TextContent.builder(Visible.lines(prompt)).build())),
                maxTokens)
            .systemPrompt(instructions)
            .build();
    McpSchema.CreateMessageResult result = exchange.createMessage(request).block();
    return result != null && result.content() instanceof McpSchema.TextContent text
        ? text.text()
        : "";
  }

  @Override
  public Optional<User> user() {
    McpSchema.ClientCapabilities can = exchange.getClientCapabilities();
    return can == null || can.elicitation() == null ? Optional.empty() : Optional.of(this::ask);
  }

  private Reply ask(String message, ObjectSchema form) {
    McpSchema.ElicitResult result;
    try {
      result =
          exchange
              .createElicitation(
                  McpSchema.ElicitFormRequest.builder(Visible.lines(message), form.build()).build())
              .block();
    } catch (McpError e) {
      LOG.debug("The client could not ask its user", e);
      return new Reply(Reply.Verdict.CANCELLED, Map.of());
    }
    if (result == null || result.action() == null) {
      return new Reply(Reply.Verdict.CANCELLED, Map.of());
    }
    Map<String, Object> values = result.content() == null ? Map.of() : result.content();
    return switch (result.action()) {
      case ACCEPT -> new Reply(Reply.Verdict.ACCEPTED, values);
      case DECLINE -> new Reply(Reply.Verdict.DECLINED, Map.of());
      case CANCEL -> new Reply(Reply.Verdict.CANCELLED, Map.of());
    };
  }
}
