package dev.mixpaneldata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final AtomicLong nanos = new AtomicLong();

  private ProgressLine begin(TestingMp mp) {
    return ProgressLine.begin(mp.context(), "Fetching", "events", nanos::get);
  }

  private void seconds(int seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  @Test
  void showsHowMuchHowFastAndHowLongYet() {
    TestingMp mp = new TestingMp().width(120);
    try (ProgressLine line = begin(mp)) {
      line.total(4_000);
      seconds(2);
      line.done(1_000);
    }
    assertThat(mp.err.toString())
        .contains("Fetching ██████░░░░░░░░░░░░░░░░░░  25 %  1,000 events  500/s  0:06 left")
        .endsWith("\r\u001b[K");
  }

  @Test
  void isDrawnTenTimesASecondAtMost() {
    TestingMp mp = new TestingMp().width(120);
    try (ProgressLine line = begin(mp)) {
      seconds(1);
      for (int i = 0; i < 1_000; i++) {
        line.add(1);
      }
    }
    assertThat(mp.err.toString().split("Fetching", -1)).hasSize(2);
  }

  @Test
  void nobodyWatchingMeansNothingIsDrawn() {
    TestingMp mp = new TestingMp();
    try (ProgressLine line = begin(mp)) {
      seconds(1);
      line.done(5);
      line.say(mp.context(), "Waiting until 10:00.");
    }
    assertThat(mp.err.toString()).isEqualTo("Waiting until 10:00." + System.lineSeparator());
  }

  @Test
  void staysWithinTheTerminal() {
    TestingMp mp = new TestingMp().width(30);
    try (ProgressLine line = begin(mp)) {
      seconds(1);
      line.done(1_000_000);
    }
    assertThat(mp.err.toString().split("\r|\u001b\\[K")).allMatch(l -> l.length() < 30);
  }
}
