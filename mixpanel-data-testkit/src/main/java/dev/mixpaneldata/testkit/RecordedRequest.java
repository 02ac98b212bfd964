package dev.mixpaneldata.testkit;

import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * A request which the fake has answered.
 *
 * @param request all of what was sent
 * @param when it arrived, by the fake's clock
 * @param status what it was answered with, after faults
 */
public record RecordedRequest(Request request, Instant when, int status) {

  /** The method, upper case. */
  public String method() {
    return request.method();
  }

  /** The path without the query. */
  public String path() {
    return request.path();
  }

  /** The decoded parameters of the query. */
  public Parameters query() {
    return request.query();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return request.parameter(name);
  }

  /** The first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    return request.header(name);
  }

  /** The body as UTF-8 text. */
  public String body() {
    return request.bodyText();
  }
}
