package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.Drop;
import dev.mixpaneldata.testkit.dataset.EventRow;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The composed and intelligent tools, their numbers against the events they are about. */
class AnalysisToolsTest {
  private static final LocalDate TODAY = TestingClock.TODAY;
  private static final LocalDate FROM = TODAY.minusDays(30);

  @TempDir static Path home;
  private static Dataset data;
  private static FakeMixpanel mixpanel;
  private static TestingServer server;
  private static McpSyncClient client;

  @BeforeAll
  static void start() {
    data = Dataset.builder().users(3600).from(FROM).to(TODAY).build();
    mixpanel = Shop.open(data, FROM, TODAY);
    server = TestingServer.sharing(TestingServer.environment(mixpanel, home));
    client = server.streamable(Map.of());
    client.initialize();
    // Numbers are checked by SQL on a copy.
    ask("fetch_events", "from_date", FROM, "to_date", TODAY, "table", "copy");
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private static JsonNode ask(String tool, Object... arguments) {
    return Answers.ask(client, tool, arguments);
  }

  private static double sql(String query) {
    return ask("sql_scalar", "query", query).path("value").asDouble();
  }

  private static long count(String event, LocalDate day) {
    return data.expectedRows().stream()
        .filter(row -> row.event().equals(event) && day(row).equals(day))
        .count();
  }

  private static LocalDate day(EventRow row) {
    return Instant.ofEpochMilli(row.timeMillis()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Test
  void aDropIsTracedToItsSegmentAndToWhatHappenedInstead() {
    Drop drop = data.drop().orElseThrow();
    JsonNode answer = ask("diagnose_metric_drop", "event", "signup", "date", drop.day());
    JsonNode findings = answer.path("findings");
    assertThat(answer.path("status").asText()).isEqualTo("sampling_unavailable");
    assertThat(findings.path("drop_confirmed").asBoolean()).isTrue();
    assertThat(findings.path("actual").asLong()).isEqualTo(count(drop.event(), drop.day()));
    assertThat(findings.path("verdict").asText()).isEqualTo("drop");
    assertThat(
            List.of(
                findings.at("/primary_driver/segment").asText(),
                findings.at("/within_primary_driver/0/segment").asText()))
        .containsExactlyInAnyOrder(drop.countryCode(), drop.operatingSystem());
    assertThat(findings.at("/other_events/0/segment").asText()).isEqualTo("Sign Up Failed");
    assertThat(findings.path("recommendations")).isNotEmpty();
  }

  @Test
  void theContributionsOfADimensionAddUpToTheChange() {
    Drop drop = data.drop().orElseThrow();
    JsonNode answer =
        ask(
            "diagnose_metric_drop",
            "event",
            drop.event(),
            "date",
            drop.day(),
            "dimensions",
            List.of("mp_country_code", "$os"));
    double change = answer.at("/findings/change").asDouble();
    for (String dimension : List.of("mp_country_code", "$os")) {
      double sum = 0;
      for (JsonNode segment : answer.path("raw_data").path("contributions").path(dimension)) {
        sum += segment.path("change").asDouble();
      }
      assertThat(sum).as(dimension).isCloseTo(change, within(1e-6));
    }
  }

  @Test
  void aModelAddsWordsAndChangesNoNumber() {
    Drop drop = data.drop().orElseThrow();
    List<String> prompts = new CopyOnWriteArrayList<>();
    try (McpSyncClient clever =
        Clients.withModel(
            server,
            prompt -> {
              prompts.add(prompt);
              return "The sign-up provider failed.";
            })) {
      Object[] arguments = {
        "event", drop.event(), "date", drop.day(), "dimensions", List.of("$os")
      };
      JsonNode with = Answers.ask(clever, "diagnose_metric_drop", arguments);
      assertThat(with.path("status").asText()).isEqualTo("success");
      assertThat(with.path("explanation").asText()).isEqualTo("The sign-up provider failed.");
      assertThat(with.path("findings"))
          .isEqualTo(ask("diagnose_metric_drop", arguments).path("findings"));
      assertThat(prompts).singleElement().asString().contains("drop_confirmed");
    }
  }

  @Test
  void aFunnelReportNamesTheStepAndTheSegmentThatLoseMost() {
    JsonNode steps =
        ask("funnel", "funnel_id", Examples.FUNNEL, "from_date", FROM, "to_date", TODAY)
            .path("steps");
    long most = 0;
    for (int i = 1; i < steps.size(); i++) {
      most =
          Math.max(
              most, steps.get(i - 1).path("count").asLong() - steps.get(i).path("count").asLong());
    }
    JsonNode report =
        ask(
            "funnel_optimization_report",
            "funnel_id",
            Examples.FUNNEL,
            "from_date",
            FROM,
            "to_date",
            TODAY);
    assertThat(report.at("/bottleneck/lost").asLong()).isPositive().isEqualTo(most);
    assertThat(report.path("overall_conversion_rate").asDouble())
        .isCloseTo(
            steps.get(steps.size() - 1).path("count").asDouble()
                / steps.get(0).path("count").asDouble(),
            within(1e-9));
    List<Long> missing = new ArrayList<>();
    report
        .path("underperforming_segments")
        .forEach(segment -> missing.add(segment.path("conversions_short").asLong()));
    assertThat(report.at("/segment_that_loses_most/conversions_short").asLong())
        .isEqualTo(missing.stream().max(Long::compare).orElseThrow());
    assertThat(report.path("recommendations")).isNotEmpty();
  }

  @Test
  void groupsAreComparedByWhatEachUserDoes() {
    JsonNode answer =
        ask(
            "cohort_comparison",
            "cohort_a_filter",
            "properties[\"$os\"] == \"iOS\"",
            "cohort_b_filter",
            "properties[\"$os\"] == \"Android\"",
            "from_date",
            FROM,
            "to_date",
            TODAY);
    JsonNode users = answer.at("/comparisons/users");
    String done =
        " FROM copy WHERE event_name = '%s' AND properties->>'$.\"$os\"' = 'iOS'"
            .formatted(users.path("event").asText());
    double people = sql("SELECT count(DISTINCT distinct_id)" + done);
    assertThat(users.path("a").asDouble()).isEqualTo(people).isPositive();
    assertThat(answer.at("/comparisons/event_frequency/a").asDouble())
        .isCloseTo(sql("SELECT count(*)" + done) / people, within(1e-9));
    assertThat(answer.path("denominator").asText()).contains("who did the event");
    // Today is not over, so that Mixpanel answers: 3 events, 2 counts, 2 groups, and the rest.
    assertThat(answer.path("api_calls_used").asInt()).isEqualTo(12 + 2 + 2);
    assertThat(answer.at("/comparisons/errors").isNull()).isTrue();
    assertThat(answer.path("key_differences")).isNotEmpty();
  }

  @Test
  void stagesOfGrowthAreMeasuredByEventsThatDiffer() {
    JsonNode answer =
        ask(
            "product_health_dashboard",
            "activation_event",
            "Onboarding Complete",
            "revenue_event",
            "Purchase",
            "from_date",
            FROM,
            "to_date",
            TODAY);
    assertThat(answer.at("/acquisition/event").asText()).isEqualTo("Sign Up");
    assertThat(answer.at("/acquisition/value").asDouble())
        .isCloseTo(
            sql("SELECT count(DISTINCT distinct_id) FROM copy WHERE event_name = 'Sign Up'") / 31,
            within(0.2));
    assertThat(answer.at("/activation/value").asDouble()).isBetween(0.5, 0.95);
    assertThat(answer.at("/retention/event").asText()).isNotEqualTo("Sign Up");
    assertThat(
            new TreeSet<>(
                answer.path("health_score").propertyStream().map(Map.Entry::getKey).toList()))
        .containsExactly("acquisition", "activation", "retention", "revenue");
  }

  @Test
  void aGoalBecomesQuestionsThatAreAllAnswered() {
    JsonNode answer = ask("gqm_investigation", "goal", "Why do users churn?", "max_questions", 6);
    assertThat(answer.path("aarrr_category").asText()).isEqualTo("retention");
    assertThat(answer.path("findings")).hasSize(6);
    for (JsonNode finding : answer.path("findings")) {
      assertThat(finding.path("status").asText()).as(finding.toString()).isEqualTo("success");
      assertThat(finding.path("answer").asText()).isNotBlank();
    }
    assertThat(answer.path("synthesis").asText()).contains("Sign Up");
  }

  @Test
  void aQuestionIsAnsweredInItsOwnWordsWithoutAModel() {
    JsonNode answer =
        ask("ask_mixpanel", "question", "How many purchases by country in the last 10 days?");
    assertThat(answer.at("/plan/0/arguments/segment_property").asText())
        .isEqualTo("mp_country_code");
    long purchases = 0;
    for (int i = 1; i <= 10; i++) {
      purchases += count("Purchase", TODAY.minusDays(i));
    }
    assertThat(answer.path("answer").asText()).contains(": " + purchases + " in all");
    assertThat(answer.path("status").asText()).isEqualTo("sampling_unavailable");
  }

  @Test
  void aQuestionAboutADropIsADiagnosis() {
    Drop drop = data.drop().orElseThrow();
    JsonNode answer =
        ask("ask_mixpanel", "question", "Why did signups drop on " + drop.day() + "?");
    assertThat(answer.at("/plan/0/tool").asText()).isEqualTo("diagnose_metric_drop");
    assertThat(answer.path("answer").asText()).contains(drop.countryCode());
  }

  @Test
  void aModelWithoutAPlanIsNoObstacle() {
    try (McpSyncClient confused = Clients.withModel(server, prompt -> "I would rather not.")) {
      JsonNode answer = Answers.ask(confused, "ask_mixpanel", "question", "How many purchases?");
      assertThat(answer.path("status").asText()).isEqualTo("partial");
      assertThat(answer.path("message").asText()).contains("could not be read");
      assertThat(answer.at("/plan/0/arguments/event").asText()).isEqualTo("Purchase");
      assertThat(answer.path("answer").asText()).isEqualTo("I would rather not.");
    }
  }

  @Test
  void aGuidedAnalysisAsksWhereItCanAndLooksAroundWhereItCannot() {
    assertThat(ask("guided_analysis").path("status").asText()).isEqualTo("elicitation_unavailable");
    assertThat(ask("guided_analysis").path("initial_analysis").isObject()).isTrue();
    List<String> questions = new CopyOnWriteArrayList<>();
    try (McpSyncClient asked =
        Clients.withUser(
            server,
            question -> {
              questions.add(question);
              return McpSchema.ElicitResult.Action.ACCEPT;
            },
            Map.of("focus_area", "revenue", "time_period", "last_7_days"))) {
      JsonNode answer = Answers.ask(asked, "guided_analysis");
      assertThat(questions).hasSize(1);
      assertThat(answer.path("focus_area").asText()).isEqualTo("revenue");
      assertThat(answer.at("/period/from").asText()).isEqualTo(TODAY.minusDays(7).toString());
    }
    try (McpSyncClient unwilling =
        Clients.withUser(server, question -> McpSchema.ElicitResult.Action.DECLINE, Map.of())) {
      assertThat(Answers.ask(unwilling, "guided_analysis").path("status").asText())
          .isEqualTo("declined");
    }
  }

  @Test
  void aLargeFetchIntoATableThatIsThereIsRefusedBeforeAnybodyIsAsked() {
    List<String> questions = new CopyOnWriteArrayList<>();
    try (McpSyncClient asked =
        Clients.withUser(
            server,
            question -> {
              questions.add(question);
              return McpSchema.ElicitResult.Action.ACCEPT;
            },
            Map.of())) {
      McpSchema.CallToolResult answer =
          Answers.call(
              asked, "safe_large_fetch", Map.of("table", "copy", "confirmation_threshold", 1));
      assertThat(Answers.structured(answer).at("/error/code").asText()).isEqualTo("TABLE_EXISTS");
      assertThat(questions).isEmpty();
    }
  }

  @Test
  void aFailureToAskCountsAsNo() {
    int exports = mixpanel.requests("/api/2.0/export").size();
    try (McpSyncClient broken =
        Clients.withUser(
            server,
            question -> {
              throw new IllegalStateException("the window was closed");
            },
            Map.of())) {
      JsonNode answer =
          Answers.ask(broken, "safe_large_fetch", "table", "large", "confirmation_threshold", 1);
      assertThat(answer.path("status").asText()).isEqualTo("cancelled");
      assertThat(mixpanel.requests("/api/2.0/export")).hasSize(exports);
    }
  }
}
