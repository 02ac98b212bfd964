package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExportEndpointTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final String SIGN_UP =
      "{\"event\":\"Sign Up\",\"properties\":{\"time\":1767571200123,\"distinct_id\":\"a\"}}";
  private static final String PURCHASE =
      "{\"event\":\"Purchase\",\"properties\":{\"time\":1767657600999,\"distinct_id\":\"b\"}}";
  private static final Map<LocalDate, List<String>> TWO_DAYS =
      Map.of(FIRST, List.of(SIGN_UP), FIRST.plusDays(1), List.of(PURCHASE));

  @Test
  void bothDatesAreInclusive() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).start()) {
      Client client = new Client(mixpanel);
      assertThat(Client.text(client.get(Client.export("2026-01-05", "2026-01-06"))))
          .isEqualTo(SIGN_UP + "\n" + PURCHASE + "\n");
      assertThat(Client.lines(client.get(Client.export("2026-01-06", "2026-01-06"))))
          .containsExactly(PURCHASE);
    }
  }

  @Test
  void timesAreInSecondsUnlessMillisecondsAreAskedFor() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).start()) {
      String path = "/api/2.0/export?from_date=2026-01-05&to_date=2026-01-05";
      assertThat(Client.lines(new Client(mixpanel).get(path)))
          .containsExactly(SIGN_UP.replace("1767571200123", "1767571200"));
    }
  }

  @Test
  void aDayWithoutEventsIsAnEmptyBody() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).start()) {
      HttpResponse<byte[]> response =
          new Client(mixpanel).getGzip(Client.export("2026-01-01", "2026-01-02"));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void eventNamesAndLimitChooseLines() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).start()) {
      Client client = new Client(mixpanel);
      String both = Client.export("2026-01-05", "2026-01-06");
      String wanted = both + "&event=" + Client.encode("[\"Purchase\"]");
      assertThat(Client.lines(client.get(wanted))).containsExactly(PURCHASE);
      assertThat(Client.lines(client.get(both + "&limit=1"))).containsExactly(SIGN_UP);
    }
  }

  @Test
  void whereIsLeftToTheLanguageAndRefusedIfNotUnderstood() throws Exception {
    String path = Client.export("2026-01-05", "2026-01-06") + "&where=" + Client.encode("it is b");
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).start()) {
      assertThat(new Client(mixpanel).get(path).statusCode()).isEqualTo(400);
    }
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder()
            .events(TWO_DAYS)
            .where(
                text -> event -> event.path("properties").path("distinct_id").asText().equals("b"))
            .start()) {
      assertThat(Client.lines(new Client(mixpanel).get(path))).containsExactly(PURCHASE);
    }
  }

  @Test
  void bodiesAboveTheThresholdAreGzippedForThoseWhoAccept() throws Exception {
    List<String> many = IntStream.range(0, 100).mapToObj(index -> SIGN_UP).toList();
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Map.of(FIRST, many)).start()) {
      Client client = new Client(mixpanel);
      String path = Client.export("2026-01-05", "2026-01-05");
      HttpResponse<byte[]> compressed = client.getGzip(path);
      assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(Client.unzip(compressed.body()).lines()).hasSize(100);
    }
  }

  @Test
  void tomorrowIsRefused() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-01-06T23:59:00Z"), ZoneOffset.UTC);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(TWO_DAYS).clock(clock).start()) {
      Client client = new Client(mixpanel);
      HttpResponse<byte[]> refused = client.get(Client.export("2026-01-05", "2026-01-07"));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Client.text(refused)).isEqualTo("to_date cannot be later than today");
      assertThat(client.get(Client.export("2026-01-05", "2026-01-06")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void datesMustBePresentAndWellFormed() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      Client client = new Client(mixpanel);
      assertThat(client.get("/api/2.0/export?from_date=2026-01-05").statusCode()).isEqualTo(400);
      assertThat(client.get(Client.export("2026-1-5", "2026-01-06")).statusCode()).isEqualTo(400);
      assertThat(client.get(Client.export("1999-12-31", "2026-01-06")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void daysBeforeThePlansHistoryAreForbidden() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-01-10T12:00:00Z"), ZoneOffset.UTC);
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder().clock(clock).maxDataHistoryDays(4).start()) {
      Client client = new Client(mixpanel);
      HttpResponse<byte[]> refused = client.get(Client.export("2026-01-05", "2026-01-10"));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(Client.text(refused)).isEqualTo("Date range exceeds 4 days into the past");
      assertThat(client.get(Client.export("2026-01-06", "2026-01-10")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void olderProjectsTellTheWallClockOfTheirZoneAcrossDaylightSaving() throws Exception {
    // 2026-03-08 10:00Z is the moment when US/Pacific goes from 02:00 to 03:00.
    String before = event(Instant.parse("2026-03-08T09:59:59.001Z"));
    String after = event(Instant.parse("2026-03-08T10:00:00.002Z"));
    String nextUtcDay = event(Instant.parse("2026-03-09T06:59:59.003Z"));
    String nextLocalDay = event(Instant.parse("2026-03-09T07:00:00.004Z"));
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder()
            .events(
                Map.of(
                    LocalDate.parse("2026-03-08"),
                    List.of(before, after),
                    LocalDate.parse("2026-03-09"),
                    List.of(nextUtcDay, nextLocalDay)))
            .olderProject(ZoneId.of("US/Pacific"))
            .start()) {
      assertThat(Client.lines(new Client(mixpanel).get(Client.export("2026-03-08", "2026-03-08"))))
          .containsExactly(
              event(Instant.parse("2026-03-08T01:59:59.001Z")),
              event(Instant.parse("2026-03-08T03:00:00.002Z")),
              event(Instant.parse("2026-03-08T23:59:59.003Z")));
    }
  }

  private static String event(Instant time) {
    return "{\"event\":\"E\",\"properties\":{\"time\":" + time.toEpochMilli() + "}}";
  }
}
