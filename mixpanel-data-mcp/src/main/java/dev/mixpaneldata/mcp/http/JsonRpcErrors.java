package dev.mixpaneldata.mcp.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Responses whose bodies are errors of JSON-RPC. */
final class JsonRpcErrors {
  private JsonRpcErrors() {}

  /** Writes an error that answers no particular request. */
  static void write(HttpServletResponse response, int status, String message) throws IOException {
    write(response, status, body(status, message));
  }

  /** Returns the body of an error that answers no particular request. */
  static byte[] body(int status, String message) {
    int code =
        status >= 500 ? McpSchema.ErrorCodes.INTERNAL_ERROR : McpSchema.ErrorCodes.INVALID_REQUEST;
    ObjectNode answer = Mappers.json().createObjectNode().put("jsonrpc", "2.0");
    answer.putObject("error").put("code", code).put("message", message);
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the answer to a request. */
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
