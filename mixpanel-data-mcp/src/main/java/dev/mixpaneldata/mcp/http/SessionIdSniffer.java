package dev.mixpaneldata.mcp.http;

import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response that learns the id of a new session before the client does: from the header of
 * streamable HTTP, or from the first event of the older transport.
 */
final class SessionIdSniffer extends ErrorBodyRewriter {
  private static final Pattern ENDPOINT = Pattern.compile("sessionId=([0-9A-Za-z-]+)");

  private final Consumer<String> begun;
  private boolean known;

  SessionIdSniffer(HttpServletResponse response, Consumer<String> begun) {
    super(response);
    this.begun = begun;
  }

  private void notice(String id) {
    if (!known) {
      known = true;
      begun.accept(id);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (name.equalsIgnoreCase(HttpHeaders.MCP_SESSION_ID)) {
      notice(value);
    }
    super.setHeader(name, value);
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return new PrintWriter(super.getWriter()) {
      @Override
      public void write(String text) {
        Matcher endpoint = known ? null : ENDPOINT.matcher(text);
        if (endpoint != null && endpoint.find()) {
          notice(endpoint.group(1));
        }
        super.write(text);
      }
    };
  }
}
