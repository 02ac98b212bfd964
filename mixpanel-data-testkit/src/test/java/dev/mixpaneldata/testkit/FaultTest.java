package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final String EXPORT = "/api/2.0/export";
  private static final String DAY = Client.export("2026-01-05", "2026-01-05");
  private static final List<String> LINES =
      IntStream.range(0, 200)
          .mapToObj(
              index ->
                  "{\"event\":\"E\",\"properties\":{\"time\":%d,\"$insert_id\":\"%x\"}}"
                      .formatted(1767571200000L + index, index * 2654435761L))
          .toList();

  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder().events(Map.of(LocalDate.parse("2026-01-05"), LINES)).start();
  private final Client client = new Client(mixpanel);

  @AfterEach
  void close() {
    mixpanel.close();
  }

  @Test
  void aStatusIsAnsweredOnceWithItsBodyAndHeaders() throws Exception {
    next(Fault.status(503, "busy", Map.of("Retry-After", "7")));
    HttpResponse<byte[]> response = client.get(DAY);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Client.text(response)).isEqualTo("busy");
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(Client.lines(client.get(DAY))).isEqualTo(LINES);
    assertThat(mixpanel.requests()).extracting(RecordedRequest::status).containsExactly(503, 200);
  }

  @Test
  void tooManyRequestsCarriesCountersAndRetryAfterIfGiven() throws Exception {
    next(Fault.tooManyRequests());
    next(Fault.tooManyRequests(Duration.ofSeconds(3)));
    HttpResponse<byte[]> bare = client.get(DAY);
    assertThat(bare.statusCode()).isEqualTo(429);
    assertThat(Client.text(bare)).contains("0/5 queries").contains("61/60 queries");
    assertThat(bare.headers().firstValue("Retry-After")).isEmpty();
    assertThat(client.get(DAY).headers().firstValue("Retry-After")).contains("3");
  }

  @Test
  void errorsAndPagesCanComeWithStatusOk() throws Exception {
    next(Fault.errorWithStatusOk("no \"funnel\""));
    next(Fault.html());
    HttpResponse<byte[]> error = client.get(DAY);
    assertThat(error.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(error.body()).path("error").asText())
        .isEqualTo("no \"funnel\"");
    HttpResponse<byte[]> page = client.get(DAY);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(Client.text(page)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void aDelayHoldsTheHeadersBack() throws Exception {
    next(Fault.delay(Duration.ofMillis(300)));
    long start = System.nanoTime();
    assertThat(client.get(DAY).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aTrickleIsSlowButWhole() throws Exception {
    next(Fault.trickle(50_000));
    long start = System.nanoTime();
    HttpResponse<byte[]> response = client.get(DAY);
    assertThat(Client.lines(response)).isEqualTo(LINES);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(response.body().length / 50 / 2));
  }

  @Test
  void aStallSendsItsBytesAndThenNothingUntilTheFakeIsClosed() throws Exception {
    next(Fault.stall(1000));
    RawExchange exchange = RawExchange.get(mixpanel, DAY, "identity", 300);
    assertThat(exchange.failure()).containsInstanceOf(SocketTimeoutException.class);
    assertThat(exchange.body()).hasSize("3e8\r\n".length() + 1000 + "\r\n".length());
  }

  @Test
  void closingTheFakeEndsAStall() throws Exception {
    next(Fault.stall(1000));
    Thread closer =
        new Thread(
            () -> {
              while (mixpanel.requests().isEmpty()) {
                Thread.onSpinWait();
              }
              mixpanel.close();
            });
    closer.start();
    assertThatThrownBy(() -> client.get(DAY)).isInstanceOf(IOException.class);
    closer.join();
  }

  @Test
  void aResetIsATcpResetAfterItsBytes() throws Exception {
    next(Fault.reset(2000));
    RawExchange exchange = RawExchange.get(mixpanel, DAY, "identity");
    assertThat(exchange.failure()).containsInstanceOf(SocketException.class);
    assertThat(exchange.failure().orElseThrow()).hasMessageContaining("reset");
    assertThat(exchange.body()).hasSize("7d0\r\n".length() + 2000 + "\r\n".length());
  }

  @Test
  void aResetBeyondTheEndStillHappens() throws Exception {
    next(Fault.reset(1_000_000));
    assertThatThrownBy(() -> client.get(DAY)).isInstanceOf(IOException.class);
    next(Fault.reset(1_000_000));
    assertThatThrownBy(() -> client.getGzip(DAY)).isInstanceOf(IOException.class);
  }

  @Test
  void cutChunksLackTheEmptyChunkThatEndsABody() throws Exception {
    next(Fault.cutChunks(500));
    RawExchange exchange = RawExchange.get(mixpanel, DAY, "identity");
    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.head()).contains("Transfer-Encoding: chunked");
    assertThat(exchange.body()).startsWith("1f4\r\n{\"event\"").doesNotEndWith("0\r\n\r\n");
    next(Fault.cutChunks(500));
    assertThatThrownBy(() -> client.get(DAY)).isInstanceOf(IOException.class);
  }

  @Test
  void aCutLengthPromisesMoreThanComes() throws Exception {
    next(Fault.cutLength(500));
    RawExchange exchange = RawExchange.get(mixpanel, DAY, "gzip");
    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.body()).hasSize(500);
    assertThat(exchange.head()).containsPattern("Content-Length: \\d{4}");
    next(Fault.cutLength(500));
    assertThatThrownBy(() -> client.get(DAY)).isInstanceOf(IOException.class);
  }

  @Test
  void cutBytesEndCleanlyAmidTheGzipStream() throws Exception {
    next(Fault.cutBytes(700));
    HttpResponse<byte[]> response = client.getGzip(DAY);
    assertThat(response.body()).hasSize(700);
    assertThatThrownBy(() -> Client.unzip(response.body())).isInstanceOf(EOFException.class);
  }

  @Test
  void cutTextIsSoundGzipOfTruncatedLines() throws Exception {
    next(Fault.cutText(5000));
    String whole = String.join("\n", LINES) + "\n";
    assertThat(Client.unzip(client.getGzip(DAY).body())).isEqualTo(whole.substring(0, 5000));
  }

  @Test
  void aWrongChecksumIsFoundOnlyAtTheEnd() throws Exception {
    next(Fault.wrongChecksum());
    HttpResponse<byte[]> response = client.getGzip(DAY);
    assertThatThrownBy(() -> Client.unzip(response.body()))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("Corrupt GZIP trailer");
  }

  @Test
  void corruptGzipCannotBeRead() throws Exception {
    next(Fault.corruptGzip());
    HttpResponse<byte[]> response = client.getGzip(DAY);
    assertThatThrownBy(() -> Client.unzip(response.body())).isInstanceOf(IOException.class);
  }

  @Test
  void earlyTerminationComesInItsThreeForms() throws Exception {
    next(Fault.terminatedEarly(3));
    next(Fault.terminatedEarlyInRecord(3));
    next(Fault.exportTerminatedEarly(3));
    String kept = String.join("\n", LINES.subList(0, 3)) + "\n";
    String half = LINES.get(3).substring(0, LINES.get(3).length() / 2);
    assertThat(Client.text(client.get(DAY))).isEqualTo(kept + "terminated early");
    assertThat(Client.text(client.get(DAY))).isEqualTo(kept + half + "terminated early");
    assertThat(Client.text(client.get(DAY))).isEqualTo(kept + "export terminated early");
  }

  @Test
  void anErrorTailIsTheBeginningOfAJsonError() throws Exception {
    next(Fault.errorTail(2));
    List<String> lines = Client.lines(client.get(DAY));
    assertThat(lines).hasSize(3).startsWith(LINES.get(0), LINES.get(1));
    assertThat(lines.get(2)).startsWith("{\"error\":");
    assertThatThrownBy(() -> new ObjectMapper().readTree(lines.get(2)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void anUndecodableLineIsAddedInTheMiddle() throws Exception {
    next(Fault.undecodableLine());
    List<String> lines = Client.lines(client.get(DAY));
    assertThat(lines).hasSize(201).containsAll(LINES);
    assertThatThrownBy(() -> new ObjectMapper().readTree(lines.get(100)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void aLoneSurrogateIsAnEscapeWithoutItsOtherHalf() throws Exception {
    next(Fault.loneSurrogate());
    List<String> lines = Client.lines(client.get(DAY));
    assertThat(lines).hasSize(201).containsAll(LINES);
    assertThat(lines.get(100)).contains("\"a\\ud83db\"").contains("\"time\":1767571200000");
  }

  @Test
  void invalidUtf8IsInsideAText() throws Exception {
    next(Fault.invalidUtf8());
    HttpResponse<byte[]> response = client.get(DAY);
    assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).contains("\"a\u00c3(b\"");
    assertThat(Client.lines(response)).hasSize(201).containsAll(LINES);
  }

  @Test
  void aBrokenRecordFillsTwoLines() throws Exception {
    next(Fault.brokenRecord());
    List<String> lines = Client.lines(client.get(DAY));
    assertThat(lines).hasSize(201).doesNotContain(LINES.get(100));
    assertThat(lines.get(100) + lines.get(101)).isEqualTo(LINES.get(100));
  }

  @Test
  void faultsAreForMatchingRequestsSoOftenAsScripted() throws Exception {
    mixpanel
        .faults()
        .when(
            request -> request.parameter("from_date").filter("2026-01-05"::equals).isPresent(),
            2,
            Fault.status(500));
    assertThat(client.get(Client.export("2026-01-04", "2026-01-05")).statusCode()).isEqualTo(200);
    assertThat(client.get(DAY).statusCode()).isEqualTo(500);
    assertThat(mixpanel.faults().allSpent()).isFalse();
    assertThat(client.get(DAY).statusCode()).isEqualTo(500);
    assertThat(mixpanel.faults().allSpent()).isTrue();
    assertThat(client.get(DAY).statusCode()).isEqualTo(200);
  }

  @Test
  void faultsCanBeJoined() throws Exception {
    next(Fault.terminatedEarly(1).and(Fault.undecodableLine()).and(Fault.cutLength(10)));
    RawExchange exchange = RawExchange.get(mixpanel, DAY, "identity");
    assertThat(exchange.body()).isEqualTo(LINES.get(0).substring(0, 10));
  }

  @Test
  void aStatusCanStandInForAnEndpointThatIsMissing() throws Exception {
    mixpanel.faults().next("/api/query/insights", Fault.status(200, "{\"series\":{}}", Map.of()));
    assertThat(Client.text(client.get("/api/query/insights"))).isEqualTo("{\"series\":{}}");
  }

  private void next(Fault fault) {
    mixpanel.faults().next(EXPORT, fault);
  }
}
