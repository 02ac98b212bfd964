package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.testkit.naive.Question;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What each implementation of {@link Reports} must answer: the samples in Mixpanel's own reference
 * (query.openapi.yaml), over events made so that the sample is the right answer by the rules as
 * they are written there; and every report over drawn events. Whoever implements them extends this.
 */
abstract class ReportsContract {
  private static final int CASES = 6;

  /**
   * The reports of a project with these events, which were fetched for these days; or where nothing
   * is fetched, asked when these days are over.
   */
  abstract Reports over(Dataset dataset, ZoneId zone, DateRange fetched);

  /** Ends what was begun for a project. */
  abstract void end();

  /** A funnel of the events App Open and Game Played within a week. */
  abstract FunnelRequest appOpenToGamePlayed(DateRange range);

  /** Whether this implementation is asked such questions at all. */
  abstract boolean isFor(Record request);

  @AfterEach
  void endIt() {
    end();
  }

  /** The sample of /funnels, its first date, with a quarter of the users. */
  @Test
  void funnelSample() {
    Log log = new Log();
    for (int user = 0; user < 32_688 / 4; user++) {
      log.add("App Open", "u" + user, "2016-09-12", user);
      if (user < 20_524 / 4) {
        log.add("Game Played", "u" + user, "2016-09-12", user + 133);
      }
    }
    DateRange day = DateRange.of("2016-09-12", "2016-09-12");

    FunnelResult funnel = log.reports(day).funnel(appOpenToGamePlayed(day));
    assertThat(funnel.steps()).hasSize(2);
    assertThat(funnel.steps().get(0).count()).isEqualTo(32_688 / 4);
    assertThat(funnel.steps().get(1).count()).isEqualTo(20_524 / 4);
    assertThat(funnel.steps().get(1).conversionRate()).isEqualTo(0.627875673029858, within(1e-14));
    assertThat(funnel.steps().get(1).overallConversionRate())
        .isEqualTo(0.627875673029858, within(1e-14));
    assertThat(funnel.steps().get(1).averageSeconds()).contains(133.0);
    assertThat(funnel.steps().get(1).averageSecondsFromStart()).contains(133.0);
    assertThat(funnel.series()).containsOnlyKeys("2016-09-12");
  }

  /** The sample of /retention. */
  @Test
  void retentionSample() {
    Log log = new Log();
    log.retained("2012-01-01", 2, 2, 1, 2);
    log.retained("2012-01-02", 10, 9, 7, 6);
    log.retained("2012-01-03", 10, 9, 6, 4);
    DateRange days = DateRange.of("2012-01-01", "2012-01-03");

    RetentionResult retention =
        log.reports(days)
            .retention(
                RetentionRequest.of("Signup", "Login", days)
                    .with(r -> r.unit(CalendarUnit.DAY).intervalCount(3)));
    assertThat(retention.cohorts())
        .extracting(row -> row.date() + " " + row.size() + " " + row.counts())
        .containsExactly(
            "2012-01-01 2 [2, 1, 2]", "2012-01-02 10 [9, 7, 6]", "2012-01-03 10 [9, 6, 4]");
  }

  /**
   * Monday's interval 1 still runs for those who came late on Monday; its interval 2 is to come.
   */
  @Test
  void intervalsThatHaveNotBegunAreAbsentAndThoseThatRunAreKnown() {
    Log log = new Log();
    log.retained("2026-01-05", 4, 3, 2, 1);
    log.retained("2026-01-06", 2, 1, 1, 1);
    DateRange days = DateRange.of("2026-01-05", "2026-01-06");

    RetentionResult retention =
        log.reports(days, days)
            .retention(
                RetentionRequest.of("Signup", "Login", days)
                    .with(r -> r.unit(CalendarUnit.DAY).intervalCount(3)));
    assertThat(retention.cohorts())
        .containsExactly(
            RetentionCohort.of("2026-01-05", 4, List.of(3L, 2L), 1),
            RetentionCohort.of("2026-01-06", 2, List.of(1L), 0));
    assertThat(retention.overallRetention()).containsExactly(0.75);
  }

