package dev.mixpaneldata.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param method upper case
 * @param target path and query as sent, still encoded
 * @param path the path alone
 * @param query decoded parameters of the query string
 * @param headers the headers, found in upper and lower case
 * @param body the bytes after the headers, not decompressed; not to be changed
 */
public record Request(
    String method, String target, String path, Parameters query, Parameters headers, byte[] body) {

  /** Returns the first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.first(name);
  }

  /** Returns the first value of a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** Returns the body as UTF-8 text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns whether the client accepts gzip. */
  public boolean acceptsGzip() {
    return header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
  }

  /** Returns whether the client asks to close the connection after the answer. */
  boolean asksToClose() {
    return header("Connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
