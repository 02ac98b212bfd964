package dev.mixpaneldata.http;

import dev.mixpaneldata.quota.Permit;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer whose body is still arriving. Close it, read or not: until then it holds a connection
 * and a place among the concurrent calls. Not thread-safe.
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

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the headers, whose names match in any case. */
  public HttpHeaders headers() {
    return headers;
  }

  /** Returns the compression of the body ({@code gzip}); empty if it has none. */
  public Optional<String> contentEncoding() {
    return headers.firstValue("Content-Encoding").filter(text -> !text.equals("identity"));
  }

  /**
   * Returns the body as it was sent, that is, still compressed. Its reads report a broken
   * connection, a pause that is too long, and an interruption as {@link
   * dev.mixpaneldata.error.MixpanelDataException} with NETWORK_ERROR, TIMEOUT and INTERRUPTED. The
   * end of the stream does not prove that Mixpanel sent everything: an export may be cut short
   * without an error.
   */
  public InputStream body() {
    return body;
  }

  /** Drops the unread rest, and frees the call's place. */
  @Override
  public void close() {
    try (permit) {
      body.close();
    } catch (IOException ignored) {
      // The answer is no longer of interest, nor is the failure of its connection.
    }
  }
}
