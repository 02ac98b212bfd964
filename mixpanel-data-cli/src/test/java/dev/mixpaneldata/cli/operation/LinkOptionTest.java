package dev.mixpaneldata.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.TestingProject;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links beside answers, from definitions in a pipe, and back to numbers. */
class LinkOptionTest {
  private static final String[] BUYS = {
    "query", "segmentation", "-e", "Buy", "--from", "2026-01-05", "--to", "2026-01-05"
  };
  private static final Pattern URL =
      Pattern.compile("https://mixpanel\\.com/project/123456/app/insights#[A-Za-z0-9]{12}");

  @TempDir Path folder;
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .events(
              Map.of(
                  LocalDate.of(2026, 1, 5),
                  List.of(
                      "{\"event\":\"Buy\",\"properties\":{\"time\":%d,\"distinct_id\":\"u\"}}"
                          .formatted(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli()))))
          .start();

  @AfterEach
  void close() {
    mixpanel.close();
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder).mp();
  }

  private TestingMp.Ended run(String... more) {
    String[] words = Arrays.copyOf(BUYS, BUYS.length + more.length);
    System.arraycopy(more, 0, words, BUYS.length, more.length);
    return mp().run(words);
  }

  @Test
  void theAddressStandsBesideTheAnswerAndLeadsBackToIt() {
    TestingMp.Ended ended = run("--link", "-f", "json");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("\"total\": 1").doesNotContain("mixpanel.com");
    Matcher url = URL.matcher(ended.err());
    assertThat(url.find()).as(ended.err()).isTrue();
    assertThat(mp().run("query", "link", url.group(), "-f", "csv").out()).contains(",1\r\n");
    assertThat(mp().run("reports", "resolve", url.group()).out()).contains("\"params\"");
  }

  @Test
  void aFailedLinkCostsNoAnswer() {
    mixpanel
        .faults()
        .always(request -> request.path().contains("bookmark-urls"), Fault.status(403));
    TestingMp.Ended ended = run("--link", "-f", "json");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("\"total\": 1");
    assertThat(ended.err()).contains("No link: ");
  }

  @Test
  void aDefinitionMayComeThroughAPipe() {
    String definition = run("--definition").out();
    TestingMp.Ended linked = mp().input(definition).run("reports", "link", "--definition", "-");
    assertThat(linked.status()).as(linked.err()).isZero();
    assertThat(URL.matcher(linked.out()).find()).isTrue();
    TestingMp.Ended broken = mp().input("{").run("reports", "link", "--definition", "-");
    assertThat(broken.status()).isEqualTo(3);
  }
}
