package dev.mixpaneldata.bridge.net;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Small calls of metadata and token addresses. Follows no redirect, reads at most a megabyte, and
 * calls nothing that {@link AddressRules} forbids. Thread-safe.
 */
public final class WebClient {
  private static final int LARGEST = 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final AddressRules rules;
  private final HttpClient http;

  public WebClient(AddressRules rules) {
    this.rules = rules;
    this.http = newHttpClient();
  }

  /** A client that follows no redirect: a token must not reach another host. */
  public static HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  /** What may be called. */
  public AddressRules rules() {
    return rules;
  }

  /** Gets a JSON document. */
  public HttpReply get(URI address) {
    return send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
  }

  /** Posts a JSON document. */
  public HttpReply postJson(URI address, String json) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Posts a form, with an {@code Authorization} header if one is given. */
  public HttpReply postForm(URI address, Map<String, String> form, Optional<String> authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encode(form)));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return send(request);
  }

  /** Names and values as a query string or a form carries them. */
  public static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One name or value, encoded. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpReply send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(LONGEST).build();
    rules.check(request.uri());
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          Deadline deadline = Deadline.after(LONGEST, body)) {
        byte[] bytes = deadline.read(body, LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new MixpanelDataException(
              ErrorCode.BAD_RESPONSE,
              "The answer of " + request.uri().getHost() + " is larger than a megabyte.");
        }
        return new HttpReply(
            request.uri(),
            response.statusCode(),
            response.headers(),
            new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw failure(request.uri(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** A connection that failed, as an error. */
  public static MixpanelDataException failure(URI address, IOException e) {
    boolean slow = e instanceof HttpTimeoutException || e instanceof Deadline.Passed;
    return new MixpanelDataException(
        slow ? ErrorCode.TIMEOUT : ErrorCode.NETWORK_ERROR,
        address.getHost()
            + (slow ? " did not answer in time." : " cannot be reached: " + reason(e) + "."),
        "Check the network, a proxy and the address, and try again.",
        e);
  }

  /** The caller's thread was interrupted. */
  public static MixpanelDataException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MixpanelDataException(ErrorCode.INTERRUPTED, "The call was stopped.", null, e);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
