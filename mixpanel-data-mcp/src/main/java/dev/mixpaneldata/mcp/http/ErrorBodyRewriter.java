package dev.mixpaneldata.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response that replaces the bodies of refusals: the SDK writes an exception with its stack trace
 * where a JSON-RPC error is due.
 */
class ErrorBodyRewriter extends HttpServletResponseWrapper {
  private final StringWriter refused = new StringWriter();
  private int status = SC_OK;
  private @Nullable String message;

  ErrorBodyRewriter(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setStatus(int code) {
    status = code;
    super.setStatus(code);
  }

  @Override
  public void sendError(int code) {
    sendError(code, "The request was refused");
  }

  @Override
  public void sendError(int code, String text) {
    status = code;
    message = text;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return isRefused() ? new PrintWriter(refused) : super.getWriter();
  }

  /** Returns whether the servlet failed, instead of refusing the request. */
  boolean isFailure() {
    return status >= SC_INTERNAL_SERVER_ERROR;
  }

  private boolean isRefused() {
    return status >= SC_BAD_REQUEST;
  }

  /** Writes the body of a refusal, if the response is one. */
  void finish() throws IOException {
    if (isRefused()) {
      String text = message != null ? message : told(refused.toString());
      JsonRpcErrors.write((HttpServletResponse) getResponse(), status, text);
    }
  }

  private static String told(String body) {
    try {
      JsonNode error = Mappers.read(body);
      JsonNode inner = error.path("jsonRpcError").path("message");
      return inner.isTextual() ? inner.asText() : error.path("message").asText("Refused");
    } catch (MixpanelDataException e) {
      return "The request was refused";
    }
  }
}