  /** The sample of /retention/addiction. */
  @Test
  void addictionSample() {
    List<Integer> first =
        List.of(305, 107, 60, 41, 32, 20, 12, 7, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    List<Integer> second =
        List.of(495, 204, 117, 77, 53, 36, 26, 20, 12, 7, 4, 3, 3, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    Log log = new Log();
    log.active("2012-01-01", first);
    log.active("2012-01-02", second);
    DateRange days = DateRange.of("2012-01-01", "2012-01-02");

    FrequencyResult frequency = log.reports(days).frequency(FrequencyRequest.of(days));
    assertThat(frequency.data())
        .isEqualTo(
            Map.of(
                "2012-01-01", first.stream().map(Integer::longValue).toList(),
                "2012-01-02", second.stream().map(Integer::longValue).toList()));
  }

  @Test
  void everyReportOfDrawnCases() {
    Set<Class<?>> asked = new HashSet<>();
    Set<Class<?>> drawn = new HashSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      DateRange fetched =
          new DateRange(cases.range().from().minusDays(60), cases.range().to().plusDays(10));
      NaiveReports naive = cases.naive().until(end(fetched));
      Reports reports = over(cases.dataset(), cases.zone(), fetched);
      for (Question question : NaiveCasesTest.all(cases)) {
        drawn.add(question.request().getClass());
        // Without days a live feed has the latest 30, and not all.
        boolean hasDays =
            !(question.request() instanceof ActivityFeedRequest feed) || feed.range().isPresent();
        if (isFor(question.request()) && hasDays && isAnswered(question, reports)) {
          asked.add(question.request().getClass());
          assertThat(told(question.to(reports)))
              .as("case %d, %s: %s", seed, cases, question)
              .isEqualTo(told(question.to(naive)));
        }
      }
      end();
    }
    assertThat(asked).hasSize(drawn.size() - reportsNotAsked());
  }

  /** A local table answers all; Mixpanel refuses what neither of its APIs can say. */
  private boolean isAnswered(Question question, Reports reports) {
    try {
      question.to(reports);
      return true;
    } catch (MixpanelDataException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER);
      assertThat(reportsNotAsked()).as(question + ": " + e.getMessage()).isPositive();
      return false;
    }
  }

  /** When these days are over, in UTC as those of an export. */
  static Instant end(DateRange fetched) {
    return fetched.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** How many kinds of reports this implementation has not. */
  abstract int reportsNotAsked();

  /** As it is shown, without what only one side knows, and sums as they are in any order. */
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
    for (JsonNode event : told.path("events")) {
      if (event instanceof ObjectNode object) {
        // A live feed has its times in seconds.
        object.remove(List.of("time", "properties"));
      }
    }
    return rounded(told);
  }

  private static JsonNode rounded(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(rounded(field.getValue())));
    } else if (node.isFloatingPointNumber()) {
      return Mappers.read(String.format(Locale.ROOT, "%.9g", node.doubleValue()));
    }
    return node;
  }

  /** Events written down in a test. */
  private final class Log {
    private final List<String> lines = new ArrayList<>();

    void add(String event, String user, String day, long second) {
      long time = LocalDate.parse(day).toEpochDay() * 86_400_000 + second * 1000;
      lines.add(
          "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"%d\"}}"
              .formatted(event, time, user, lines.size()));
    }

    /** Users who sign up at ten, and so many of them who log in an hour and so many days later. */
    void retained(String day, int users, int... returning) {
      for (int user = 0; user < users; user++) {
        add("Signup", day + " " + user, day, 36_000);
        for (int interval = 0; interval < returning.length; interval++) {
          // The last of them, so that nobody's return is that of another.
          if (user >= users - returning[interval]) {
            add("Login", day + " " + user, day, 39_600 + 86_400L * interval);
          }
        }
      }
    }

    /** Users so many of whom are active in at least one hour, two hours, and so on. */
    void active(String day, List<Integer> users) {
      for (int hour = 0; hour < users.size(); hour++) {
        for (int user = 0; user < users.get(hour); user++) {
          add("Login", "u" + user, day, hour * 3600L);
          if (user % 3 == 0) {
            add("Login", "u" + user, day, hour * 3600L + 3599);
          }
        }
      }
    }

    Reports reports(DateRange days) {
      return reports(days, new DateRange(days.from(), days.to().plusDays(30)));
    }

    Reports reports(DateRange days, DateRange fetched) {
      Dataset dataset = Dataset.of(Map.of(days.from(), lines), List.of());
      return over(dataset, ZoneOffset.UTC, fetched);
    }
  }
}
