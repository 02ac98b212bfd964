package dev.mixpaneldata.export;

import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.StreamedAnswer;

/** The call of {@code GET /api/2.0/export} (Mixpanel's raw export reference). */
public final class ExportClient {
  private final MixpanelHttp http;

  /** Makes a client over this connection. */
  public ExportClient(MixpanelHttp http) {
    this.http = http;
  }

  /**
   * Asks for events and returns when the answer begins. Times are asked for in milliseconds: with
   * seconds, events less than a second apart could not be distinguished by their key.
   */
  public ExportBody open(ExportQuery query) {
    Call call =
        Call.get(ApiFamily.EXPORT, "/export")
            .parameter("from_date", query.range().from())
            .parameter("to_date", query.range().to())
            .jsonParameter("event", query.events().isEmpty() ? null : query.events())
            .parameter("where", query.where().orElse(null))
            .parameter("limit", query.limit().orElse(null))
            .parameter("time_in_ms", true)
            .expectText();
    StreamedAnswer answer = http.open(call);
    boolean gzip = answer.contentEncoding().filter("gzip"::equalsIgnoreCase).isPresent();
    return new ExportBody(new AnswerStream(answer), gzip);
  }
}
