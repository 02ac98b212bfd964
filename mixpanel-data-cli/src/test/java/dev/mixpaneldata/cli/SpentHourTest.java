package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of {@code mp query} and {@code mp inspect} on local tables, when Mixpanel answers
 * nothing any more: the hour's queries are spent.
 */
class SpentHourTest {
  private static final String SAVED = "what is saved at Mixpanel is known there alone";
  private static final String PROFILES = "profiles are asked of Mixpanel; sql asks their table";

  /** The commands that cannot answer from local tables, with the reason. */
  private static final Map<String, String> MIXPANEL_ALONE =
      Map.ofEntries(
          Map.entry("funnels", SAVED),
          Map.entry("cohorts", SAVED),
          Map.entry("bookmarks", SAVED),
          Map.entry("lexicon-schemas", SAVED),
          Map.entry("lexicon-schema", SAVED),
          Map.entry("saved-report", SAVED),
          Map.entry("flows", SAVED),
          Map.entry("definition", "Mixpanel runs its own definitions"),
          Map.entry("link", SAVED),
          Map.entry("schema-graph", "without a table it is the whole project's"),
          Map.entry("subproperties", "they are of Mixpanel's names"),
          Map.entry("business-context", SAVED),
          Map.entry("top-events", "they are of today, and the table ends before"),
          Map.entry("jql", "Mixpanel runs the scripts"),
          Map.entry("profiles", PROFILES),
          Map.entry("profile-statistics", PROFILES));

  private static final Pattern WORD =
      Pattern.compile("(?:[^\\s\"']|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')+");

  private static final FakeMixpanel MIXPANEL =
      FakeMixpanel.builder()
          .events(
              Map.of(
                  LocalDate.of(2026, 1, 5),
                  List.of(
                      line("Sign up", 60, "user-1", "\"plan\":\"pro\""),
                      line("Purchase", 120, "user-1", "\"plan\":\"pro\",\"amount\":12.5"),
                      line("Sign up", 180, "user-2", "\"plan\":\"free\"")),
                  LocalDate.of(2026, 1, 31),
                  List.of(line("Sign up", 26 * 86_400, "user-3", "\"plan\":\"free\""))))
          .profiles(List.of("{\"$distinct_id\":\"user-1\",\"$properties\":{\"plan\":\"pro\"}}"))
          .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
          .funnel(SavedFunnel.of(12345, "Buying", "Sign up", "Purchase"))
          .start();

  @TempDir static Path folder;

  private static String line(String event, long seconds, String user, String properties) {
    long time = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(seconds).toEpochMilli();
    return String.format(
        "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"i%d\",%s}}",
        event, time, user, seconds, properties);
  }

  @BeforeAll
  static void spend() {
    for (String table : List.of("events", "old_events")) {
      assertThat(
              mp("-q", "fetch", "events", table, "--from", "2026-01-01", "--to", "2026-01-31")
                  .err())
          .isEmpty();
    }
    assertThat(mp("-q", "fetch", "profiles").err()).isEmpty();
    assertThat(mp("-q", "export", "lake", folder.resolve("lake").toString()).err()).isEmpty();
    // The saved funnel is described once; its steps are known from then on.
    assertThat(
            mp("query", "funnel", "12345", "--from", "2026-01-01", "--to", "2026-01-30").status())
        .isZero();
    MIXPANEL.faults().always(request -> true, Fault.tooManyRequests(Duration.ofHours(1)));
  }

  @AfterAll
  static void stop() {
    MIXPANEL.close();
  }

  private static TestingMp.Ended mp(String... arguments) {
    return new TestingProject(MIXPANEL, folder).mp().run(arguments);
  }

  /** The first example of each command, those that drop last. */
  private static Map<String, List<String>> commands() {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String group : List.of("query", "inspect")) {
      CommandTree.ALL.groups().stream()
          .filter(g -> g.name().equals(group))
          .flatMap(g -> g.commands().get().stream())
          .filter(c -> !c.name().startsWith("drop"))
          .forEach(c -> commands.put(c.name(), words(c.examples().get(0))));
    }
    return commands;
  }

  private static List<String> words(String example) {
    List<String> words = new ArrayList<>(List.of("--no-wait"));
    WORD.matcher(example.substring(3))
        .results()
        .map(MatchResult::group)
        .map(word -> word.replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'", "$1$2"))
        .map(word -> word.equals("./lake") ? folder.resolve("lake").toString() : word)
        .forEach(words::add);
    return words;
  }

  @Test
  void everyCommandAnswersOrIsKnownToNeedMixpanel() {
    Set<String> refused = new TreeSet<>();
    Map<String, String> unexpected = new LinkedHashMap<>();
    commands()
        .forEach(
            (name, words) -> {
              TestingMp.Ended ended = mp(words.toArray(String[]::new));
              if (ended.status() != 0) {
                refused.add(name);
                if (!MIXPANEL_ALONE.containsKey(name)) {
                  unexpected.put(name, words + "\n" + ended.err());
                }
              }
            });
    assertThat(unexpected).isEmpty();
    Set<String> alone = new TreeSet<>(MIXPANEL_ALONE.keySet());
    alone.removeAll(refused);
    assertThat(alone).as("these answer, and are on the list of those that cannot").isEmpty();
  }

  @Test
  void aLocalAnswerInMixpanelsPlaceIsCalledOne() {
    TestingMp.Ended names = mp("inspect", "events");
    assertThat(names.out()).contains("Purchase", "Sign up");
    assertThat(names.err())
        .contains("Not answered by Mixpanel")
        .contains("'events' (2026-01-01..2026-01-31)");
    TestingMp.Ended funnel =
        mp("query", "funnel", "12345", "--from", "2026-01-01", "--to", "2026-01-30", "-f", "json");
    assertThat(funnel.out()).contains("\"funnel_id\": 12345").contains("Buying");
    assertThat(funnel.err()).contains("Sign up, Purchase within 7d");
  }
}
