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
 * @param headers found whatever their case
 * @param body the bytes after the headers, not decompressed; not to be changed
 */
public record Request(
    String method, String target, String path, Parameters query, Parameters headers, byte[] body) {

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.first(name);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The body as UTF-8 text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether the client takes gzip. */
  public boolean acceptsGzip() {
    return header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
  }

  /** Whether the connection is to be closed after the answer. */
  boolean asksToClose() {
    return header("Connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
