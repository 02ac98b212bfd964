package dev.mixpaneldata.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The check that a request has the parameters of its method. The SDK checks too late: over HTTP it
 * then gives no answer, and elsewhere one that speaks of Java classes.
 */
public final class MessageValidator {
  private static final Map<String, Predicate<Object>> FORMS =
      Map.of(
          McpSchema.METHOD_INITIALIZE,
          params -> as(params, McpSchema.InitializeRequest.class) != null,
          McpSchema.METHOD_TOOLS_CALL,
          params -> as(params, McpSchema.CallToolRequest.class).name() != null,
          McpSchema.METHOD_PROMPT_GET,
          params -> as(params, McpSchema.GetPromptRequest.class).name() != null,
          McpSchema.METHOD_RESOURCES_READ,
          params -> as(params, McpSchema.ReadResourceRequest.class).uri() != null,
          McpSchema.METHOD_LOGGING_SET_LEVEL,
          params -> as(params, McpSchema.SetLevelRequest.class).level() != null,
          McpSchema.METHOD_COMPLETION_COMPLETE,
          params -> isWhole(as(params, McpSchema.CompleteRequest.class)));

  private MessageValidator() {}

  /** Returns the error to answer with; empty if the message may pass. */
  public static Optional<McpSchema.JSONRPCResponse> fault(McpSchema.JSONRPCMessage message) {
    if (!(message instanceof McpSchema.JSONRPCRequest request) || fits(request)) {
      return Optional.empty();
    }
    return Optional.of(
        McpSchema.JSONRPCResponse.error(
            request.id(),
            new McpSchema.JSONRPCResponse.JSONRPCError(
                McpSchema.ErrorCodes.INVALID_PARAMS,
                "The parameters of " + request.method() + " are missing or malformed",
                null)));
  }

  private static boolean fits(McpSchema.JSONRPCRequest request) {
    Predicate<Object> form = FORMS.get(request.method());
    if (form == null) {
      return true;
    }
    try {
      return request.params() != null && form.test(request.params());
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  private static <T> T as(Object params, Class<T> type) {
    return Objects.requireNonNull(SdkJson.MAPPER.convertValue(params, type));
  }

  private static boolean isWhole(McpSchema.CompleteRequest request) {
    return request.ref() != null
        && request.argument() != null
        && request.argument().name() != null
        && request.argument().value() != null;
  }
}
