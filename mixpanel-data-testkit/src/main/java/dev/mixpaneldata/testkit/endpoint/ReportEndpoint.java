package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;

/** An endpoint that answers with JSON computed from the arguments. An invalid request is a 400. */
final class ReportEndpoint implements Endpoint {
  /** A report that computes an answer. */
  @FunctionalInterface
  interface Report {
    JsonNode answer(Arguments arguments) throws Refusal;
  }

  private final Report report;

  ReportEndpoint(Report report) {
    this.report = report;
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    try {
      return Answer.json(200, report.answer(Arguments.of(request)).toString());
    } catch (MixpanelDataException refused) {
      throw Refusal.badRequest(String.valueOf(refused.getMessage()));
    }
  }
}
