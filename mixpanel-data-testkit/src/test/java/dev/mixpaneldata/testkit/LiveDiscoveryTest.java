package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.app.lexicon.LexiconSchema;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.discovery.SavedCohort;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.report.saved.SavedFlowsRequest;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What core finds out about a project, over HTTP. */
class LiveDiscoveryTest {
  private static final String SCHEMA =
      """
      {"entityType":"event","name":"Sign Up","schemaJson":{"description":"New",
       "properties":{"plan":{"type":"string"}}}}""";

  /** Monday: Sign Up twice with plan pro, once with free. Tuesday: Sign Up and Open. */
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .events(
              Map.of(
                  LocalDate.of(2026, 1, 5),
                  List.of(
                      line("Sign Up", 1, "\"plan\":\"pro\""),
                      line("Sign Up", 2, "\"plan\":\"free\""),
                      line("Sign Up", 3, "\"plan\":\"pro\""),
                      "not JSON"),
                  LocalDate.of(2026, 1, 6),
                  List.of(line("Sign Up", 86_400, "\"n\":1"), line("Open", 86_400, "\"n\":1"))))
          .clock(Clock.fixed(Instant.parse("2026-01-06T12:00:00Z"), ZoneOffset.UTC))
          .funnel(SavedFunnel.of(7, "Joining", "Sign Up", "Open"))
          .insights(
              new SavedInsights(
                  8,
                  "Joiners",
                  SegmentationRequest.of("Sign Up", DateRange.of("2026-01-05", "2026-01-06"))))
          .flows(
              SavedFlows.of(
                  10, "After signing up", "Sign Up", DateRange.of("2026-01-05", "2026-01-06")))
          .bookmark("{\"id\":9,\"name\":\"Paths\",\"type\":\"flows\"}")
          .schema(SCHEMA)
          .cohort(5, Set.of("u", "v"))
          .start();

  private final LiveClients clients = new LiveClients(mixpanel);

  private static String line(String event, long seconds, String property) {
    long time = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(seconds).toEpochMilli();
    return String.format(
        "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"u\",%s}}",
        event, time, property);
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  @Test
  void eventsPropertiesAndValues() {
    assertThat(clients.discovery().events()).containsExactly("Open", "Sign Up");
    assertThat(clients.discovery().properties("Open")).containsExactly("distinct_id", "n", "time");
    assertThat(
            clients
                .discovery()
                .propertyValues(new PropertyValuesRequest("plan", Optional.of("Sign Up"), 10)))
        .containsExactly("pro", "free");
  }

  @Test
  void todaysEventsAgainstYesterdays() {
    // Sign Up once after three times: two thirds less. Open was not there yesterday.
    assertThat(clients.discovery().topEvents(new TopEventsRequest(CountType.GENERAL, 10)))
        .containsExactlyInAnyOrder(
            new TopEvent("Open", 1, Optional.empty()),
            new TopEvent("Sign Up", 1, Optional.of(1 / 3.0 - 1)));
  }

  @Test
  void savedThings() {
    assertThat(clients.discovery().funnels())
        .containsExactly(new FunnelInfo(7, "Joining", Optional.of(2)));
    assertThat(clients.discovery().cohorts())
        .extracting(SavedCohort::id, SavedCohort::count)
        .containsExactly(tuple(5L, 2L));
    assertThat(clients.app().bookmarks().list(Optional.empty()))
        .extracting(BookmarkInfo::type)
        .containsExactly("funnels", "insights", "flows", "flows");
    assertThat(clients.app().bookmarks().list(Optional.of(BookmarkType.FLOWS)))
        .extracting(BookmarkInfo::name)
        .containsExactly("After signing up", "Paths");
    assertThat(clients.app().bookmarks().get(8).name()).isEqualTo("Joiners");
  }

  @Test
  void aSavedInsightsReport() {
    SavedReportResult result = clients.savedReports().insights(8);
    assertThat(result.cells())
        .containsExactly(
            List.of("Sign Up [Total Events]", "2026-01-05T00:00:00+00:00", 3L),
            List.of("Sign Up [Total Events]", "2026-01-06T00:00:00+00:00", 1L));
    assertThat(result.fromDate()).contains("2026-01-05T00:00:00+00:00");
  }

  @Test
  void anInsightsReportByItsDefinition() {
    SavedReportResult result =
        clients
            .savedReports()
            .define(
                DefinitionRequest.of(
                    new Json(
                        """
                        {"sections": {
                          "show": [{"type": "metric",
                                    "behavior": {"type": "event", "name": "Sign Up", "filters": []},
                                    "measurement": {"math": "total"}}],
                          "time": [{"dateRangeType": "in the last", "unit": "day",
                                    "window": {"unit": "day", "value": 2}}],
                          "group": [{"propertyName": "plan"}]}}
                        """)));
    assertThat(result.headers()).containsExactly("$event", "plan");
    assertThat(result.cells())
        .contains(
            List.of("Sign Up [Total Events]", "pro", "2026-01-05T00:00:00+00:00", 2L),
            List.of("Sign Up [Total Events]", "free", "2026-01-05T00:00:00+00:00", 1L));
  }

  /** The user u signs up three times on Monday, once on Tuesday, and opens in that instant. */
  @Test
  void aSavedFlowsReport() {
    SavedFlowsResult result = clients.savedReports().flows(new SavedFlowsRequest(10));
    assertThat(result.cells())
        .containsExactly(
            List.of(1, "Sign Up", "ANCHOR", 1L),
            List.of(2, "Sign Up", "NORMAL", 1L),
            List.of(3, "Sign Up", "NORMAL", 1L),
            List.of(4, "Open", "NORMAL", 1L));
  }

  @Test
  void schemasAndWorkspaces() {
    List<LexiconSchema> schemas = clients.app().lexicon().schemas(Optional.of(EntityType.EVENT));
    assertThat(schemas).extracting(LexiconSchema::name).containsExactly("Sign Up");
    assertThat(clients.app().lexicon().schema(EntityType.EVENT, "Sign Up"))
        .isEqualTo(schemas.get(0));
    assertThat(clients.app().lexicon().schemas(Optional.of(EntityType.PROFILE))).isEmpty();
    assertThat(clients.app().projects().workspaces())
        .extracting(workspace -> workspace.name())
        .containsExactly("All Project Data");
  }

  @Test
  void unknownThingsAreRefused() {
    assertThatThrownBy(() -> clients.app().lexicon().schema(EntityType.EVENT, "Gone"))
        .isInstanceOf(MixpanelDataException.class);
    assertThatThrownBy(() -> clients.savedReports().insights(1))
        .isInstanceOf(MixpanelDataException.class);
  }
}
