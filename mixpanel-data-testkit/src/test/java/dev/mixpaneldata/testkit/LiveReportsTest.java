package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.Question;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Core's live reports, asked over HTTP, give the records that the naive ones give: requests reach
 * the wire, and answers leave it, as both sides understand Mixpanel's documentation.
 */
class LiveReportsTest {
  private static final int CASES = 25;

  @Test
  void liveAnswersAreTheNaiveOnes() {
    Set<Class<?>> compared = new HashSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel =
          FakeMixpanel.builder().dataset(cases.dataset()).timezone(cases.zone().getId()).start()) {
        Reports live = new LiveClients(mixpanel).reports();
        for (Question question : cases.questions()) {
          if (isKnownToMixpanelsApi(question.request()) && isSaid(question, live)) {
            assertThat(told(question.to(live)))
                .as("%s of case %s", question, seed)
                .isEqualTo(told(question.to(cases.naive())));
            compared.add(question.request().getClass());
          }
        }
      }
    }
    assertThat(compared).hasSize(13);
  }

  /** Neither API of Mixpanel can say all that is drawn. */
  private static boolean isSaid(Question question, Reports live) {
    try {
      question.to(live);
      return true;
    } catch (MixpanelDataException e) {
      assertThat(e.code()).as(question + ": " + e.getMessage()).isEqualTo(ErrorCode.CANNOT_ANSWER);
      return false;
    }
  }

  /**
   * Saved funnels are compared below, and Insights with the definitions; without days a feed has
   * the latest 30, not all.
   */
  private static boolean isKnownToMixpanelsApi(Record request) {
    return !(request instanceof FunnelRequest)
        && !(request instanceof InsightsRequest)
        && !(request instanceof ActivityFeedRequest feed && feed.range().isEmpty())
        && !(request instanceof RetentionRequest retention
            && retention.interval() > 1
            && retention.unit() != CalendarUnit.DAY);
  }

  @Test
  void aSavedFunnelIsTheSameAsItsSteps() {
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel =
          FakeMixpanel.builder()
              .dataset(cases.dataset())
              .timezone(cases.zone().getId())
              .funnel(SavedFunnel.of(7, "A to B", "A", "B"))
              .start()) {
        Reports live = new LiveClients(mixpanel).reports();
        DateRange range = cases.range();
        for (boolean split : new boolean[] {false, true}) {
          FunnelRequestBuilder saved = options(FunnelRequest.saved(7, range).with(), split);
          FunnelRequestBuilder steps =
              options(FunnelRequest.ofEvents(range, "A", "B").with(), split);
          assertThat(told(live.funnel(saved.build())))
              .as("case %s, split: %s", seed, split)
              .isEqualTo(told(cases.naive().funnel(steps.build())));
        }
      }
    }
  }

  private static FunnelRequestBuilder options(FunnelRequestBuilder options, boolean split) {
    return split
        ? options
            .on("plan")
            .limit(3)
            .unit(CalendarUnit.DAY)
            .window(new ConversionWindow(2, WindowUnit.HOUR))
        : options;
  }

  /**
   * As it is shown, without what only one side knows: times of an activity feed have no millis, and
   * of a funnel's times Mixpanel tells the mean.
   */
  private static JsonNode told(ReportResult result) {
    JsonNode told = Mappers.read(ResultJson.text(result));
    if (told instanceof ObjectNode object) {
      object.remove(
          List.of(
              "computed_at",
              "funnel_id",
              "funnel_name",
              "window",
              "segment_count",
              "other_events"));
      if (!object.path("segment_property").isNull()) {
        // Of segments beyond the limit Mixpanel's answer says nothing.
        object.remove("total");
      }
    }
    for (JsonNode step : told.findParents("median_seconds")) {
      ((ObjectNode) step)
          .remove(
              List.of(
                  "median_seconds",
                  "p90_seconds",
                  "median_seconds_from_start",
                  "p90_seconds_from_start"));
    }
    for (JsonNode event : told.path("events")) {
      if (event instanceof ObjectNode object) {
        object.remove("time");
        if (object.path("properties") instanceof ObjectNode properties) {
          properties.remove("time");
        }
      }
    }
    return told;
  }

  @Test
  void whatMixpanelRefusesIsRefused() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      Reports live = new LiveClients(mixpanel).reports();
      DateRange day = DateRange.of("2026-01-05", "2026-01-05");
      assertThatThrownBy(
              () -> live.segmentation(SegmentationRequest.of("A", day).with(r -> r.where("1 ==="))))
          .isInstanceOf(MixpanelDataException.class);
      assertThatThrownBy(() -> live.funnel(FunnelRequest.saved(99, day)))
          .isInstanceOf(MixpanelDataException.class)
          .hasMessageContaining("99");
    }
  }
}
