package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;

/** The families of Mixpanel's API: each has its own limits and its own shape of errors. */
public enum Family {
  /** Raw export. */
  EXPORT,
  /** Reports and profiles. */
  QUERY,
  /** Everything under {@code /api/app}. */
  APP,
  /** Imports of a service account. */
  INGESTION,
  /** Events and profiles that come with a project token in place of credentials. */
  TRACKING;

  /** Returns an error in the words of this family. */
  public Answer error(Request request, int status, String text) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (this) {
      case EXPORT -> Answer.text(status, text);
      case QUERY ->
          Answer.json(status, json.put("request", request.target()).put("error", text).toString());
      case INGESTION ->
          Answer.json(
              status,
              json.put("code", status).put("error", text).put("status", "Error").toString());
      case TRACKING, APP ->
          Answer.json(status, json.put("status", "error").put("error", text).toString());
    };
  }
}
