package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a local table has all the days, nothing is asked of a Mixpanel that refuses every call. */
class LocalFirstTest {
  private static final LocalDate TO = TestingClock.TODAY.minusDays(1);
  private static final LocalDate FROM = TO.minusDays(29);

  @TempDir static Path home;
  private static FakeMixpanel mixpanel;
  private static TestingServer server;
  private static McpSyncClient client;
  private static int requests;
  private static JsonNode countedLive;
  private static final Map<String, JsonNode> schemas = new HashMap<>();

  @BeforeAll
  static void start() {
    mixpanel = Shop.open(Dataset.builder().users(300).from(FROM).to(TO).build(), FROM, TO);
    server =
        TestingServer.http(
            TestingServer.environment(mixpanel, home),
            AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)));
    client = server.streamable(Map.of());
    client.initialize();
    client
        .listTools()
        .tools()
        .forEach(tool -> schemas.put(tool.name(), Mappers.json().valueToTree(tool.outputSchema())));
    countedLive = Answers.ask(client, "mixpanel_get_event_count", "from_date", FROM, "to_date", TO);
    Answers.ask(client, "fetch_events", "from_date", FROM, "to_date", TO, "table", "copy");
    mixpanel
        .faults()
        .always(
            request -> true,
            Fault.status(
                500, "{\"error\":\"refused\"}", Map.of("Content-Type", "application/json")));
    requests = mixpanel.requests().size();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private static McpSchema.CallToolResult call(String tool, Object... arguments) {
    Map<String, Object> all = new LinkedHashMap<>(Answers.arguments(arguments));
    all.putIfAbsent("from_date", FROM.toString());
    all.putIfAbsent("to_date", TO.toString());
    return Answers.call(client, tool, all);
  }

  private static JsonNode ask(String tool, Object... arguments) {
    McpSchema.CallToolResult answer = call(tool, arguments);
    assertThat(answer.isError()).as("%s: %s", tool, Answers.text(answer)).isNotEqualTo(true);
    assertThat(mixpanel.requests()).as(tool).hasSize(requests);
    JsonNode structured = Answers.structured(answer);
    JsonNode known = schemas.get(tool).path("properties");
    assertThat(structured.propertyStream().map(Map.Entry::getKey))
        .as(tool)
        .allSatisfy(key -> assertThat(known.has(key)).as(key).isTrue());
    return structured;
  }

  private static double sql(String query) {
    return Answers.ask(client, "sql_scalar", "query", query).path("value").asDouble();
  }

  @Test
  void everyComposedToolAnswersWithoutACall() {
    ask("product_health_dashboard", "revenue_event", "Purchase");
    ask("gqm_investigation", "goal", "Why do so few visitors buy on mobile?");
    JsonNode compared =
        ask(
            "cohort_comparison",
            "cohort_a_filter",
            "properties[\"$os\"] == \"iOS\"",
            "cohort_b_filter",
            "properties[\"$os\"] == \"Android\"");
    assertThat(compared.path("api_calls_used").asInt()).isZero();
    ask(
        "funnel_optimization_report",
        "steps",
        List.of("Sign Up", "Onboarding Complete", "Purchase"));
    ask("guided_analysis", "focus_area", "engagement", "time_period", "custom");
    ask("guided_analysis", "focus_area", "retention", "time_period", "custom");
    ask("guided_analysis", "focus_area", "revenue", "time_period", "custom");
    ask("ask_mixpanel", "question", "How many purchases by country?");
    McpSchema.CallToolResult diagnosis =
        Answers.call(
            client,
            "diagnose_metric_drop",
            Answers.arguments("event", "purchase", "date", TO.minusDays(1)));
    assertThat(diagnosis.isError()).as(Answers.text(diagnosis)).isNotEqualTo(true);
    assertThat(mixpanel.requests()).hasSize(requests);
  }

  /** The day before the first is not in the table, and is no zero. */
  @Test
  void aDiagnosisLooksBackAsFarAsTheTableGoes() {
    McpSchema.CallToolResult answer =
        Answers.call(
            client,
            "diagnose_metric_drop",
            Answers.arguments("event", "Page Viewed", "date", FROM.plusDays(6)));
    JsonNode findings = Answers.structured(answer).path("findings");
    assertThat(findings.path("days_compared").asInt()).isEqualTo(6);
    assertThat(findings.path("baseline").asDouble())
        .isCloseTo(
            sql(
                "SELECT count(*) / 6 FROM copy WHERE event_name = 'Page Viewed' AND event_time <"
                    + " TIMESTAMP '"
                    + FROM.plusDays(6)
                    + "'"),
            within(1e-6));
    assertThat(mixpanel.requests()).hasSize(requests);
  }

  @Test
  void klavisCountsFromTheTable() {
    JsonNode count = ask("mixpanel_get_event_count");
    assertThat(count.path("total_events").asDouble()).isEqualTo(sql("SELECT count(*) FROM copy"));
    assertThat(count.path("unique_users").asDouble())
        .isEqualTo(sql("SELECT count(DISTINCT distinct_id) FROM copy"));
    // The export has duplicates.
    assertThat(countedLive.path("total_events")).isEqualTo(count.path("total_events"));
    assertThat(countedLive.path("unique_users")).isEqualTo(count.path("unique_users"));
    assertThat(ask("mixpanel_get_top_events").path("total_events_analyzed").asDouble())
        .isEqualTo(count.path("total_events").asDouble());
  }

  @Test
  void aGoalIsAskedAboutInItsOwnWords() {
    JsonNode answer = ask("gqm_investigation", "goal", "Why do so few visitors buy on mobile?");
    assertThat(answer.at("/schema_context/about_events/0").asText()).isEqualTo("Purchase");
    assertThat(answer.at("/schema_context/filter").asText()).contains("iOS", "Android");
    assertThat(answer.path("synthesis").asText()).contains("Purchase for $os iOS or Android");
    JsonNode unknown = ask("gqm_investigation", "goal", "Is the nps of purchases improving?");
    assertThat(unknown.at("/schema_context/about_events/0").asText()).isEqualTo("Purchase");
  }

  @Test
  void aQuestionIsAnsweredOrRefusedButNeverReplaced() {
    String amount = "try_cast(properties->>'$.amount' AS DOUBLE)";
    String purchases = " FROM copy WHERE event_name = 'Purchase'";
    JsonNode average = ask("ask_mixpanel", "question", "average purchase amount by country");
    assertThat(average.at("/plan/0/tool").asText()).isEqualTo("sql");
    assertThat(average.at("/results/0/result/0/average of amount").asDouble())
        .isEqualTo(
            sql(
                "SELECT max(a) FROM (SELECT avg("
                    + amount
                    + ") AS a"
                    + purchases
                    + " GROUP BY properties->>'$.mp_country_code')"));
    JsonNode p90 = ask("ask_mixpanel", "question", "What is the p90 of amount of purchases?");
    assertThat(p90.at("/results/0/result/0/p90 of amount").asDouble())
        .isEqualTo(sql("SELECT quantile_cont(" + amount + ", 0.9)" + purchases));
    JsonNode users = ask("ask_mixpanel", "question", "How many users did Purchase?");
    assertThat(users.path("answer").asText())
        .contains("%,.0f users".formatted(sql("SELECT count(DISTINCT distinct_id)" + purchases)));
    JsonNode compared =
        ask("ask_mixpanel", "question", "compare iOS and Android retention of sign ups");
    assertThat(compared.path("plan")).hasSize(2);
    assertThat(compared.at("/plan/0/arguments/born_where").asText()).contains("$os", "iOS");
    JsonNode funnel =
        ask("ask_mixpanel", "question", "conversion from sign up to purchase on Android");
    assertThat(funnel.at("/plan/0/arguments/where").asText()).contains("Android");

    for (String question :
        List.of(
            "average nps by plan",
            "users most likely to churn",
            "How many purchases by flavour?",
            "What is the meaning of life?")) {
      McpSchema.CallToolResult answer = call("ask_mixpanel", "question", question);
      assertThat(answer.isError()).as(question + Answers.text(answer)).isTrue();
      assertThat(Answers.text(answer)).contains("Understood");
    }
    assertThat(Answers.text(call("ask_mixpanel", "question", "How many purchases by contry?")))
        .contains("contry", "country");
  }

  @Test
  void aComparisonOfWhichAllPartsFailIsAnError() {
    McpSchema.CallToolResult answer =
        call(
            "cohort_comparison",
            "cohort_a_filter",
            "plan == pro",
            "cohort_b_filter",
            "did Purchase");
    assertThat(answer.isError()).as(Answers.text(answer)).isTrue();
    assertThat(Answers.text(answer)).doesNotContain("No difference");
  }

  @Test
  void groupsWithoutUsersAreNotCalledEqual() {
    McpSchema.CallToolResult answer =
        call(
            "cohort_comparison",
            "cohort_a_filter",
            "properties[\"$os\"] == \"none\"",
            "cohort_b_filter",
            "properties[\"$os\"] == \"iOS\"");
    assertThat(Answers.text(answer))
        .contains("Nothing could be compared")
        .doesNotContain("No diff");
  }
}
