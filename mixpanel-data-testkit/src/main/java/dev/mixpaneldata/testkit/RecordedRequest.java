package dev.mixpaneldata.testkit;

import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that the fake has answered.
 *
 * @param request the whole request
 * @param when the arrival, by the fake's clock
 * @param status the status of the answer, after faults
 */
public record RecordedRequest(Request request, Instant when, int status) {

  /** Returns the method, upper case. */
  public String method() {
    return request.method();
  }

  /** Returns the path without the query. */
  public String path() {
    return request.path();
  }

  /** Returns the decoded parameters of the query. */
  public Parameters query() {
    return request.query();
  }

  /** Returns the first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return request.parameter(name);
  }

  /** Returns the first value of a header, found in upper and lower case. */
  public Optional<String> header(String name) {
    return request.header(name);
  }

  /** Returns the body as UTF-8 text. */
  public String body() {
    return request.bodyText();
  }
}
