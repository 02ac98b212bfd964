package dev.mixpaneldata.mcp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.sdk.MessageValidator;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once and can be read again. */
final class Message extends HttpServletRequestWrapper {
  private final byte[] body;
  private final JsonNode json;
  private final Optional<McpSchema.JSONRPCResponse> fault;

  private Message(
      HttpServletRequest request,
      byte[] body,
      JsonNode json,
      Optional<McpSchema.JSONRPCResponse> fault) {
    super(request);
    this.body = body;
    this.json = json;
    this.fault = fault;
  }

  /** Reads the body. Refuses one that is not a supported JSON-RPC message. */
  static Message read(HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("POST")) {
      return new Message(request, new byte[0], Mappers.json().missingNode(), Optional.empty());
    }
    byte[] body = request.getInputStream().readAllBytes();
    try {
      JsonNode json = Mappers.json().readTree(body);
      if (!json.isObject()) {
        throw new Refusal(400, "One JSON-RPC message is expected, not a list of them");
      }
      return new Message(request, body, json, MessageValidator.fault(parsed(body)));
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The message is not JSON");
    }
  }

  private static McpSchema.JSONRPCMessage parsed(byte[] body) {
    try {
      return McpSchema.deserializeJsonRpcMessage(
          SdkJson.MAPPER, new String(body, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      throw new Refusal(400, "The message is not a JSON-RPC message");
    }
  }

  /** Returns the answer to a request that lacks a parameter of its method. */
  Optional<McpSchema.JSONRPCResponse> fault() {
    return fault;
  }

  /** Returns whether this answers a request of the server. */
  boolean isAnswer() {
    return !json.has("method");
  }

  boolean isInitialize() {
    return json.path("method").asText().equals("initialize");
  }

  @Nullable String requestId() {
    return json.hasNonNull("id") ? json.get("id").asText() : null;
  }

  /** Returns the id of the request to cancel, or null if this cancels none. */
  @Nullable JsonNode cancelledRequest() {
    boolean cancels = json.path("method").asText().equals("notifications/cancelled");
    return cancels ? json.path("params").path("requestId") : null;
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("The body is here already");
      }
    };
  }
}
