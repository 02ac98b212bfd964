package dev.mixpaneldata.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.quota.Allowance;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.Permit;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies: compressed, large, slow, cut off. */
@Timeout(30)
class StreamsTest extends HttpTestCase {
  private static final Call EXPORT = Call.get(ApiFamily.EXPORT, "/export").expectText();
  private static final Call QUERY = Call.get(ApiFamily.QUERY, "/x");

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void bufferedAnswersUnzipThemselves() throws IOException {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(gzip("{\"a\":\"é\"}"))));
    assertThat(http().send(QUERY).body()).isEqualTo("{\"a\":\"é\"}");
  }

  @Test
  void errorsUnzipThemselves() throws IOException {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(gzip("{\"error\":\"bad where\"}"))));
    assertThatThrownBy(() -> http().send(QUERY)).hasMessageContaining("bad where");
  }

  @Test
  void aDamagedBodyIsRetriedAndThenReported() {
    server.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody("not gzip")));
    assertThatThrownBy(() -> http().send(QUERY))
        .isInstanceOfSatisfying(
            ApiException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_RESPONSE));
    assertThat(time.sleeps()).hasSize(4);
  }

  @Test
  void streamsArriveAsTheyWereSent() throws IOException {
    byte[] zipped = gzip("{\"event\":\"a\"}\n");
    server.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody(zipped)));
    try (StreamedAnswer answer = http().open(EXPORT)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.contentEncoding()).hasValue("gzip");
      assertThat(new GZIPInputStream(answer.body()).readAllBytes())
          .asString()
          .isEqualTo("{\"event\":\"a\"}\n");
    }
  }

  @Test
  void aStreamThatIsRefusedIsAnErrorLikeAnyOther() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(402).withBody("no")));
    assertThatThrownBy(() -> http().open(EXPORT))
        .isInstanceOfSatisfying(
            ApiException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.PLAN_LIMIT));
  }

  @Test
  void thePermitIsHeldUntilTheStreamIsClosed() {
    AtomicInteger held = new AtomicInteger();
    Quota quota =
        new Quota() {
          @Override
          public Permit acquire(Budget budget, WaitRules rules) {
            held.incrementAndGet();
            return held::decrementAndGet;
          }

          @Override
          public Allowance remaining(Budget budget) {
            return new Allowance(1, Instant.EPOCH);
          }

          @Override
          public void count(Budget budget) {}

          @Override
          public void exhausted(Budget budget, Instant until) {}
        };
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("a")));
    try (StreamedAnswer answer = builder().quota(quota).build().open(EXPORT)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(held).hasValue(1);
    }
    assertThat(held).hasValue(0);
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
    assertThatThrownBy(() -> builder().quota(quota).build().open(EXPORT))
        .isInstanceOf(ApiException.class);
    assertThat(held).hasValue(0);
  }

  @Test
  void aStalledBodyBecomesATimeout() throws IOException {
    try (RawServer raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"")) {
      Call call = EXPORT.idleAtMost(Duration.ofMillis(80));
      try (StreamedAnswer answer = raw.client().open(call)) {
        assertThatThrownBy(() -> answer.body().readAllBytes())
            .isInstanceOfSatisfying(
                MixpanelDataException.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT))
            .hasMessageContaining("80 ms");
      }
    }
  }

  @Test
  void aStalledBufferedAnswerIsTriedOnceMore() throws IOException {
    try (RawServer raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"")) {
      Call call = QUERY.idleAtMost(Duration.ofMillis(50));
      assertThatThrownBy(() -> raw.client().send(call))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT));
      assertThat(raw.connections).hasSize(2);
    }
  }

  @Test
  void anAnswerThatNeverBeginsIsATimeout() throws IOException {
    try (RawServer raw = new RawServer("")) {
      Call call = QUERY.answerWithin(Duration.ofMillis(60));
      assertThatThrownBy(() -> raw.client().send(call))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT));
      assertThat(time.sleeps()).hasSize(1);
    }
  }

  @Test
  void aBodyThatIsCutOffIsANetworkError() throws IOException {
    try (RawServer raw =
        new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n")) {
      raw.hangUp = true;
      try (StreamedAnswer answer = raw.client().open(EXPORT)) {
        assertThatThrownBy(() -> answer.body().readAllBytes())
            .isInstanceOfSatisfying(
                MixpanelDataException.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.NETWORK_ERROR));
      }
    }
  }

  @Test
  void aClosedAnswerHasNoMoreToRead() throws Exception {
    try (RawServer raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"")) {
      StreamedAnswer answer = raw.client().open(EXPORT);
      answer.close();
      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
      StreamedAnswer second = raw.client().open(EXPORT);
      CompletableFuture<Void> closer =
          CompletableFuture.runAsync(
              second::close, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
      assertThatThrownBy(() -> second.body().readAllBytes())
          .isInstanceOf(MixpanelDataException.class);
      closer.get();
    }
  }

  @Test
  void interruptionEndsARead() throws Exception {
    try (RawServer raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"")) {
      try (StreamedAnswer answer = raw.client().open(EXPORT)) {
        assertThat(answer.body().read()).isEqualTo('{');
        Thread reader = Thread.currentThread();
        CompletableFuture<Void> interrupter =
            CompletableFuture.runAsync(
                reader::interrupt, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        assertThatThrownBy(() -> answer.body().readAllBytes())
            .isInstanceOfSatisfying(
                MixpanelDataException.class,
                error -> assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        interrupter.get();
      }
    }
  }

  /** Answers every connection with the same bytes, and then says nothing more. */
  private final class RawServer implements AutoCloseable {
    /** Kept, or the garbage collector would close them. */
    final List<Socket> connections = new CopyOnWriteArrayList<>();

    volatile boolean hangUp;
    private final ServerSocket socket;

    RawServer(String answer) throws IOException {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(() -> serve(answer));
      thread.setDaemon(true);
      thread.start();
    }

    private void serve(String answer) {
      while (true) {
        try {
          Socket connection = socket.accept();
          connections.add(connection);
          byte[] request = new byte[4096];
          int ignored = connection.getInputStream().read(request);
          OutputStream out = connection.getOutputStream();
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
          out.flush();
          if (hangUp) {
            connection.close();
          }
        } catch (IOException closed) {
          return;
        }
      }
    }

    MixpanelHttp client() {
      return builder()
          .endpoints(Endpoints.at(Region.EU, "http://127.0.0.1:" + socket.getLocalPort()))
          .build();
    }

    @Override
    public void close() throws IOException {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }
}
