package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;

/** A server refused a request with a JSON-RPC error, or with an HTTP status alone. */
public final class RpcException extends MixpanelDataException {
  private static final long serialVersionUID = 1L;

  static final int UNSUPPORTED_VERSION = -32022;

  private final int number;
  private final int status;
  private final transient JsonNode data;

  RpcException(ErrorCode code, int number, int status, String message, JsonNode data) {
    super(code, message);
    this.number = number;
    this.status = status;
    this.data = data;
  }

  static RpcException of(JsonNode error, int status) {
    String text = error.path("message").asText("");
    return new RpcException(
        ErrorCode.QUERY_FAILED,
        error.path("code").asInt(),
        status,
        text.isEmpty() ? "The server refused the request." : text,
        error.path("data"));
  }

  static RpcException ofStatus(int status, String message) {
    ErrorCode code =
        switch (status) {
          case 401 -> ErrorCode.AUTH_FAILED;
          case 403 -> ErrorCode.PERMISSION_DENIED;
          case 429 -> ErrorCode.RATE_LIMITED;
          default -> status >= 500 ? ErrorCode.SERVER_ERROR : ErrorCode.BAD_RESPONSE;
        };
    return new RpcException(code, 0, status, message, MissingNode.getInstance());
  }

  /** The number of the JSON-RPC error, or 0 when only the status failed. */
  public int number() {
    return number;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What the server added. */
  JsonNode data() {
    return data;
  }

  /** Whether only a server of the stateless revision answers so. */
  boolean isOfStatelessServer() {
    return number <= -32020 && number >= UNSUPPORTED_VERSION;
  }
}
