package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes bodies that are errors of JSON-RPC. */
final class JsonRpcErrors {
  private JsonRpcErrors() {}

  /** An error that answers no request in particular. */
  static void write(HttpServletResponse response, int status, String message) throws IOException {
    int code =
        status >= 500 ? McpSchema.ErrorCodes.INTERNAL_ERROR : McpSchema.ErrorCodes.INVALID_REQUEST;
    Map<String, Object> error = Map.of("code", code, "message", message);
    write(
        response,
        status,
        Mappers.json().writeValueAsBytes(Map.of("jsonrpc", "2.0", "error", error)));
  }

  /** The answer to a request. */
  static void write(HttpServletResponse response, int status, McpSchema.JSONRPCResponse answer)
      throws IOException {
    write(
        response,
        status,
        SdkJson.MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpServletResponse response, int status, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
