package dev.mixpaneldata.cli.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import org.junit.jupiter.api.Test;

/** Whoever lost quotes to a shell is told how to keep them; nobody else is. */
class ShellQuotesTest {
  private static final String ADVICE = "put the whole expression in single quotes";

  private static String said(String where) {
    return new TestingMp()
        .run(
            "query",
            "segmentation",
            "-e",
            "Sign up",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-02",
            "--where",
            where)
        .err();
  }

  @Test
  void aPropertyWithoutQuotesIsExplained() {
    assertThat(said("properties[plan] == \"pro\"")).contains(ADVICE);
    assertThat(said("user[$city] == 1")).contains(ADVICE);
  }

  @Test
  void otherMistakesAreNot() {
    assertThat(said("properties[\"plan\"] = \"pro\"")).contains("Error").doesNotContain(ADVICE);
    assertThat(said("properties[\"list\"][0] =")).contains("Error").doesNotContain(ADVICE);
  }
}
