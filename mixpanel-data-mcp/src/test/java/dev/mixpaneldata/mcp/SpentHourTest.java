package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every tool, with local tables of all days, when Mixpanel answers nothing any more: the hour's
 * queries are spent.
 */
class SpentHourTest {
  private static final String SAVED = "what is saved at Mixpanel is known there alone";
  private static final String PROFILES = "profiles are asked of Mixpanel; sql asks their table";
  private static final String SENT = "what it sends goes to Mixpanel";
  private static final String NEW = "fetches what is not here yet";

  /** The tools that cannot answer from local tables, with the reason. */
  private static final Map<String, String> MIXPANEL_ALONE =
      Map.ofEntries(
          Map.entry("list_funnels", SAVED),
          Map.entry("list_cohorts", SAVED),
          Map.entry("list_cohorts_full", SAVED),
          Map.entry("get_cohort", SAVED),
          Map.entry("list_bookmarks", SAVED),
          Map.entry("lexicon_schemas", SAVED),
          Map.entry("lexicon_schema", SAVED),
          Map.entry("query_saved_report", SAVED),
          Map.entry("query_flows", SAVED),
          Map.entry("query_definition", "Mixpanel runs its own definitions"),
          Map.entry("list_metrics", SAVED),
          Map.entry("get_metric", SAVED),
          Map.entry("query_metric", SAVED),
          Map.entry("list_behaviors", SAVED),
          Map.entry("get_behavior", SAVED),
          Map.entry("query_behavior", SAVED),
          Map.entry("business_context", SAVED),
          Map.entry("link_report", "links are kept at Mixpanel"),
          Map.entry("resolve_link", "links are kept at Mixpanel"),
          Map.entry("query_link", SAVED),
          Map.entry("schema_graph", "without a table it is the whole project's"),
          Map.entry("list_subproperties", "they are of Mixpanel's names"),
          Map.entry("mixpanel_list_saved_funnels", SAVED),
          Map.entry("mixpanel_get_projects", "the projects of an account are Mixpanel's"),
          Map.entry("mixpanel_get_project_info", "the projects of an account are Mixpanel's"),
          Map.entry("mixpanel_import_events", SENT),
          Map.entry("mixpanel_send_events", SENT),
          Map.entry("mixpanel_track_event", SENT),
          Map.entry("mixpanel_track_batch_events", SENT),
          Map.entry("mixpanel_set_user_profile", SENT),
          Map.entry("jql", "Mixpanel runs the scripts"),
          Map.entry("query_profiles", PROFILES),
          Map.entry("profile_statistics", PROFILES),
          Map.entry("stream_profiles", PROFILES),
          Map.entry("mixpanel_get_user_profile", PROFILES),
          Map.entry("stream_events", NEW),
          Map.entry("fetch_events", NEW),
          Map.entry("fetch_profiles", NEW),
          Map.entry("safe_large_fetch", NEW),
          Map.entry("sync_table", NEW));

  @TempDir static Path home;
  private static FakeMixpanel mixpanel;
  private static TestingServer server;
  private static McpSyncClient client;
  private static String user;

  @BeforeAll
  static void spend() throws IOException {
    mixpanel = Shop.open(Examples.FROM, Examples.TO, 150);
    Files.writeString(
        home.resolve("config.toml"),
        "[accounts.shop]\nusername = \"%s\"\nsecret = \"%s\"\nproject_id = \"%d\"\nregion = \"us\"\n"
            .formatted(mixpanel.username(), mixpanel.secret(), mixpanel.projectId()));
    server =
        TestingServer.http(
            TestingServer.environment(mixpanel, home),
            AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)).withWrites());
    client = server.streamable(Map.of());
    client.initialize();
    user =
        Answers.structured(Answers.call(client, "stream_profiles", Map.of("limit", 1)))
            .at("/result/0/distinct_id")
            .asText();
    Map<String, Map<String, Object>> examples = Examples.all(user);
    for (String fetch : List.of("fetch_events", "fetch_profiles")) {
      assertThat(Answers.call(client, fetch, examples.get(fetch)).isError()).isNotEqualTo(true);
    }
    // The saved funnel is described once; its steps are known from then on.
    Answers.call(client, "funnel", examples.get("funnel"));
    Answers.call(client, "clear_discovery_cache", Map.of());
    mixpanel.faults().always(request -> true, Fault.tooManyRequests(Duration.ofHours(1)));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  /** The tools that were there when this began: those that drop come last. */
  private static Set<String> inOrder() {
    Set<String> names = new TreeSet<>(Examples.all(user).keySet());
    Set<String> ordered = new LinkedHashSet<>(names);
    // What its web application manages is kept at Mixpanel alone, all of it.
    ordered.removeIf(
        name ->
            !MIXPANEL_ALONE.containsKey(name)
                && Operations.find(name).filter(o -> o.family().isManaged()).isPresent());
    for (String last : List.of("drop_table", "drop_all_tables")) {
      ordered.remove(last);
      ordered.add(last);
    }
    return ordered;
  }

  @Test
  void everyToolAnswersOrIsKnownToNeedMixpanel() {
    Map<String, Map<String, Object>> examples = Examples.all(user);
    Set<String> refused = new TreeSet<>();
    Map<String, String> unexpected = new LinkedHashMap<>();
    for (String tool : inOrder()) {
      McpSchema.CallToolResult answer = Answers.call(client, tool, examples.get(tool));
      if (!Boolean.TRUE.equals(answer.isError())) {
        continue;
      }
      refused.add(tool);
      JsonNode code = Answers.structured(answer).at("/error/code");
      boolean expected =
          MIXPANEL_ALONE.containsKey(tool)
              && Set.of("RATE_LIMITED", "TABLE_EXISTS").contains(code.asText());
      if (!expected) {
        unexpected.put(tool, Answers.text(answer));
      }
    }
    assertThat(unexpected).isEmpty();
    Set<String> alone = new TreeSet<>(MIXPANEL_ALONE.keySet());
    alone.removeAll(refused);
    assertThat(alone).as("these answer, and are on the list of those that cannot").isEmpty();
  }
}
