package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Anybody with a project's public token can send events of any name, with properties of any name
 * and value. At a terminal none of it is obeyed; in a pipe data are what they are.
 */
class HostileTextTest {
  private static final String HOSTILE =
      "x\u001b]0;PWNED\u0007\u001b[2J\u009b1m\u202eevil\r\nINJECTED: rm";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  @TempDir Path folder;
  private FakeMixpanel mixpanel;

  @BeforeEach
  void start() {
    ObjectNode profile = JSON.createObjectNode().put("$distinct_id", "user-1" + HOSTILE);
    profile.putObject("$properties").put("plan" + HOSTILE, HOSTILE).put("plan", HOSTILE);
    mixpanel =
        FakeMixpanel.builder()
            .events(Map.of(DAY, events(), DAY.plusDays(1), events()))
            .profiles(List.of(profile.toString()))
            .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
            .start();
    for (String table : List.of("events", "old_events")) {
      run(mp(), "-q", "fetch", "events", table, "--from", "2026-01-05", "--to", "2026-01-06");
    }
    run(mp(), "-q", "fetch", "profiles");
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private static List<String> events() {
    List<String> lines = new ArrayList<>();
    List<String> names = List.of("Sign up", "Purchase", HOSTILE, "Purchase" + HOSTILE);
    for (int i = 0; i < 24; i++) {
      ObjectNode event = JSON.createObjectNode().put("event", names.get(i % 4));
      event
          .putObject("properties")
          .put("time", DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + i * 1000L)
          .put("distinct_id", "user-" + i % 3 + HOSTILE)
          .put("$insert_id", "i" + i)
          .put("amount", i)
          .put("plan", i % 2 == 0 ? HOSTILE : "pro")
          .put("plan" + HOSTILE, HOSTILE);
      lines.add(event.toString());
    }
    return lines;
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder).mp();
  }

  private TestingMp terminal() {
    // Without colours and bars of our own, so that every escape in the output is somebody else's.
    return mp().atTerminal().with("MP_PLAIN", "1");
  }

  private static TestingMp.Ended run(TestingMp mp, String... words) {
    return mp.run(words);
  }

  private void check(List<String> words, Map<String, String> raw) throws IOException {
    forgetCalls();
    TestingMp.Ended ended = run(terminal(), words.toArray(String[]::new));
    // Rows of CSV end in CR LF, also at a terminal.
    String text = ended.out().replace("\r\n", "\n") + ended.err();
    boolean injected = text.lines().anyMatch(line -> line.startsWith("INJECTED"));
    if (injected || !Visible.lines(text).equals(text)) {
      raw.put(Visible.line(words.toString()), Visible.lines(text));
    }
  }

  /** Each command begins with the whole budget. */
  private void forgetCalls() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("quota"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".calls")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> examples() {
    return CommandTree.ALL.groups().stream()
        .filter(group -> List.of("query", "inspect", "cohorts").contains(group.name()))
        .flatMap(group -> group.commands().get().stream())
        .flatMap(command -> command.examples().stream())
        .filter(example -> example.startsWith("mp ") && !example.contains(" drop"))
        .toList();
  }

  private static List<String> words(String example, String... more) {
    List<String> words = new ArrayList<>();
    WORD.matcher(example.replaceAll(" > [a-z.]+$", "").substring(3))
        .results()
        .map(word -> word.group().replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"))
        .forEach(words::add);
    words.addAll(List.of(more));
    return words;
  }

  @Test
  void noCommandObeysThemAtATerminal() throws IOException {
    Map<String, String> raw = new LinkedHashMap<>();
    for (String example : examples()) {
      check(words(example), raw);
      check(words(example, "--chart"), raw);
      for (String format : List.of("table", "plain", "csv", "json", "jsonl")) {
        check(words(example, "-f", format), raw);
      }
      check(words(example, "--jq", "."), raw);
      // The same about what has a hostile name, which fails in places and quotes it.
      List<String> hostile = words(example);
      hostile.replaceAll(word -> word.equals("Purchase") || word.equals("plan") ? HOSTILE : word);
      check(hostile, raw);
    }
    assertThat(raw).isEmpty();
  }

  @Test
  void queriesWhoseHeadersAndValuesAreDataAreShownAndNotObeyed() throws IOException {
    Map<String, String> raw = new LinkedHashMap<>();
    String pivot = "PIVOT events ON event_name USING count(*)";
    String name = "SELECT event_name FROM events WHERE event_name LIKE 'x%' LIMIT 1";
    for (String format : List.of("table", "plain", "csv", "json", "jsonl")) {
      check(List.of("query", "sql", pivot, "-f", format), raw);
      check(List.of("query", "sql", name, "-f", format), raw);
    }
    check(List.of("query", "sql", "-s", name), raw);
    check(List.of("query", "sql", "SELECT error('" + HOSTILE + "')"), raw);
    check(
        List.of("fetch", "events", "--stdout", "--from", "2026-01-05", "--to", "2026-01-05"), raw);
    assertThat(raw).isEmpty();
  }

  @Test
  void aPipeGetsDataAsTheyAre() {
    String name = "SELECT event_name FROM events WHERE event_name LIKE 'x%' LIMIT 1";
    assertThat(run(mp(), "query", "sql", name, "-f", "csv").out()).contains(HOSTILE);
    assertThat(run(mp(), "query", "sql", "-s", name, "-f", "plain").out()).contains("\u001b[2J");
  }
}
