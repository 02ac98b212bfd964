package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Lazy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes single attempts of calls over the JDK's client. */
final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(MixpanelHttp.class);

  /**
   * The most bytes of an error: enough for any error with its query. The rest is not worth a wait.
   */
  private static final int LARGEST_ERROR = 1024 * 1024;

  private final Lazy<HttpClient> client;
  private final Credentials credentials;
  private final Endpoints endpoints;
  private final Optional<Long> dataView;
  private final boolean readOnly;
  private final Redactor redactor;
  private final RequestFactory requests;
  private final ErrorMapper errors;
  private final NetworkErrors networkErrors;

  Transport(
      Lazy<HttpClient> client,
      Credentials credentials,
      Endpoints endpoints,
      Optional<Long> dataView,
      boolean readOnly,
      Clock clock) {
    this.client = client;
    this.credentials = credentials;
    this.endpoints = endpoints;
    this.dataView = dataView;
    this.readOnly = readOnly;
    this.redactor = new Redactor(credentials.signIn());
    this.requests = new RequestFactory(credentials, endpoints, dataView);
    this.errors = new ErrorMapper(credentials.signIn(), endpoints.region(), redactor, clock);
    this.networkErrors = new NetworkErrors(redactor);
  }

  Optional<Long> dataView() {
    return dataView;
  }

  Credentials credentials() {
    return credentials;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  /** Returns the request that a call would make. */
  RequestPreview preview(Call call) {
    String url = requests.address(call).toString();
    return new RequestPreview(
        call.method(), redactor.clean(url), call.requestBody().map(RequestBody::shown));
  }

  /** An answer whose headers have arrived. */
  record Reply(SentCall sent, int status, HttpHeaders headers, InputStream body) {}

  /**
   * Sends the call and returns its answer, which is not a failure.
   *
   * @param leaving runs when the request leaves, and never runs if it does not
   */
  Reply exchange(Call call, Runnable leaving) throws AttemptFailure {
    if (readOnly && call.changesMixpanel()) {
      throw ReadOnly.refusal(call + " was not sent");
    }
    Departure departure = new Departure(RequestFactory.body(call), leaving);
    HttpRequest request = requests.create(call, departure);
    URI uri = request.uri();
    SentCall sent = new SentCall(call, uri.getRawAuthority(), redactor.clean(uri.toString()));
    long start = System.nanoTime();
    HttpResponse<InputStream> response;
    try {
      response = client.get().send(request, headers -> new BodyStream(sent, networkErrors));
    } catch (IOException e) {
      AttemptFailure failure = networkErrors.map(sent, e);
      LOG.debug("{} failed with {} after {} ms", call, failure.error().code(), millis(start));
      throw failure;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw networkErrors.interrupted(e);
    }
    departure.answered();
    LOG.debug("{} answered {} after {} ms", call, response.statusCode(), millis(start));
    Reply reply = new Reply(sent, response.statusCode(), response.headers(), response.body());
    if (!call.accepts(reply.status())) {
      throw errors.map(sent, reply.status(), reply.headers(), errorBody(reply));
    }
    return reply;
  }

  /** Reads a whole answer and checks it. */
  Answer read(Reply reply) throws AttemptFailure {
    SentCall sent = reply.sent();
    String body;
    try (InputStream stream = reply.body()) {
      body = BodyReader.read(stream, reply.headers(), BodyReader.LARGEST);
    } catch (BodyReader.TooLarge e) {
      throw bad(reply, "The answer is too large: " + e.getMessage(), "Request less at once.", "");
    } catch (IOException e) {
      throw networkErrors.map(sent, e);
    } catch (ApiException e) {
      // From the body: the connection broke or stalled while it was read.
      FailureKind kind = e.code() == ErrorCode.TIMEOUT ? FailureKind.TOO_SLOW : FailureKind.BROKEN;
      throw new AttemptFailure(kind, e, null);
    }
    check(reply, body);
    return new Answer(reply.status(), reply.headers(), body);
  }

  private void check(Reply reply, String body) throws AttemptFailure {
    Call call = reply.sent().call();
    if (reply.status() / 100 != 2) {
      if (ErrorMapper.isAboutAuthentication(reply.status(), body)) {
        throw errors.map(reply.sent(), reply.status(), reply.headers(), body);
      }
      return;
    }
    if (!call.expectsJson() || body.isBlank() && mayBeEmpty(reply)) {
      return;
    }
    if (!BodyReader.isJson(body)) {
      throw bad(
          reply,
          ErrorText.isHtml(body) ? "The answer is a web page" : "The answer is not JSON",
          "A proxy may have answered, or the project is in another region than "
              + endpoints.region()
              + ".",
          body);
    }
    if (BodyReader.isError(body)) {
      throw errors.map(reply.sent(), 200, reply.headers(), body);
    }
  }

  /** Returns whether the answer may be empty: only that of a change may. */
  private static boolean mayBeEmpty(Reply reply) {
    return reply.status() == 204 || !reply.sent().method().equals("GET");
  }

  private String errorBody(Reply reply) {
    try (InputStream stream = reply.body()) {
      return BodyReader.read(stream, reply.headers(), LARGEST_ERROR);
    } catch (IOException | ApiException unreadable) {
      // The status alone says enough, and it must be reported.
      return "";
    }
  }

  private AttemptFailure bad(Reply reply, String message, String hint, String body) {
    String excerpt = redactor.clean(ErrorText.excerpt(body));
    MixpanelDataException error =
        new ApiException(
            ErrorCode.BAD_RESPONSE,
            message + (excerpt.isEmpty() ? "." : ": " + excerpt),
            hint,
            reply.status(),
            reply.sent().method(),
            reply.sent().url(),
            excerpt,
            null);
    return new AttemptFailure(FailureKind.FINAL, error, null);
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
