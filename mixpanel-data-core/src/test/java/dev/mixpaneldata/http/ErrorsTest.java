package dev.mixpaneldata.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.HistoryLimitException;
import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each documented failure has its code, and Mixpanel's own words. */
class ErrorsTest extends HttpTestCase {
  private void answer(int status, String body) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private MixpanelDataException failure(Call call) {
    return catchThrowableOfType(MixpanelDataException.class, () -> http().send(call));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "QUERY  | 401 | {\"error\":\"bad\"}                                   | AUTH_FAILED",
        "QUERY  | 400 | {\"error\":\"Unable to authenticate request\"}        | AUTH_FAILED",
        "EXPORT | 400 | Unable to authenticate request                        | AUTH_FAILED",
        "QUERY  | 200 | {\"error\":\"Unable to authenticate request\"}        | AUTH_FAILED",
        "QUERY  | 402 | {\"error\":\"Your plan does not allow API calls\"}    | PLAN_LIMIT",
        "QUERY  | 403 | {\"error\":\"Date range exceeds 90 days into the past\"} | PLAN_LIMIT",
        "APP    | 403 | {\"status\":\"error\",\"error\":\"no permission\"}    | PERMISSION_DENIED",
        "APP    | 404 | {\"status\":\"error\",\"error\":\"no such board\"}    | NOT_FOUND",
        "APP    | 405 | {\"status\":\"error\",\"error\":\"method\"}           | INVALID_ARGUMENT",
        "APP    | 409 | {\"status\":\"error\",\"error\":\"taken\"}            | INVALID_ARGUMENT",
        "APP    | 422 | {\"error\":{\"message\":\"name is missing\"}}         | INVALID_ARGUMENT",
        "QUERY  | 400 | {\"request\":\"/x\",\"error\":\"bad expression\"}     | QUERY_FAILED",
        "QUERY  | 200 | {\"request\":\"/x\",\"error\":\"bad expression\"}     | QUERY_FAILED",
        "EXPORT | 400 | to_date cannot be later than today                    | QUERY_FAILED",
        "APP    | 400 | {\"status\":\"error\",\"error\":\"bad name\"}         | INVALID_ARGUMENT",
        "APP    | 200 | {\"status\":\"error\",\"error\":\"bad name\"}         | INVALID_ARGUMENT",
        "QUERY  | 400 | {\"error\":\"request failed with error: invalid project id for cluster.\"} | WRONG_REGION",
        "QUERY  | 412 | {\"error\":\"ReferenceError: x is not defined\"}      | QUERY_FAILED",
        "APP    | 413 | too large                                             | INVALID_ARGUMENT",
        "APP    | 301 | ''                                                    | BAD_RESPONSE",
        "QUERY  | 501 | ''                                                    | SERVER_ERROR",
        "QUERY  | 500 | {\"error\":\"Internal\"}                              | SERVER_ERROR",
        "QUERY  | 502 | <html><body>Bad gateway</body></html>                 | SERVER_ERROR",
        "QUERY  | 504 | ''                                                    | TIMEOUT",
        "QUERY  | 524 | ''                                                    | TIMEOUT",
        "QUERY  | 429 | {\"error\":\"Too many\"}                              | RATE_LIMITED",
        "QUERY  | 200 | <!DOCTYPE html><html>Sign in</html>                   | BAD_RESPONSE",
        "QUERY  | 200 | ''                                                    | BAD_RESPONSE",
        "QUERY  | 200 | {\"data\":                                            | BAD_RESPONSE",
        "QUERY  | 200 | {} {}                                                 | BAD_RESPONSE",
      })
  void everyFailureHasItsCode(ApiFamily family, int status, String body, ErrorCode code) {
    answer(status, body);
    MixpanelDataException error = failure(Call.get(family, "/x"));
    assertThat(error.code()).isEqualTo(code);
  }

  @Test
  void theErrorNamesTheCallAndQuotesMixpanel() {
    answer(400, "{\"request\":\"/x\",\"error\":\"Invalid   expression\\nat 3\"}");
    ApiException error =
        (ApiException) failure(Call.get(ApiFamily.QUERY, "/segmentation").parameter("on", "a"));
    assertThat(error).hasMessage("Mixpanel refused the call (HTTP 400): Invalid expression at 3");
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.method()).isEqualTo("GET");
    assertThat(error.url()).endsWith("/api/query/segmentation?project_id=12345&on=a");
    assertThat(error.excerpt()).contains("Invalid expression");
  }

  @Test
  void theDaysOfThePlanAreParsed() {
    answer(403, "{\"error\":\"Date range exceeds 365 days into the past\"}");
    assertThat(failure(Call.get(ApiFamily.QUERY, "/x")))
        .isInstanceOfSatisfying(
            HistoryLimitException.class, error -> assertThat(error.days()).isEqualTo(365));
  }

  @Test
  void aWrongRegionNamesTheOthers() {
    answer(400, "{\"error\":\"invalid project id for cluster\"}");
    assertThat(failure(Call.get(ApiFamily.QUERY, "/x")).hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("us or in"));
  }

  @Test
  void anEventThatIsCalledErrorIsNotAFailure() {
    answer(200, "{\"error\":{\"count\":3},\"status\":\"ok\"}");
    assertThat(http().send(Call.get(ApiFamily.QUERY, "/events/properties/top")).status())
        .isEqualTo(200);
    answer(200, "{\"status\":1,\"error\":null}");
    assertThat(http().send(Call.get(ApiFamily.QUERY, "/x")).status()).isEqualTo(200);
  }

  @Test
  void aChangeMayBeAnsweredWithNothing() {
    answer(204, "");
    assertThat(http().send(Call.delete(ApiFamily.APP, "/x")).body()).isEmpty();
  }

  @Test
  void anAcceptedStatusIsReturnedUnlessItIsAboutAuthentication() {
    answer(400, "{\"code\":400,\"num_records_imported\":1}");
    Call call = Call.post(ApiFamily.INGESTION, "/import").accept(400);
    assertThat(http().send(call).body()).contains("num_records_imported");
    answer(400, "{\"error\":\"Unable to authenticate request\"}");
    assertThat(failure(call).code()).isEqualTo(ErrorCode.AUTH_FAILED);
  }

  @Test
  void textIsTakenWhereTextIsExpected() {
    answer(200, "1");
    assertThat(http().send(Call.post(ApiFamily.INGESTION, "/track").expectText()).body())
        .isEqualTo("1");
  }

  @Test
  void redirectsAreNotFollowed() {
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "/other")));
    assertThat(failure(Call.get(ApiFamily.APP, "/x")).code()).isEqualTo(ErrorCode.BAD_RESPONSE);
    server.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void longAnswersAreQuotedShortly() {
    answer(400, "{\"error\":\"" + "x".repeat(100_000) + "\"}");
    ApiException error = (ApiException) failure(Call.get(ApiFamily.QUERY, "/x"));
    assertThat(error.getMessage()).hasSizeLessThan(700);
    assertThat(error.excerpt()).hasSizeLessThan(700);
  }
}
