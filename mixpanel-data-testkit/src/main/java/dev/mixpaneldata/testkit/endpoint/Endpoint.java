package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;

/** An endpoint that answers requests to one path. Called from many threads. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Returns the answer; its body may be made while it is sent.
   *
   * @throws Refusal if the request cannot be served
   */
  Answer answer(Request request) throws Refusal;
}
