package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.Question;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports by their definitions, over HTTP, give what the naive ones give. */
class DefinedReportsTest {
  private static final int CASES = 30;
  private static final int LEAST_COMPARED = 8;

  private static final Set<Class<?>> DEFINED =
      Set.of(
          InsightsRequest.class,
          SegmentationRequest.class,
          EventCountsRequest.class,
          PropertyCountsRequest.class,
          NumericSeriesRequest.class,
          FunnelRequest.class,
          RetentionRequest.class,
          FlowRequest.class);

  /** One condition for each of Mixpanel's filters. */
  private static final List<String> CONDITIONS =
      List.of(
          "properties[\"plan\"] == \"pro\"",
          "properties[\"plan\"] in [\"pro\", \"free\"]",
          "properties[\"plan\"] != \"pro\"",
          "not properties[\"plan\"] in [\"pro\", \"free\"]",
          "properties[\"price\"] == 1",
          "properties[\"price\"] in [1, -2.25, 1050]",
          "properties[\"price\"] > 1",
          "properties[\"price\"] >= 1",
          "2.75 > properties[\"price\"]",
          "properties[\"price\"] <= -2.25",
          "properties[\"price\"] >= 0 and properties[\"price\"] <= 10",
          "properties[\"price\"] < 0 or properties[\"price\"] > 10",
          "\"r\" in properties[\"plan\"]",
          "not \"r\" in properties[\"plan\"]",
          "has_prefix(properties[\"plan\"], \"P\")",
          "has_suffix(properties[\"city\"], \"M\")",
          "defined(properties[\"plan\"])",
          "not defined(properties[\"plan\"])",
          "properties[\"plan\"] == true",
          "properties[\"plan\"] == false",
          "properties[\"plan\"] == \"pro\" or properties[\"price\"] > 1",
          "user[\"level\"] == 3",
          "properties[\"price\"] * 2 + 1 > 3",
          "properties[\"price\"] / 2 - 1 <= 0 and floor(properties[\"price\"]) >= -3",
          "-2 * (properties[\"price\"] + 1) < -4",
          "datetime(properties[\"$time\"]) >= datetime(NOW - 864000)"
              + " and datetime(properties[\"$time\"]) < datetime(NOW)",
          "properties[\"say \\\"hi\\\" \\\\ näme\"] == \"ÿ\"");

  @Test
  void definedAnswersAreTheNaiveOnes() {
    Map<Class<?>, Integer> compared = new HashMap<>();
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel = start(cases)) {
        Reports live = new LiveClients(mixpanel).reports(ReportEngine.DEFINITION);
        for (Question question :
            Stream.concat(cases.questions().stream(), cases.localQuestions().stream()).toList()) {
          Optional<ReportResult> answer =
              isAsked(question.request()) ? answer(question, live) : Optional.empty();
          if (answer.isPresent()) {
            assertThat(told(answer.get()))
                .as("%s of case %s", question, seed)
                .isEqualTo(told(question.to(cases.naive())));
            compared.merge(question.request().getClass(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(compared.keySet()).isEqualTo(DEFINED);
    assertThat(compared.values()).allMatch(times -> times >= LEAST_COMPARED);
  }

  /** Of an hour that clocks skip, Mixpanel has no bucket. */
  private static boolean isAsked(Record request) {
    return DEFINED.contains(request.getClass())
        && !(request instanceof InsightsRequest insights && insights.unit() == BucketUnit.HOUR)
        && !(request instanceof SegmentationRequest counts && counts.unit() == BucketUnit.HOUR)
        && !(request instanceof EventCountsRequest counts && counts.unit() == BucketUnit.HOUR)
        && !(request instanceof PropertyCountsRequest counts && counts.unit() == BucketUnit.HOUR)
        && !(request instanceof NumericSeriesRequest numbers && numbers.unit() == HourOrDay.HOUR);
  }

  private static Optional<ReportResult> answer(Question question, Reports live) {
    try {
      return Optional.of(question.to(live));
    } catch (MixpanelDataException e) {
      assertThat(e.code()).as(question + ": " + e.getMessage()).isEqualTo(ErrorCode.CANNOT_ANSWER);
      return Optional.empty();
    }
  }

  @Test
  void everyFilterMeansWhatItsConditionMeans() {
    for (int seed = 0; seed < 3; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel = start(cases)) {
        Reports live = new LiveClients(mixpanel).reports(ReportEngine.DEFINITION);
        for (String condition : CONDITIONS) {
          InsightsRequest whole =
              InsightsRequest.of(Metric.of("A"), Metric.of(Measure.UNIQUE, "B"))
                  .with(r -> r.range(cases.range()).where(condition));
          assertThat(told(live.insights(whole)))
              .as(condition)
              .isEqualTo(told(cases.naive().insights(whole)));
          FunnelRequest steps =
              FunnelRequest.of(
                  cases.range(),
                  List.of(new EventSelector("A", Optional.of(condition)), EventSelector.of("B")));
          assertThat(told(live.funnel(steps)))
              .as(condition)
              .isEqualTo(told(cases.naive().funnel(steps)));
        }
      }
    }
  }

  @Test
  void unknownKeysAreRefusedAsMixpanelRefusesThem() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      LiveClients clients = new LiveClients(mixpanel);
      for (String params :
          List.of(
              "{\"sections\": {\"show\": [{\"behavior\": {}}], \"shown\": []}}",
              "{\"queryLimits\": {}, \"sections\": {\"show\": [{\"behavior\": {}}]}}",
              "{\"sections\": {\"show\": [{\"behavior\": {\"type\": \"event\", \"event\": \"A\"}}]}}",
              "{\"date_range\": {}, \"steps\": [{\"event\": \"A\", \"name\": \"A\"}]}")) {
        assertThatThrownBy(
                () -> clients.savedReports().define(DefinitionRequest.of(new Json(params))))
            .as(params)
            .hasMessageContaining("Extra inputs are not permitted at ");
      }
    }
  }

  /** Cohorts of profiles, of actions with filters, of other users, and two of them at once. */
  private static final List<String> COHORTS =
      List.of(
          "properties[\"level\"] == 3",
          "defined(properties[\"$city\"]) and properties[\"level\"] >= 2",
          "did A from %1$s to %2$s",
          "did A at least 2 times from %1$s to %2$s",
          "not did B[properties[\"price\"] > 1 or properties[\"plan\"] == \"pro\"] from %1$s to %2$s",
          "did A from %1$s to %2$s named Doers");

  @Test
  void reportsOfCohortsAreThoseOfTheirUsers() {
    for (int seed = 0; seed < 4; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel = start(cases)) {
        LiveClients clients = new LiveClients(mixpanel);
        for (String text : COHORTS) {
          Cohort cohort = Cohort.parse(text.formatted(cases.range().from(), cases.range().to()));
          ofCohort(cases, clients, cohort);
          ofCohort(cases, clients, cohort.others());
          ofCohort(cases, clients, cohort.and(Cohort.ofProfiles("defined(properties[\"level\"])")));
        }
      }
    }
  }

