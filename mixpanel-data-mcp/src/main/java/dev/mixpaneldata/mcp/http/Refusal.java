package dev.mixpaneldata.mcp.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Thrown for a request that is not let in. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String advice;

  Refusal(int status, String advice) {
    super(advice, null, false, false);
    this.status = status;
    this.advice = advice;
  }

  /** Returns the status of HTTP. */
  public int status() {
    return status;
  }

  static Refusal unauthorized(String advice) {
    return new Refusal(401, advice);
  }

  void send(HttpServletResponse response) throws IOException {
    if (status == 401) {
      response.setHeader("WWW-Authenticate", HttpIdentities.TOKEN);
    }
    if (status == 503) {
      response.setHeader("Retry-After", "60");
    }
    JsonRpcErrors.write(response, status, advice);
  }
}
