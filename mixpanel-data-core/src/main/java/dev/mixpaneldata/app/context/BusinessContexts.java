package dev.mixpaneldata.app.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;

/**
 * The business context of a project (app API, undocumented; as Mixpanel's Python package calls it).
 * It is kept for a while.
 */
public final class BusinessContexts {
  private static final String PATH = "/projects/{project}/business-context";

  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public BusinessContexts(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /** Returns the texts of the organization and of the project. */
  public BusinessContext get() {
    return cache.get(BusinessContexts.class, "get", List.of(), this::ask);
  }

  private BusinessContext ask() {
    try {
      JsonNode chain = results(Call.get(ApiFamily.APP, PATH + "/chain"), "project_context");
      return new BusinessContext(
          chain.path("org_context").asText(""), chain.path("project_context").asText(""));
    } catch (ApiException e) {
      if (!e.isGone() && e.code() != ErrorCode.PERMISSION_DENIED) {
        throw e;
      }
      // The organization's text may be out of reach where the project's is not.
      JsonNode own = results(Call.get(ApiFamily.APP, PATH), "content");
      return new BusinessContext("", own.path("content").asText(""));
    }
  }

  private JsonNode results(Call call, String expected) {
    Answer answer = http.send(call);
    JsonNode results = LenientReader.unwrap(Mappers.read(answer.body()), "results");
    if (!results.has(expected)) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "The answer about the business context has no " + expected + ": " + answer.body());
    }
    return results;
  }
}
