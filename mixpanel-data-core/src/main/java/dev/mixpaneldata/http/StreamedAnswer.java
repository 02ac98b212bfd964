package dev.mixpaneldata.http;

import dev.mixpaneldata.quota.Permit;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer whose body is still arriving. Close it, read or not: until then it holds a connection
 * and a place among the concurrent calls. For one thread.
 */
public final class StreamedAnswer implements AutoCloseable {
  private final int status;
  private final HttpHeaders headers;
  private final InputStream body;
  private final Permit permit;

  StreamedAnswer(int status, HttpHeaders headers, InputStream body, Permit permit) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.permit = permit;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers, found in any case. */
  public HttpHeaders headers() {
    return headers;
  }

  /** How the body is compressed ({@code gzip}), if it is. */
  public Optional<String> contentEncoding() {
    return headers.firstValue("Content-Encoding").filter(text -> !text.equals("identity"));
  }

  /**
   * The body as it was sent, that is, still compressed. A broken connection, a pause that is too
   * long and an interruption surface from its reads as {@link
   * dev.mixpaneldata.error.MixpanelDataException} with NETWORK_ERROR, TIMEOUT and INTERRUPTED. The
   * end of the stream does not prove that Mixpanel sent all: an export may be cut short politely.
   */
  public InputStream body() {
    return body;
  }

  /** Drops what was not read, and gives the call's place back. */
  @Override
  public void close() {
    try (permit) {
      body.close();
    } catch (IOException ignored) {
      // The answer is no longer of interest, so neither is why its connection did not end well.
    }
  }
}
