package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpSyncClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events with and without a planted drop, from Mixpanel's export through a table to the diagnosis.
 * {@code ChangeSearchTest} has the rates of many more draws, of numbers in memory.
 */
class DiagnosisDrawsTest {
  private static final int DRAWS = 12;

  /** Never used to tune the method. */
  private static final long SEED = 4_020_260_711L;

  private static final LocalDate DAY = TestingClock.TODAY.minusDays(3);
  private static final int DAYS = 35;
  private static final int MEAN = 140;
  private static final double DROP = 3 * Math.sqrt(MEAN);
  private static final double[] SHARES = {0.4, 0.35, 0.25};
  private static final List<String> SYSTEMS = List.of("iOS", "Android", "Windows");

  @TempDir Path home;
  private int ids;

  private void event(String name, LocalDate day, String os, int user, List<String> lines) {
    Instant time = day.atTime(12, 0).toInstant(ZoneOffset.UTC).plusSeconds(++ids % 3600);
    lines.add(
        "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"i%d\",\"$os\":\"%s\"}}"
            .formatted(name, time.toEpochMilli(), user, ids, os));
  }

  /** Events by day; those of a drop lack some of one system on the day. */
  private void draw(String name, boolean drops, long seed, Map<LocalDate, List<String>> days) {
    Random random = new Random(new SplittableRandom(seed).nextLong());
    for (int before = DAYS; before >= 0; before--) {
      LocalDate day = DAY.minusDays(before);
      List<String> lines = days.computeIfAbsent(day, d -> new ArrayList<>());
      int count = (int) Math.round(MEAN + Math.sqrt(MEAN) * random.nextGaussian());
      int left = drops && before == 0 ? (int) Math.round(DROP) : 0;
      for (int e = 0; e < count; e++) {
        double at = random.nextDouble();
        int system = at < SHARES[0] ? 0 : at < SHARES[0] + SHARES[1] ? 1 : 2;
        if (system == 0 && left > 0) {
          left--;
        } else {
          event(name, day, SYSTEMS.get(system), random.nextInt(500), lines);
        }
      }
    }
  }

  @Test
  void drawsThroughMixpanelAreJudgedAsNumbersAre() {
    Map<LocalDate, List<String>> days = new LinkedHashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      draw("Quiet " + i, false, SEED + i, days);
      draw("Dropped " + i, true, SEED + 1000 + i, days);
    }
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder().events(days).clock(TestingClock.CLOCK).start();
        TestingServer server = TestingServer.http(TestingServer.environment(mixpanel, home));
        McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      String live = verdict(client, "Dropped 0").path("verdict").asText();
      Answers.ask(
          client, "fetch_events", "from_date", DAY.minusDays(DAYS), "to_date", DAY.plusDays(1));
      int alarms = 0;
      int found = 0;
      for (int i = 0; i < DRAWS; i++) {
        alarms += verdict(client, "Quiet " + i).path("verdict").asText().equals("usual") ? 0 : 1;
        JsonNode dropped = verdict(client, "Dropped " + i);
        boolean right =
            dropped.path("verdict").asText().equals("drop")
                && dropped.at("/primary_driver/segment").asText().equals("iOS");
        found += right ? 1 : 0;
        if (i == 0) {
          assertThat(dropped.path("verdict").asText()).as("live and local").isEqualTo(live);
        }
      }
      System.out.printf("%d alarms and %d drops of %d each%n", alarms, found, DRAWS);
      assertThat(alarms).isLessThanOrEqualTo(2);
      assertThat(found).isGreaterThanOrEqualTo(DRAWS - 2);
    }
  }

  private static JsonNode verdict(McpSyncClient client, String event) {
    return Answers.ask(
            client, "diagnose_metric_drop", "event", event, "date", DAY, "dimensions", "$os")
        .path("findings");
  }
}
