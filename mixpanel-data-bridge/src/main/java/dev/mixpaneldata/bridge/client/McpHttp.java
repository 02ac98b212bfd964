package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.net.Deadline;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts messages to the server's one address and reads what it answers, JSON or events. */
final class McpHttp {
  private static final Logger LOG = LoggerFactory.getLogger(McpClient.class);

  /** Far above any answer that a model or a person could read. */
  private static final int LARGEST = 32 * 1024 * 1024;

  /** A sign-in, and two further ones for rights that turn out to be missing. */
  private static final int MOST_CHALLENGES = 3;

  private static final int MOST_RECONNECTIONS = 5;
  private static final Duration USUAL_RECONNECTION = Duration.ofSeconds(1);
  private static final Duration LONGEST_RECONNECTION = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int EXCERPT = 200;

  private final URI url;
  private final HttpClient http = WebClient.newHttpClient();
  private final Authorizer authorizer;
  private final Duration timeout;
  private final Pacer pacer;

  McpHttp(URI url, Authorizer authorizer, Duration timeout, Pacer pacer) {
    this.url = url;
    this.authorizer = authorizer;
    this.timeout = timeout;
    this.pacer = pacer;
  }

  /**
   * An answer.
   *
   * @param message the response to the request; empty for a notification
   */
  record Answer(int status, HttpHeaders headers, Optional<JsonNode> message) {}

  /**
   * Posts a message.
   *
   * @param others takes what arrives beside the response: requests and notifications of the server
   */
  Answer post(ObjectNode message, Map<String, String> headers, Consumer<JsonNode> others) {
    String body = Mappers.write(message);
    for (int challenges = 0; ; challenges++) {
      Optional<String> authorization = authorizer.header();
      HttpRequest.Builder request =
          request(headers, authorization)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .POST(BodyPublishers.ofString(body));
      HttpResponse<InputStream> response = send(request);
      if (isChallenge(response) && challenges < MOST_CHALLENGES) {
        close(response);
        List<String> said = response.headers().allValues("WWW-Authenticate");
        if (authorizer.challenged(response.statusCode(), said, authorization, challenges)) {
          continue;
        }
        throw RpcException.ofStatus(response.statusCode(), url.getHost() + " refuses the sign-in.");
      }
      return read(response, Optional.ofNullable(message.get("id")), headers, others);
    }
  }

