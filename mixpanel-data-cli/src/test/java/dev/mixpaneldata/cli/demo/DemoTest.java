package dev.mixpaneldata.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.Drop;
import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void theDemoTellsWhatItShows() {
    TestingMp.Ended ended = new TestingMp().run("demo");
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("on one day some sign-ups failed", "━━ Sign Up  ━━ Sign Up Failed");
    // There is one such day, country and system, and no other row beneath.
    Drop drop = Dataset.demo().drop().orElseThrow();
    assertThat(ended.out())
        .containsPattern(
            "failed\n[- ]+\n%s +%s +%s +\\d+\n\n"
                .formatted(drop.day(), drop.countryCode(), drop.operatingSystem()))
        .contains("queries to Mixpanel: 0 of its 60 an hour");
  }

  @Test
  void itsSqlHasTheLimitsOfAnyOther() {
    TestingMp.Ended ended = new TestingMp().with("MP_SQL_MEMORY", "1").run("demo");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("SQL cannot work within 1 MB");
  }
}