  private static void ofCohort(NaiveCases cases, LiveClients clients, Cohort cohort) {
    Reports live = clients.reports(ReportEngine.AUTO, cohort);
    Reports naive = cases.naive().among(cohort);
    List<Function<Reports, ReportResult>> questions =
        List.of(
            r -> r.segmentation(SegmentationRequest.of("A", cases.range())),
            r -> r.insights(InsightsRequest.of("A", "B").with(q -> q.range(cases.range()))),
            r -> r.funnel(FunnelRequest.ofEvents(cases.range(), "A", "B")),
            r ->
                r.retention(
                    RetentionRequest.of("A", "B", cases.range())
                        .with(q -> q.brackets(List.of(1, 3, 7)).where("defined(plan)"))));
    for (Function<Reports, ReportResult> question : questions) {
      assertThat(told(question.apply(live)))
          .as(cohort.toString())
          .isEqualTo(told(question.apply(naive)));
    }
    if (!(cohort instanceof Cohort.Both)) {
      FlowRequest flow = FlowRequest.of("A", cases.range());
      assertThat(told(live.flow(flow))).isEqualTo(told(naive.flow(flow)));
    }
  }

  @Test
  void breakdownsByCohortsAreThoseOfTheirUsers() {
    for (int seed = 0; seed < 4; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      try (FakeMixpanel mixpanel = start(cases)) {
        Reports live = new LiveClients(mixpanel).reports(ReportEngine.DEFINITION);
        for (String text : COHORTS) {
          Grouping users =
              Grouping.ofUsers(text.formatted(cases.range().from(), cases.range().to()));
          for (List<Grouping> by :
              List.of(
                  List.of(users),
                  List.of(Grouping.of("plan"), users.with(g -> g.cohortName("Some"))),
                  List.of(users.with(g -> g.others(false))))) {
            InsightsRequest request =
                InsightsRequest.of(Metric.of("A"), Metric.of(Measure.UNIQUE, "B"))
                    .with(r -> r.range(cases.range()).by(by).total(true));
            assertThat(told(live.insights(request)))
                .as(text)
                .isEqualTo(told(cases.naive().insights(request)));
          }
        }
      }
    }
  }

  private static FakeMixpanel start(NaiveCases cases) {
    return FakeMixpanel.builder().dataset(cases.dataset()).timezone(cases.zone().getId()).start();
  }

  /** As it is shown, without what only one side knows. */
  private static JsonNode told(ReportResult result) {
    JsonNode told = Mappers.read(ResultJson.text(result));
    if (told instanceof ObjectNode object) {
      // Each view of a flow has its own part alone.
      String view = object.path("view").asText();
      object.remove(List.of("segment_count", "other_events"));
      object.remove(view.equals("graph") ? List.of("paths") : List.of("edges"));
      if (view.equals("tree")) {
        object.remove("paths");
      }
      if (!object.path("segment_property").isMissingNode()
          && !object.path("segment_property").isNull()) {
        // An event with a list is in several segments, whose sum is more than the whole.
        object.remove(List.of("total", "steps", "conversion_rate"));
        if (object.has("counting")) {
          object.remove("series");
        }
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
    return told;
  }
}