  /**
   * Listens to what the server has to say on its own, until the process or the server ends it.
   * Waits a moment for the connection: a question may follow the next call at once.
   */
  void listen(Map<String, String> headers, Consumer<JsonNode> others) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
    headers.forEach(request::header);
    authorizer.header().ifPresent(value -> request.header("Authorization", value));
    request.header("Accept", "text/event-stream");
    CompletableFuture<HttpResponse<InputStream>> connected =
        http.sendAsync(request.build(), BodyHandlers.ofInputStream());
    DaemonThreads.named("bridge-listener").newThread(() -> hear(connected, others)).start();
    try {
      connected.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw WebClient.interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("The server has nothing to say on its own: {}", e.toString());
    }
  }

  private static void hear(
      CompletableFuture<HttpResponse<InputStream>> connected, Consumer<JsonNode> others) {
    try (InputStream body = connected.join().body()) {
      if (connected.join().statusCode() != 200) {
        return;
      }
      SseReader reader = new SseReader(body, LARGEST);
      for (Optional<String> event = reader.next(); event.isPresent(); event = reader.next()) {
        others.accept(Mappers.read(event.get()));
      }
    } catch (IOException | CompletionException | MixpanelDataException e) {
      LOG.debug("Listening to the server ended: {}", e.toString());
    }
  }

  /** Ends a session; servers need not care. */
  void delete(Map<String, String> headers) {
    try {
      close(send(request(headers, authorizer.header()).DELETE()));
    } catch (MixpanelDataException e) {
      LOG.debug("The session could not be ended: {}", e.getMessage());
    }
  }

  private static boolean isChallenge(HttpResponse<?> response) {
    return response.statusCode() == 401
        || response.statusCode() == 403
            && response.headers().firstValue("WWW-Authenticate").isPresent();
  }

  private HttpRequest.Builder request(Map<String, String> headers, Optional<String> authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout);
    headers.forEach(request::header);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    long start = System.nanoTime();
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      LOG.debug(
          "{} {} answered {} after {} ms",
          request.method(),
          url.getHost(),
          response.statusCode(),
          (System.nanoTime() - start) / 1_000_000);
      return response;
    } catch (IOException e) {
      throw WebClient.failure(url, e);
    } catch (InterruptedException e) {
      throw WebClient.interrupted(e);
    }
  }

  private Answer read(
      HttpResponse<InputStream> response,
      Optional<JsonNode> id,
      Map<String, String> headers,
      Consumer<JsonNode> others) {
    int status = response.statusCode();
    if (status / 100 == 3) {
      close(response);
      throw RpcException.ofStatus(
          status, url.getHost() + " redirects the call, which is not followed with a token.");
    }
    if (status == 429) {
      close(response);
      throw tooMany(response.headers());
    }
    boolean events = contentType(response).startsWith("text/event-stream");
    if (events && status / 100 == 2 && id.isPresent()) {
      return new Answer(
          status, response.headers(), Optional.of(events(response, id.get(), headers, others)));
    }
    String text = text(response);
    Optional<JsonNode> message = message(text);
    boolean failed = status / 100 != 2;
    if (message.isEmpty() && (failed || id.isPresent())) {
      throw RpcException.ofStatus(status, notAnAnswer(status, text));
    }
    if (failed && !message.orElseThrow().has("error")) {
      throw RpcException.ofStatus(status, notAnAnswer(status, text));
    }
    return new Answer(status, response.headers(), message);
  }

  /** Reads events until the response comes; connects anew where the server breaks off. */
  private JsonNode events(
      HttpResponse<InputStream> first,
      JsonNode id,
      Map<String, String> headers,
      Consumer<JsonNode> others) {
    HttpResponse<InputStream> response = first;
    String lastId = "";
    for (int connections = 0; ; connections++) {
      Duration pause = USUAL_RECONNECTION;
      try (InputStream body = response.body();
          Deadline deadline = Deadline.after(timeout, body)) {
        SseReader reader = new SseReader(body, LARGEST);
        try {
          for (Optional<String> event = reader.next(); event.isPresent(); event = reader.next()) {
            JsonNode message = Mappers.read(event.get());
            if (message.path("id").asText().equals(id.asText()) && !message.has("method")) {
              return message;
            }
            others.accept(message);
          }
        } catch (IOException e) {
          if (reader.lastId().isEmpty() && lastId.isEmpty()) {
            throw deadline.inTime(e);
          }
          LOG.debug("The stream broke: {}", e.toString());
        }
        lastId = reader.lastId().orElse(lastId);
        pause = reader.retryMillis().map(Duration::ofMillis).orElse(pause);
      } catch (IOException e) {
        throw WebClient.failure(url, e);
      }
      if (lastId.isEmpty() || connections == MOST_RECONNECTIONS) {
        throw new MixpanelDataException(
            ErrorCode.NETWORK_ERROR,
            url.getHost() + " ended the stream before it answered.",
            "Try again.");
      }
      pacer.sleep(pause.compareTo(LONGEST_RECONNECTION) < 0 ? pause : LONGEST_RECONNECTION);
      response =
          send(
              request(headers, authorizer.header())
                  .header("Accept", "text/event-stream")
                  .header("Last-Event-ID", lastId)
                  .GET());
      if (response.statusCode() != 200) {
        close(response);
        throw RpcException.ofStatus(
            response.statusCode(), url.getHost() + " ended the stream before it answered.");
      }
    }
  }

  private String text(HttpResponse<InputStream> response) {
    try (InputStream body = response.body();
        Deadline deadline = Deadline.after(timeout, body)) {
      byte[] bytes = deadline.read(body, LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new MixpanelDataException(
            ErrorCode.BAD_RESPONSE, "The answer is larger than 32 MB.", "Request less at once.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw WebClient.failure(url, e);
    }
  }

  private static Optional<JsonNode> message(String text) {
    try {
      JsonNode message = Mappers.read(text);
      return message.isObject() && message.has("jsonrpc") ? Optional.of(message) : Optional.empty();
    } catch (MixpanelDataException notJson) {
      return Optional.empty();
    }
  }

  private String notAnAnswer(int status, String text) {
    String start = text.strip().replaceAll("\\s+", " ");
    start = start.length() > EXCERPT ? start.substring(0, EXCERPT) + "…" : start;
    return url.getHost()
        + " answered "
        + status
        + (start.isEmpty() ? " and nothing else." : " and no message of the protocol: " + start);
  }

  private RateLimitException tooMany(HttpHeaders headers) {
    // Mixpanel allows 600 calls an hour for a user; without a header an hour is what is known.
    long seconds =
        headers
            .firstValue("Retry-After")
            .filter(value -> value.matches("[0-9]{1,6}"))
            .map(Long::valueOf)
            .orElse(3600L);
    Instant at = pacer.now().plusSeconds(seconds);
    return new RateLimitException(
        url.getHost() + " accepts no more calls now.", "Try again in " + seconds + " seconds.", at);
  }

  private static String contentType(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException alreadyBroken) {
      LOG.debug("A body could not be closed: {}", alreadyBroken.toString());
    }
  }
}
